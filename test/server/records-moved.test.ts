import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Problem } from '#wire/problem.ts';
import type { Period, PeriodCheck, Results } from '#wire/results.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { sendFile } from '../imports/send-file.ts';
import { fillPeriod } from './filled-period.ts';
import { idOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await fillPeriod(server);
  await at('2027-01-04T02:00:00Z', () => act('close'));
});
afterEach(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const act = (name: string, body?: object) =>
  server.request<Period & Problem>('POST', `/v1/periods/2026-q4/${name}`, body, admin());
async function at<T>(instant: string, what: () => Promise<T>): Promise<T> {
  server.clock.now = new Date(instant);
  return what();
}
const put = (path: string, items: readonly object[]) =>
  server.request<{ outcomes: { outcome: string }[] }>('POST', path, items, admin());
/** As the advice of the check tells it, or `undefined`. */
const moved = async (period = '2026-q4') =>
  (await server.request<PeriodCheck>('GET', `/v1/periods/${period}/check`, undefined, admin())).body.advisory.find(
    ({ code }) => code === 'records.moved',
  );
const dossier = (code: string, more: Partial<DossierBody> = {}): DossierBody => ({
  ...{ code, unit: 'so-a', procedure: '1.001612', officer: 'CB-01', channel: 'counter', state: 'ready' },
  ...{ received: '2026-11-02T08:00', promised: '2026-11-05T17:00', reappointed: [], ready: '2026-11-05T10:00' },
  ...{ returned: null, pauses: [], supplements: 2, limitDays: 3 },
  ...more,
});
const LATER = '2027-01-05T02:00:00Z';

it('nothing changed: the check says nothing, and the seal asks nothing', async () => {
  // Sent once more as it stands, and one that counts in the next quarter alone.
  await at(LATER, () => put('/v1/dossiers', [dossier('H99.01-261102-0004')]));
  const next = { received: '2027-01-02T08:00', promised: '2027-01-08T17:00', ready: '2027-01-04T10:00' };
  await put('/v1/dossiers', [dossier('H99.01-270102-0001', next)]);
  expect(await moved()).toBeUndefined();
  expect((await act('seal')).body.state).toBe('sealed');
});

it('counts each kind of record that moved, and the seal refuses until it is scored anew', async () => {
  server.clock.now = new Date(LATER);
  await put('/v1/dossiers', [
    dossier('H99.01-261102-0004', { ready: '2026-11-04T10:00' }),
    dossier('H99.01-261102-0005', {
      ready: '2026-11-06T10:00',
      supplements: null,
      acts: { answered: '2026-11-02T09:00' },
    }),
    dossier('H99.01-261102-0099'),
  ]);
  await put('/v1/petitions', [
    {
      ...{ id: 'PA-1', unit: 'so-a', dossier: null, procedure: null, about: 'other', received: '2026-11-03' },
      ...{ due: '2026-11-20', answered: '2026-11-19', prolonged: false, verdict: 'unfounded' },
    },
  ]);
  await put('/v1/unit-facts', [{ unit: 'so-a', period: '2026-q4', facts: { disclosure: 'both' } }]);
  await put('/v1/recordings', [{ unit: 'so-a', kind: 'petitions', from: '2026-10-01' }]);
  const message =
    'Sau bản chốt 2026-q4.1, tính từ hồ sơ lúc 04/01/2027 09:00, có 3 hồ sơ thêm hoặc đổi, 1 phản ánh thêm, đổi hoặc gỡ, 1 đơn vị khai lại số liệu và 1 lần khai «ghi đủ từ ngày». Tính lại từ hồ sơ để kết quả theo số liệu hiện nay.';
  expect(await moved()).toEqual({ code: 'records.moved', message, kept: null });
  const refused = await act('seal');
  expect([refused.status, refused.body.code]).toEqual([409, 'records.moved']);
  expect(refused.body.message).toBe(`Chưa khóa sổ: ${message} Hoặc ghi lý do giữ nguyên rồi khóa sổ.`);

  // From the sums of the old result nothing on record was read.
  server.clock.now = new Date('2027-01-06T02:00:00Z');
  await act('rescore', { reason: 'Thử cách làm tròn khác.', choices: { rounding: 'truncate' } });
  expect((await moved())?.message).toContain('Sau bản chốt 2026-q4.2, tính từ hồ sơ lúc 04/01/2027 09:00');
  await act('rescore', { reason: 'Theo hồ sơ đã sửa.', from: 'records' });
  expect(await moved()).toBeUndefined();
  expect((await act('seal')).body.state).toBe('sealed');
});

it('a dossier taken back with its import is told', async () => {
  const file = [
    'mã hồ sơ;đơn vị;ngày tiếp nhận;ngày hẹn trả;ngày có kết quả',
    'H99.01-261102-0077;so-a;02/11/2026;05/11/2026;04/11/2026',
  ];
  await act('reopen', { reason: 'Nhập thêm hồ sơ của so-a.' });
  expect((await sendFile(server, 1, { kind: 'dossiers' }, file.join('\n'))).body.created).toBe(1);
  await at(LATER, () => act('close'));
  expect(await moved()).toBeUndefined();
  await at('2027-01-06T02:00:00Z', () => server.request('POST', `/v1/imports/${idOf(1)}/undo`, {}, admin()));
  expect((await moved())?.message).toContain('có 1 hồ sơ bị gỡ.');
});

it('what changed may stay out of the result: the reason comes with the seal and is printed with the snapshot', async () => {
  await at(LATER, () => put('/v1/dossiers', [dossier('H99.01-261102-0004', { ready: '2026-11-04T10:00' })]));
  const reason = 'Một hồ sơ sửa sau ngày chốt, không đổi điểm.';
  expect((await act('seal', { movedReason: 'ngắn' })).body.code).toBe('body.invalid');
  expect((await act('seal', { movedReason: reason })).body.state).toBe('sealed');
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin());
  expect(body.snapshot?.acknowledged.map((each) => each.reason)).toEqual([reason]);
});

it('a level told anew moves the quarters it was judged by, each by its last day, and no other', async () => {
  server.clock.now = new Date(LATER);
  await server.db.batch([
    insertPeriod('mau', {
      ...{ period: '2026-q3', kind: 'quarter', from: '2026-07-01', to: '2026-10-01', ruleset: 'tt01-2018' },
      ...{ decision: null, choices: '{}' },
    }),
  ]);
  await server.request('POST', '/v1/periods/2026-q3/close', undefined, admin());
  const spans = async (from: string) => {
    const commune = { from, name: 'Phường A', level: 'commune', parent: null };
    const office = { from: '2026-01-01', name: 'Đơn vị so-a', level: 'province', parent: null };
    const reason = 'Quyết định số 12 của Ủy ban nhân dân tỉnh.';
    const { body } = await put('/v1/unit-spans', [{ unit: 'so-a', spans: [office, commune], reason }]);
    expect(body.outcomes[0]?.outcome).toBe('updated');
  };
  const both = async () => [(await moved('2026-q3'))?.message, (await moved())?.message];
  const told = (snapshot: string, at: string) =>
    `Sau bản chốt ${snapshot}, tính từ hồ sơ lúc ${at}, có 1 đơn vị khai lại tên, cấp hoặc ngày hoạt động. Tính lại từ hồ sơ để kết quả theo số liệu hiện nay.`;
  const [q3, q4] = [told('2026-q3.1', '05/01/2027 09:00'), told('2026-q4.1', '04/01/2027 09:00')];

  await spans('2027-01-01');
  expect(await both()).toEqual([undefined, undefined]);
  await spans('2026-10-01');
  expect(await both()).toEqual([undefined, q4]);
  await spans('2026-09-30');
  expect(await both()).toEqual([q3, q4]);
  expect((await act('seal')).body.code).toBe('records.moved');
  // Put back as it was, nothing moved.
  await spans('2027-01-01');
  expect(await both()).toEqual([undefined, undefined]);

  await spans('2026-12-31');
  await act('rescore', { reason: 'Theo cấp của đơn vị đã sửa.', from: 'records' });
  expect(await both()).toEqual([undefined, undefined]);
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin());
  expect(body.units.find(({ unit }) => unit === 'so-a')).toMatchObject({ name: 'Phường A', level: 'commune' });
});
