import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../reports/read-docx.ts';
import { readXlsx } from '../reports/read-xlsx.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let admin: As;
beforeAll(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
});
afterAll(() => server.close());

const OF = '/v1/periods/2026-q4/units/so-a';
async function bytes(path: string, as = admin): Promise<Uint8Array> {
  const response = await server.app.request(path, { headers: as });
  expect([path, response.status]).toEqual([path, 200]);
  return new Uint8Array(await response.arrayBuffer());
}
const said = async (path: string, as = admin) =>
  readDocx(await bytes(path, as))
    .lines.join('\n')
    .replaceAll('\u00a0', ' ');

describe('Mẫu 01', () => {
  it('lists every dossier with the points of the system, sums that compute again, and no cell of a citizen', async () => {
    const sheets = readXlsx(await bytes(`${OF}/mau-01.xlsx`));
    const [table] = sheets.values();
    const row = (n: number) =>
      'ABCDEFGHIJ'.split('').map((column) => {
        const cell = table?.get(`${column}${n}`);
        return cell?.formula ?? cell?.value ?? cell?.text;
      });
    // Promised 05/11: ready on 04/11 is 2, on 05/11 is 1, on 06/11 is 0; the steps of the first in time; extra papers 0, 0, 1, 2.
    expect(row(5).slice(0, 6)).toEqual(['1', 'H99.01-261102-0001', 2, 2, 2, '—']);
    expect([4, 5].map((n) => row(n)[1])).toEqual(['Mã hồ sơ', 'H99.01-261102-0001']);
    expect([5, 6, 7, 8, 9, 10].map((n) => row(n)[2])).toEqual([2, 2, 2, 1, 0, '—']);
    expect([5, 6, 7, 8].map((n) => row(n)[4])).toEqual([2, 2, 1, 0]);
    expect(row(5)[8]).toMatch(/^ROUND\(SUM\(.+\),1\)$/);
    const all = [...sheets.values()].flatMap((sheet) => [...sheet.values()].map(({ text }) => text ?? ''));
    expect(all.join('\n')).not.toMatch(/citizen|Người dân/);
    const logged = await server.db.all("select subject from audit where tenant = 'mau' and action = 'report.dossiers'");
    expect(logged).toEqual([{ subject: '2026-q4/so-a' }]);
  });

  it('says that a part beyond the last has nothing', async () => {
    expect(await said(`${OF}/mau-01.docx?part=2`)).toContain('Không còn kết luận của từng hồ sơ');
  });
});

describe('Mẫu 02', () => {
  it('has the nine indicators in every series beside their most, and their sum', async () => {
    const [table] = readXlsx(await bytes(`${OF}/mau-02.xlsx`)).values();
    expect(table?.get('C14')).toEqual({ text: null, value: 18, formula: 'ROUND(SUM(C5:C13),1)' });
    expect(table?.get('H14')).toEqual({ text: null, value: 13.5, formula: 'ROUND(SUM(H5:H13),1)' });
    // Five answers to indicator 1: 20 + 20 + 20 + 10 + 0 tenths.
    expect(table?.get('F5')?.text?.replaceAll('\u00a0', ' ')).toBe('1,4 (n = 5)');
    expect(table?.get('F6')?.text).toBe('không hỏi');
  });
});

describe('Mẫu 03', () => {
  it('ranks the units of each level for who sees the province', async () => {
    const text = await said('/v1/periods/2026-q4/mau-03.docx');
    expect(text).toContain('Bảng xếp loại cấp tỉnh');
    expect(text).toContain('13,5');
    const { status } = await server.request(
      'GET',
      '/v1/periods/2026-q4/mau-03.docx',
      undefined,
      server.credentials.mau['unit-admin'],
    );
    expect(status).toBe(403);
  });
});

describe('the notice to a unit', () => {
  it('tells its result, what to do first and until when to object, and nothing of a neighbour', async () => {
    const text = await said(`${OF}/notice.docx`, server.credentials.mau['unit-admin']);
    expect(text).toContain('Kết quả Quý IV/2026 của Đơn vị so-a: 13,5/18 điểm, xếp loại Tốt.');
    // 1,0 thrice: indicators 7, 8 and 9.
    expect(text).toMatch(
      /Việc nên làm trước: chỉ số 7 .+ đạt 1,0\/2; chỉ số 8 .+ đạt 1,0\/2; chỉ số 9 .+ đạt 1,0\/2\./,
    );
    expect(text).toContain('gửi giải trình trước khi khóa sổ');
    expect(text).toContain('Số: …/TB-…');
    expect(text).not.toContain('so-b');
  });

  it('is not given to another unit', async () => {
    const { status, text } = await server.request(
      'GET',
      '/v1/periods/2026-q4/units/so-b/notice.docx',
      undefined,
      server.credentials.mau['unit-admin'],
    );
    expect([status, text]).toEqual([403, expect.stringContaining('scope.denied')]);
  });
});
