import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedTable } from '#rules/published-table.ts';
import type { KeptTables } from '#wire/kept-table.ts';
import { BINH_THUAN_2021 } from '../../server/demo/seeds/binh-thuan-2021.ts';
import { PHU_THO_2018 } from '../../server/demo/seeds/phu-tho-2018.ts';
import { besideOurs } from '../../server/figures/published-faults.ts';
import { unitResult } from '../admin/sample.ts';
import { buildXlsx, textRow } from '../imports/build-xlsx.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const put = (table: PublishedTable, period: string | null = null) =>
  server.request<{ code: string }>('PUT', `/v1/published-tables/${table.id}`, { table, period }, admin());
const setState = (id: string, state: string) =>
  server.request('POST', `/v1/published-tables/${id}/state`, { state }, admin());
const listed = async () => (await server.request<KeptTables>('GET', '/v1/published-tables', undefined, admin())).body;
const inPublic = async () => (await server.request('GET', '/cong-khai/mau/bao-cao')).text;

describe('an earlier report', () => {
  it('is a draft until it is shown, with what does not add up in it', async () => {
    expect((await put(PHU_THO_2018)).status).toBe(204);
    const { tables } = await listed();
    expect(tables).toMatchObject([{ state: 'draft', period: null, enteredBy: 'user:province-admin', beside: [] }]);
    expect(tables[0]?.faults.map(({ message }) => message)).toEqual([
      'Kiểm tra: 6.824 + 2.018 = 8.842, còn 26 hồ sơ (0,3\u00a0%) báo cáo không giải thích.',
      'Tỷ lệ đã công bố 22,75\u00a0% là số bị cắt, số làm tròn là 22,76\u00a0%.',
    ]);
    expect(await inPublic()).not.toContain('8.868');
    expect((await setState(PHU_THO_2018.id, 'public')).status).toBe(204);
    expect(await inPublic()).toContain('còn 26 hồ sơ');
  });

  it('changed after it was shown is a draft again: the public reads only what was looked at', async () => {
    await put({ ...PHU_THO_2018, title: 'Tên khác' });
    expect((await listed()).tables).toMatchObject([{ state: 'draft' }]);
    expect(await inPublic()).not.toContain('Tên khác');
    await setState(PHU_THO_2018.id, 'public');
    expect(await inPublic()).toContain('Tên khác');
    await setState(PHU_THO_2018.id, 'draft');
    expect(await inPublic()).not.toContain('Tên khác');
  });

  it('has no phone number in its words', async () => {
    await put({ ...PHU_THO_2018, notes: ['Liên hệ 0912 345 678 để biết thêm.'] });
    expect((await listed()).tables[0]?.table.notes).toEqual(['Liên hệ [đã che số điện thoại] để biết thêm.']);
  });

  it('stands beside a period of ours or is refused by name, and is gone when it is removed', async () => {
    expect((await put(PHU_THO_2018, '2026-q4')).status).toBe(204);
    expect((await listed()).tables).toMatchObject([{ period: '2026-q4', beside: [] }]);
    const unknown = await put(PHU_THO_2018, '1999-q1');
    expect([unknown.status, unknown.body.code]).toEqual([422, 'table.period']);
    const path = `/v1/published-tables/${PHU_THO_2018.id}`;
    expect((await server.request('DELETE', path, undefined, admin())).status).toBe(204);
    expect((await listed()).tables).toEqual([]);
    expect((await server.request('DELETE', path, undefined, admin())).status).toBe(404);
    expect((await setState(PHU_THO_2018.id, 'public')).status).toBe(404);
  });

  it('of another province is not read here', async () => {
    await put(PHU_THO_2018);
    const kia = server.credentials.kia['province-admin'];
    const { body } = await server.request<KeptTables>('GET', '/v1/published-tables', undefined, kia);
    expect(body.tables).toEqual([]);
  });
});

describe('a file of figures', () => {
  const read = (content: string, name = 'bao-cao.csv') =>
    server.request<{ lines: string; message: string }>(
      'POST',
      `/v1/published-tables/lines?name=${name}`,
      content,
      admin(),
    );

  it('is read by the names of its columns, wherever they stand, and nothing is stored', async () => {
    const { status, body } = await read('Nội dung,Nhóm,Số,Tổng\nXuất sắc,"Sở, ngành",12,18\nTốt,"Sở, ngành",6,\n');
    expect(status).toBe(200);
    expect(body.lines).toBe('Sở, ngành\tXuất sắc\t12\t\t\t18\nSở, ngành\tTốt\t6');
    expect((await listed()).tables.map(({ table }) => table.id)).toEqual([PHU_THO_2018.id]);
  });

  it('may be a workbook, its numbers as numbers', async () => {
    const rows = `${textRow(1, ['Nhóm', 'Nội dung', 'Số'])}<row r="2"><c r="A2" t="inlineStr"><is><t>Hồ sơ</t></is></c><c r="B2" t="inlineStr"><is><t>Quá hạn</t></is></c><c r="C2"><v>1013</v></c></row>`;
    const body = new Uint8Array(buildXlsx({ sheets: [{ name: 'Bảng', rows }] }));
    const answer = await server.app.request('/v1/published-tables/lines?name=a.xlsx', {
      method: 'POST',
      body,
      headers: { ...admin(), 'content-length': String(body.length) },
    });
    expect(await answer.json()).toEqual({ lines: 'Hồ sơ\tQuá hạn\t1013' });
  });

  it('without these columns is refused with the names of them', async () => {
    const { status, body } = await read('Cột một,Cột hai\na,b\n');
    expect(status).toBe(422);
    expect(body.message).toContain('Nhóm, Nội dung, Số');
  });
});

describe('ours beside theirs', () => {
  const own = (name: string, gradeLabel: string, satisfactionLabel: string, hidden = false) => ({
    ...unitResult(name, name, { level: 'province', gradeLabel, satisfactionLabel, total: 159 }),
    hidden,
  });
  const ours = [
    own('Sở Tài chính', 'Xuất sắc', 'Rất hài lòng'),
    own('Sở Tư pháp', 'Xuất sắc', 'Rất hài lòng'),
    own('Sở Nội vụ', 'Khá', 'Bình thường'),
  ];

  it('sets each printed count and total beside what our units come to', () => {
    expect(besideOurs(BINH_THUAN_2021, ours).map(({ label, theirs, ours: n }) => [label, theirs, n])).toEqual([
      ['Xuất sắc', 17, 2],
      ['Tốt', 1, 0],
      ['Rất hài lòng', 17, 2],
      ['Hài lòng', 1, 0],
      ['Sở Tài chính', 159, 159],
    ]);
  });

  it('compares no level with a hidden unit, and no count that is not of units', () => {
    const hidden = [...ours, own('Sở Nhỏ', 'Tốt', 'Hài lòng', true)];
    expect(besideOurs(BINH_THUAN_2021, hidden).map(({ label }) => label)).toEqual(['Sở Tài chính']);
    expect(besideOurs(PHU_THO_2018, ours)).toEqual([]);
    const dossiers = { total: 8868, solved: 6824, open: 2018, early: 4718, onTime: 2000 };
    const beside = besideOurs(PHU_THO_2018, ours, dossiers);
    expect(beside.map(({ label, theirs, ours: n }) => [label, theirs, n])).toEqual([
      ['hồ sơ đã tiếp nhận', 8868, 8868],
      ['Đã giải quyết', 6824, 6824],
      ['Đang giải quyết', 2018, 2018],
      ['hồ sơ đã giải quyết', 6824, 6824],
      ['Trước hạn', 4718, 4718],
      ['Đúng hạn', 2093, 2000],
      // What was not counted is not known.
      ['Quá hạn', 13, null],
    ]);
  });

  it('of a unit we do not have nothing is known, never 0', () => {
    expect(besideOurs(BINH_THUAN_2021, ours.slice(1)).at(-1)).toMatchObject({ label: 'Sở Tài chính', ours: null });
  });
});
