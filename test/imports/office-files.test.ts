import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { buildXlsx, textRow } from './build-xlsx.ts';
import { faultLines } from './send-file.ts';

let server: TestServer;
let n = 0;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const HEAD = ['Mã hồ sơ', 'Đơn vị', 'Trạng thái', 'Ngày tiếp nhận'];
const code = (i: number) => `H99.01-261001-${n}${String(i).padStart(3, '0')}`;
const row = (i: number, received = '01/10/2026') => [code(i), 'so-a', 'Đang xử lý', received];
const text = (rows: readonly (readonly string[])[], end = '\r\n') =>
  rows.map((cells) => cells.join(';') + end).join('');

/** Rows taken in, those refused, and row, column and code of each line of the report. */
async function taken(file: string | Uint8Array, kind = 'dossiers') {
  const bytes = Buffer.from(file as string);
  const answer = await server.app.request(`/v1/imports?id=${idOf(n)}&kind=${kind}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { ...server.credentials.mau['province-admin'], 'content-length': String(bytes.length) },
  });
  const { created, refused, code } = (await answer.json()) as { created?: number; refused?: number; code?: string };
  if (answer.status !== 201) return code;
  const lines = (await faultLines(server, n)).map((line) => line.split(','));
  return [created, refused, lines.map(([at, column, , fault]) => `${at} ${column} ${fault}`)];
}
const received = async (i: number) =>
  (
    await server.db.all<{ received: string }>("select received from dossiers where tenant = 'mau' and code = ?", [
      code(i),
    ])
  )[0]?.received;

/** Windows-1258: vowels with their hat or horn in one byte, the tone in a byte of its own behind. */
function in1258(text: string): Buffer {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const decoder = new TextDecoder('windows-1258');
  const byteOf = new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  const signs = Array.from(text.normalize('NFC')).flatMap((sign) => {
    if (byteOf.has(sign)) return [sign];
    const [bare = '', ...marks] = sign.normalize('NFD');
    const hat = marks.find((mark) => byteOf.has((bare + mark).normalize('NFC'))) ?? '';
    return [(bare + hat).normalize('NFC'), ...marks.filter((mark) => mark !== hat)];
  });
  return Buffer.from(signs.map((sign) => byteOf.get(sign) ?? 63));
}
const wide = (ascii: string) => ascii.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('read as meant', () => {
  const cases: Readonly<Record<string, () => string | Uint8Array>> = {
    'Excel: sep=; in front': () => `sep=;\r\n${text([HEAD, row(1)])}`,
    'lines that end by a return alone, sep= too': () => `sep=;\r${text([HEAD, row(1)], '\r')}`,
    'empty columns behind': () =>
      text([
        [...HEAD, '', ''],
        [...row(1), '', ''],
      ]),
    'the header again in the middle, written otherwise': () =>
      text([HEAD, row(1), ['MÃ HỒ SƠ', 'Đơn vị:', 'TRẠNG THÁI', 'Ngày tiếp nhận'], row(2)]),
    'a header in NFD': () => text([HEAD, row(1)]).normalize('NFD'),
    'blanks that do not break': () =>
      text([HEAD.map((h) => ` ${h} `), row(1).map((c) => `${c} `)]).replaceAll(' ', '\u00a0'),
    'digits and letters of double width': () =>
      text([HEAD, [wide(code(1)), wide('so-a'), 'Đang xử lý', wide('01/10/2026')]]),
    'codes as formulas': () => text([HEAD, [`"=""${code(1)}"""`, 'so-a', 'Đang xử lý', '"=""01/10/2026"""']]),
    'Windows-1258 with its marks apart': () => in1258(text([HEAD, row(1)])),
    'OpenCPS: a page of a list': () =>
      JSON.stringify({
        total: '2',
        start: 0,
        data: {
          dossierNo: code(1),
          govAgencyCode: 'so-a',
          dossierStatus: 'processing',
          receiveDate: '01/10/2026 08:15:00',
        },
      }),
  };
  for (const [name, file] of Object.entries(cases))
    test(name, async () => {
      n += 1;
      const rows = name.includes('again') ? 2 : 1;
      expect(await taken(file())).toEqual([rows, 0, []]);
      expect(await received(1)).toMatch(/^2026-10-01T/);
    });

  test("a spreadsheet's day numbers", async () => {
    n += 1;
    // 46.296 days after 30/12/1899, and 11 of 32 parts of the day.
    expect(await taken(text([HEAD, row(1, '46296'), row(2, '46296,34375')]))).toEqual([2, 0, []]);
    expect(await received(1)).toMatch(/^2026-10-01T/);
    expect(await received(2)).toBe('2026-10-01T08:15');
  });
});

describe('named by row, column and remedy, with every other row in', () => {
  test('hours and years that are none', async () => {
    n += 1;
    const rows = [row(1), row(2, '01/10/2026 24:00'), row(3, '01/10/0206'), row(4)];
    expect(await taken(text([HEAD, ...rows]))).toEqual([
      2,
      2,
      ['3 Ngày tiếp nhận date.time', '4 Ngày tiếp nhận date.year'],
    ]);
  });

  test('totals, titles of groups and places to sign, which are no data, are said to be that', async () => {
    n += 1;
    const foot = [
      ['Tổng cộng', '', '', '2'],
      ['', 'Tổng số: 2 hồ sơ', '', ''],
      ['', '', '', ''],
      ['Người lập biểu', '', '', 'Chánh văn phòng'],
    ];
    expect(
      await taken(text([HEAD, ['I. XÂY DỰNG', '', '', ''], row(1), ['II', 'Đất đai', '', ''], row(2), ...foot])),
    ).toEqual([2, 5, [2, 4, 6, 7, 9].map((at) => `${at}  row.stray`)]);
  });

  test('a code alone, and a total that could be data, are told cell by cell', async () => {
    n += 1;
    const rows = [
      [code(1), '', '', ''],
      ['X12', 'so-a', '', ''],
      [code(3), 'Tổng cộng quát', 'Đang xử lý', '01/10/2026'],
    ];
    const found = await taken(text([HEAD, ...rows]));
    expect(JSON.stringify(found)).not.toContain('row.stray');
    expect(found?.slice(0, 2)).toEqual([0, 3]);
  });

  test("a unit's name misspelt is no title, however little stands beside it", async () => {
    n += 1;
    const file = text([
      ['Đơn vị', 'Kỳ', 'Công khai', 'Số hồ sơ'],
      ['Sở Xây đựng', '2026-q4', '', ''],
      ['Tổng cộng', '', '', '7'],
    ]);
    expect(await taken(file, 'unit-facts')).toEqual([0, 2, ['2 Đơn vị unit.unknown', '3  row.stray']]);
  });

  test('a quote never closed, and one that stands wrong, whatever ends the lines', async () => {
    for (const end of ['\r\n', '\n', '\r']) {
      n += 1;
      const open = ['"', ...row(2)].join('').replaceAll(',', ';');
      const rows = [HEAD, row(1), ['"x"y', 'so-a', '', ''], row(3), [open], row(4), row(5)];
      expect(await taken(text(rows, end))).toEqual([4, 2, ['3  row.quote', '5  row.open']]);
    }
  });

  test('a line of more than 1 MiB', async () => {
    n += 1;
    const long = ['x'.repeat(1_200_000), 'so-a', 'Đang xử lý', ''];
    expect(await taken(text([HEAD, row(1), long, row(2)]))).toEqual([2, 1, [expect.stringMatching(/^3 /)]]);
  });

  test('iGate: titles, merged cells over a header of two rows, column numbers, groups, a total and a signature', async () => {
    n += 1;
    const rows = [
      textRow(1, ['SỞ XÂY DỰNG', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']),
      textRow(3, ['(Từ ngày 01/10/2026 đến ngày 31/10/2026)']),
      textRow(5, ['STT', 'Mã hồ sơ', 'Đơn vị', 'Thời gian', '', 'Trạng thái']),
      textRow(6, ['', '', '', 'Ngày tiếp nhận', 'Ngày hẹn trả', '']),
      textRow(7, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)']),
      textRow(8, ['I', 'LĨNH VỰC XÂY DỰNG']),
      textRow(9, ['1', code(1), 'so-a', '01/10/2026', '15/10/2026', 'Đang xử lý']),
      textRow(10, ['2', code(2), 'so-a', '01/10/2026', '15/10/2026', 'Đang xử lý']),
      textRow(11, ['Tổng cộng', '2']),
      textRow(13, ['', '', '', '', 'Người lập biểu']),
    ];
    expect(await taken(buildXlsx({ sheets: [{ name: 'Sheet1', rows: rows.join('') }] }))).toEqual([
      2,
      3,
      [8, 11, 13].map((at) => `${at}  row.stray`),
    ]);
  });

  test('a list without items is no file without columns', async () => {
    n += 1;
    expect(await taken('{"total":0}')).toBe('file.empty');
  });
});
