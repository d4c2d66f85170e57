import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, rowsOf, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const HEAD = 'Mã hồ sơ,Chủ hồ sơ,Đơn vị,Trạng thái,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Thời hạn giải quyết';

/** Row of the file, what is wrong in it: column and code of the fault; `null` = nothing. */
const ROWS: readonly (readonly [text: string, column: string | null, code: string | null])[] = [
  ['H99.01-261001-0001,An,so-a,Đã trả kết quả,01/10/2026 08:15,15/10/2026,14/10/2026,10', null, null],
  ['1.23457E+14,An,so-a,Đang xử lý,01/10/2026,15/10/2026,,', 'Mã hồ sơ', 'code.collapsed'],
  [',An,so-a,Đang xử lý,01/10/2026,15/10/2026,,', 'Mã hồ sơ', 'field.empty'],
  ['H99.01-261001-0004,An,so-z,Đang xử lý,01/10/2026,15/10/2026,,', 'Đơn vị', 'unit.unknown'],
  ['H99.01-261001-0005,An,so-a,Đang ngủ,01/10/2026,15/10/2026,,', 'Trạng thái', 'state.unknown'],
  ['H99.01-261001-0006,An,so-a,Đang xử lý,31/02/2026,15/10/2026,,', 'Ngày tiếp nhận', 'date.day'],
  ['H99.01-261001-0007,An,so-a,Đang xử lý,01/10/26,15/10/2026,,', 'Ngày tiếp nhận', 'date.shortYear'],
  ['H99.01-261001-0008,An,so-a,Đang xử lý,hôm qua,15/10/2026,,', 'Ngày tiếp nhận', 'date.form'],
  ['H99.01-261001-0009,An,so-a,Đang xử lý,01/10/1926,15/10/2026,,', 'Ngày tiếp nhận', 'date.year'],
  ['H99.01-261001-0010,An,so-a,Đã trả kết quả,01/10/2026,15/10/2026,01/12/2026,', 'Ngày trả kết quả', 'date.future'],
  ['H99.01-261005-0011,An,so-a,Đã trả kết quả,05/10/2026,15/10/2026,02/10/2026,', 'Ngày trả kết quả', 'date.order'],
  ['H99.01-261001-0012,An,so-a,Đang xử lý,01/10/2026,15/10/2026,,độ chục', 'Thời hạn giải quyết', 'number.form'],
  ['#N/A,An,so-a,Đang xử lý,01/10/2026,15/10/2026,,', 'Mã hồ sơ', 'cell.failed'],
  ['0912345678,An,so-a,Đang xử lý,01/10/2026,15/10/2026,,', 'Mã hồ sơ', 'cell.personal'],
  ['H99.01-261001-0015,An,so-a,Đang xử lý', null, 'csv.columns'],
  ['H99.01-261001-0001,An,so-a,Đang xử lý,01/10/2026 08:15,15/10/2026,,10', null, 'row.twice'],
  ['"H99.01-261001-0017","An, ""Bình""\nhai dòng",so-b,Đang xử lý,01/10/2026,15/10/2026,,', null, null],
  ['=H99.01,An,so-a,Đang xử lý,01/10/2026,15/10/2026,,', 'Mã hồ sơ', 'field.invalid'],
  ['H99.01-261001-0019,An,so-b,Đang xử lý,01/10/2026,15/10/2026,,3', null, null],
  ['H99.01-261001-0020,An,so-b,Đang xử lý,02/10/2026,15/10/2026,,"2,5"', null, null],
  ['"H99.01-261001-0021,An,so-a,Đang xử lý', null, 'csv.quote'],
];

test('every malformed kind of row gives one line of one report, and every valid row is in', async () => {
  const text = [HEAD, ...ROWS.map(([row]) => row)].join('\n');
  const { body } = await sendFile(server, 1, { kind: 'dossiers' }, text);
  const faults = (await faultLines(server, 1)).map((line) => line.split(','));
  const told = faults.filter(([, , kind]) => kind === 'không nhập').map(([, column, , code]) => [column, code]);
  const expected = ROWS.filter(([, , code]) => code !== null).map(([, column, code]) => [column ?? '', code]);
  expect(told).toHaveLength(expected.length);
  for (const [column, code] of expected)
    if (!code?.startsWith('csv.')) expect(told, `${column} ${code}`).toContainEqual([column, code]);
  expect(body).toMatchObject({ state: 'done', created: 4, refused: expected.length });
  const codes = await rowsOf<{ code: string }>(server, 'dossiers', 'code', 'code');
  expect(codes.map(({ code }) => code.slice(-2))).toEqual(['01', '17', '19', '20']);
  // The day in the code of the last one is not the day of its receipt: told, and taken.
  expect(faults.filter(([, , kind]) => kind !== 'không nhập').map((line) => line[3])).toEqual(['code.day']);
  expect(body.notices).toBe(1);
  // Every line says what to do: two sentences, and none repeats what the cell held.
  for (const line of faults) expect(line.slice(4).join(','), line.join()).toMatch(/\. \S/);
  expect(faults.join('\n')).not.toMatch(/0912345678|so-z|Đang ngủ|hôm qua|độ chục|=H99/);
});
