import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import type { ParCriteriaView } from '#wire/par-criteria.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const HEAD =
  'Năm;Mã tiêu chí;Tên tiêu chí;Điểm tối đa;Cách tính;Kiểu quy đổi;Mốc quy đổi;Điểm kê khai;Tài liệu kiểm chứng;Văn bản;Áp dụng từ ngày';
const ACT = 'QĐ 01/QĐ-UBND ngày 05/01/2026';
const FILE = [
  HEAD,
  `2026;3.10;Hồ sơ nộp trực tuyến;1,5;Hồ sơ nộp trực tuyến;Tăng đều;dưới 40 = 0; 40 = 0,5; 80 = 1,5;;;${ACT};`,
  `2026;3.2;Kế hoạch ban hành kịp thời;0,5;Tự kê khai;;;0,5;Kế hoạch số 01/KH-UBND;;`,
  '2026;3.3;Hồ sơ xã đúng hạn;2;onTime.commune;Bậc;90 = 1 | 95 = 2;;;;',
  '2026;3.4;Phản ánh trả lời đúng hạn;1;Tỷ lệ lạ;;;;;;',
  '2026;3.5;Thừa điểm;1;online;Bậc;50 = 2;;;;',
  '2026;3.6;Điều tra xã hội học;3;;;;;;;01/07/2026',
].map((line, i) =>
  i === 1 ? line.replace('dưới 40 = 0; 40 = 0,5; 80 = 1,5', '"dưới 40 = 0; 40 = 0,5; 80 = 1,5"') : line,
);
const send = (n: number, lines: readonly string[]) => sendFile(server, n, { kind: 'par-criteria' }, lines.join('\r\n'));
const view = async () =>
  (
    await server.request<ParCriteriaView>(
      'GET',
      '/v1/par-criteria?year=2026',
      undefined,
      server.credentials.mau['province-admin'],
    )
  ).body;

describe('a file of criteria', () => {
  test('has a template whose own example row is taken', async () => {
    const as = server.credentials.mau['province-admin'];
    const { text, status } = await server.request('GET', '/v1/imports/template/par-criteria', undefined, as);
    expect(status).toBe(200);
    expect(text.replace('\ufeff', '').split('\r\n')[0]).toBe(
      'Năm,Mã tiêu chí,Tên tiêu chí,Điểm tối đa,Cách tính,Kiểu quy đổi,Mốc quy đổi,Văn bản',
    );
    const { body } = await sendFile(server, 1, { kind: 'par-criteria', dryRun: '1' }, text);
    expect(body).toMatchObject({ state: 'done', read: 1, created: 1, refused: 0 });
    expect((await view()).list).toBeNull();
  });

  test('takes the good rows and tells of each bad one which column and what to write', async () => {
    const { body } = await send(2, FILE);
    expect(body).toMatchObject({ state: 'done', read: 6, created: 3, refused: 3 });
    const faults = await faultLines(server, 2);
    expect(faults[0]).toMatch(/^4,Mốc quy đổi,không nhập,bounds.invalid,.*80 = 1; 95 = 2/);
    expect(faults[1]).toMatch(/^5,Cách tính,không nhập,word.unknown,.*Tự kê khai/);
    expect(faults[2]).toMatch(/^6,Cách tính,không nhập,field.invalid,.*2,00 điểm vượt điểm tối đa 1,00/);
    const { list, criteria } = await view();
    expect(list?.act).toBe(ACT);
    expect(criteria.map(({ id, max, from, source }) => [id, max, from, source])).toEqual([
      ['3.2', '0,50', null, { declared: '0,50', evidence: 'Kế hoạch số 01/KH-UBND' }],
      ['3.6', '3,00', '2026-07-01', null],
      [
        '3.10',
        '1,50',
        null,
        { ratio: 'online', kind: 'linear', bounds: 'dưới 40,00 = 0,00; 40,00 = 0,50; 80,00 = 1,50' },
      ],
    ]);
  });

  test('changes what is there, and is taken back', async () => {
    const changed = FILE[2]?.replace('Tự kê khai;;;0,5', 'Tự kê khai;;;0,3') ?? '';
    const added = '2026;3.9;Mới;1;;;;;;;';
    const { body } = await send(3, [HEAD, changed, added, FILE[6] ?? '']);
    expect(body).toMatchObject({ created: 1, updated: 1, repeated: 1, refused: 0 });
    const undone = await server.request<ImportView>(
      'POST',
      `/v1/imports/${idOf(3)}/undo`,
      {},
      server.credentials.mau['province-admin'],
    );
    expect(undone.body).toMatchObject({ state: 'undone', takenBack: 2, kept: 0 });
    const { criteria } = await view();
    expect(criteria.map(({ id }) => id)).toEqual(['3.2', '3.6', '3.10']);
    expect(criteria[0]?.source).toMatchObject({ declared: '0,50' });
  });

  test('needs an act where the year has no list yet', async () => {
    await send(4, [HEAD, '2025;1;Mới;1;;;;;;;']);
    expect((await faultLines(server, 4))[0]).toContain('ở cột Văn bản');
  });
});
