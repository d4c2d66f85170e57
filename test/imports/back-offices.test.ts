import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, rowsOf, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const COLUMNS =
  'code, unit, procedure, channel, state, received, promised, reappointed, ready, returned, limit_days as "limitDays", pauses, steps';
const stored = () => rowsOf<Record<string, unknown>>(server, 'dossiers', COLUMNS, 'code');

test('OpenCPS: its field names, dates, states, and a list of one written as the one', async () => {
  const dossier = {
    dossierId: 1201,
    dossierNo: 'H99.01-261001-0001',
    serviceCode: '1.009974',
    serviceName: 'Cấp giấy phép xây dựng mới',
    govAgencyCode: 'so-a',
    applicantName: 'NGUYỄN VĂN AN',
    applicantIdNo: 1099012345,
    contactTelNo: '0912345678',
    submitDate: '30/09/2026 21:00:00',
    receiveDate: '01/10/2026 08:15:00',
    dueDate: '15/10/2026 17:00:00',
    extendDate: '13/10/2026 17:00:00',
    releaseDate: '14/10/2026 09:30:00',
    finishDate: '',
    dossierStatus: 'releasing',
    durationCount: 10,
    durationUnit: 0,
    originality: 1,
  };
  const { body } = await sendFile(server, 1, { kind: 'dossiers' }, JSON.stringify({ total: 1, data: dossier }));
  expect(body.refused === 0 ? [] : await faultLines(server, 1)).toEqual([]);
  expect(await stored()).toEqual([
    {
      code: 'H99.01-261001-0001',
      unit: 'so-a',
      procedure: '1.009974',
      channel: 'online',
      state: 'ready',
      received: '2026-10-01T08:15',
      promised: '2026-10-15T17:00',
      // An earlier date is no postponement.
      reappointed: '[]',
      ready: '2026-10-14T09:30',
      returned: null,
      limitDays: 10,
      pauses: '[]',
      steps: null,
    },
  ]);
  expect(await rowsOf(server, 'dossier_acts', 'acts', 'code')).toEqual([{ acts: '{"submitted":"2026-09-30T21:00"}' }]);
  expect(body.found?.droppedColumns).toEqual(['applicantName', 'applicantIdNo', 'contactTelNo']);
});

test('the national record: KenhThucHien, states by number, a unit by its name', async () => {
  const record = {
    MaHoSo: 'H99.02-261002-0002',
    MaTTHC: '1.001612',
    DonViXuLy: 'Đơn vị so-b',
    KenhThucHien: '3',
    TrangThaiHoSo: '10',
    NgayTiepNhan: '02/10/2026 08:00:00',
    NgayHenTra: '16/10/2026 17:00:00',
    NgayKetThucXuLy: '12/10/2026 10:00:00',
    NgayTra: '13/10/2026 15:00:00',
  };
  const { body } = await sendFile(server, 2, { kind: 'dossiers' }, `${JSON.stringify(record)}\n`);
  expect(body.refused === 0 ? [] : await faultLines(server, 2)).toEqual([]);
  expect((await stored())[1]).toMatchObject({
    code: 'H99.02-261002-0002',
    unit: 'so-b',
    channel: 'post',
    state: 'returned',
    ready: '2026-10-12T10:00',
    returned: '2026-10-13T15:00',
    reappointed: 'null',
  });
});

test('the steps of a dossier, written in one cell of a table, with their limits and moments', async () => {
  const course = 'Tiếp nhận hồ sơ | 0,5 | 03/10/2026 08:00 | 03/10/2026 10:00; Thẩm định | | 03/10/2026 10:00';
  const csv = `Mã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Các bước xử lý\nH99.03-261003-0004,so-a,03/10/2026,17/10/2026,${course.replaceAll(',', '.')}\n`;
  const { body } = await sendFile(server, 4, { kind: 'dossiers' }, csv);
  expect([body.refused, body.created]).toEqual([0, 1]);
  const [row] = await rowsOf<{ steps: string }>(server, 'dossier_courses', 'steps', 'code');
  expect(JSON.parse(String(row?.steps))).toEqual([
    { name: 'Tiếp nhận hồ sơ', limitDays: 0.5, started: '2026-10-03T08:00', ended: '2026-10-03T10:00' },
    { name: 'Thẩm định', limitDays: null, started: '2026-10-03T10:00', ended: null },
  ]);
  const admin = server.credentials.mau['province-admin'];
  expect((await server.request('POST', `/v1/imports/${idOf(4)}/undo`, {}, admin)).status).toBe(200);
  expect(await rowsOf(server, 'dossier_courses', 'steps', 'code')).toEqual([]);
});

test('our own shape: steps, pauses and new promised dates nested in the item', async () => {
  const item = {
    code: 'H99.03-261003-0003',
    unit: 'so-a',
    state: 'processing',
    received: '2026-10-03T08:00',
    promised: '2026-10-17T17:00',
    reappointed: ['2026-10-24T17:00', '2026-10-30T17:00'],
    pauses: [{ kind: 'supplement', from: '2026-10-05T08:00', to: '2026-10-07T08:00' }],
    steps: [{ unit: 'so-b', officer: null, due: '2026-10-08T17:00', ended: '2026-10-07T16:00' }],
  };
  const { body } = await sendFile(server, 3, { kind: 'dossiers' }, JSON.stringify([item]));
  expect(body.refused === 0 ? [] : await faultLines(server, 3)).toEqual([]);
  const [, , last] = await stored();
  expect(JSON.parse(String(last?.reappointed))).toEqual(item.reappointed);
  expect(JSON.parse(String(last?.pauses))).toEqual(item.pauses);
  expect(JSON.parse(String(last?.steps))).toEqual(item.steps);
});
