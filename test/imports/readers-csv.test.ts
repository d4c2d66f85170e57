import { stringify } from 'csv-stringify/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelKey } from '#rules/labels.ts';
import { readText } from '../../server/imports/read-cell.ts';
import { readFile, refusedAs } from './read-file.ts';

const HEADER = 'Mã hồ sơ,Ngày tiếp nhận,Trạng thái';
const FIRST = { 'ma ho so': 'H56.01-260302-0001', 'ngay tiep nhan': '02/03/2026', 'trang thai': 'Đã trả' };
const LINE = 'H56.01-260302-0001,02/03/2026,Đã trả';
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
/** Windows-1258 of the few letters used here; `ạ` is written as `a` and a dot below of its own. */
const windows1258 = (text: string) =>
  Buffer.from(
    [...text.replaceAll('ạ', 'aò').replaceAll('ả', 'aÒ').replaceAll('ồ', 'ôÌ')].map((sign) => {
      const byte = { à: 0xe0, ã: 0xc3 + 0x20, ơ: 0xf5, đ: 0xf0, Đ: 0xd0, ò: 0xf2, Ò: 0xd2, Ì: 0xcc, ô: 0xf4, á: 0xe1 }[
        sign
      ];
      return byte ?? sign.charCodeAt(0);
    }),
  );

describe('a CSV file is read', () => {
  it.each([
    ['UTF-8', Buffer.from(`${HEADER}\n${LINE}\n`), 'utf-8', ','],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${HEADER}\r\n${LINE}\r\n`), 'utf-8', ','],
    [
      'UTF-16 with its mark and tabs, "Unicode text" of Excel',
      utf16(`${HEADER}\r\n${LINE}`.replaceAll(',', '\t')),
      'utf-16le',
      '\t',
    ],
    ['big-endian UTF-16', utf16(`${HEADER}\n${LINE}`).swap16(), 'utf-16be', ','],
    ['semicolons', Buffer.from(`${HEADER}\n${LINE}`.replaceAll(',', ';')), 'utf-8', ';'],
    ['marks written apart', Buffer.from(`${HEADER}\n${LINE}`.normalize('NFD')), 'utf-8', ','],
  ])('%s', async (_what, bytes, encoding, separator) => {
    const { file, cells, faults } = await readFile(bytes);
    expect(faults).toEqual([]);
    expect(cells).toEqual([FIRST]);
    expect(file.detected).toMatchObject({
      encoding,
      separator,
      headerRow: 1,
      dateOrders: { 'ngay tiep nhan': 'undecided' },
    });
  });

  it('in Windows-1258, whose marks stand apart', async () => {
    const { file, cells } = await readFile(windows1258('Mã,Trạng thái\n1,Đả trả\n'));
    expect(file.detected.encoding).toBe('windows-1258');
    expect(cells).toEqual([{ ma: '1', 'trang thai': 'Đả trả' }]);
  });

  it('with the separator Excel names in a line of its own, which is no row', async () => {
    const { rows, file } = await readFile('sep=;\nMã;Ghi chú, thêm\n1;a,b\n');
    expect(file.detected).toMatchObject({ separator: ';', headerRow: 1 });
    expect(rows).toEqual([{ row: 2, cells: { ma: '1', 'ghi chu, them': 'a,b' } }]);
  });

  it('with quotes, line breaks within a cell, blank lines; rows counted as a spreadsheet does', async () => {
    const { rows, faults } = await readFile('Mã,Ghi chú\n1,"hai\ndòng, một ""ô"""\n\n,\n2,\n');
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { row: 2, cells: { ma: '1', 'ghi chu': 'hai\ndòng, một "ô"' } },
      { row: 5, cells: { ma: '2' } },
    ]);
  });

  it('below the titles of a report, and below the row that numbers its columns', async () => {
    const text = `UBND TỈNH MẪU,,\n"DANH SÁCH HỒ SƠ, QUÝ I/2026",,\n,,\n${HEADER}\n(1),(2),(3)\n${LINE}\n`;
    const { file, rows } = await readFile(text);
    expect(file.detected.headerRow).toBe(4);
    expect(rows).toEqual([{ row: 6, cells: FIRST }]);
  });

  it('with a header of two rows, when the importer knows its words', async () => {
    const text = 'Mã hồ sơ,Ngày,,Ghi chú\n,Tiếp nhận,Hẹn trả,\nA1,02/03/2026,05/03/2026,x\n';
    const known = new Set(['ma ho so', 'tiep nhan', 'hen tra']);
    const { cells } = await readFile(text, { known });
    expect(cells).toEqual([{ 'ma ho so': 'A1', 'tiep nhan': '02/03/2026', 'hen tra': '05/03/2026', 'ghi chu': 'x' }]);
  });

  it('without the apostrophe that keeps a text from running as a formula', async () => {
    expect((await readFile("Mã,Tên\n1,'=1+1\n2,'ngoặc'\n")).cells).toEqual([
      { ma: '1', ten: '=1+1' },
      { ma: '2', ten: "'ngoặc'" },
    ]);
  });

  it('of one column', async () => {
    expect((await readFile('Mã hồ sơ\nA1\nA2\n')).cells).toEqual([{ 'ma ho so': 'A1' }, { 'ma ho so': 'A2' }]);
  });
});

describe('order of day and month, by column', () => {
  it('is told by a value above 12, and said to be mixed or undecided otherwise', async () => {
    const text = 'Mã,A,B,C,D\n1,13/02/2026,02/13/2026,13/02/2026,01/02/2026\n2,01/02/2026,01/02/2026,02/13/2026,x\n';
    const { file } = await readFile(text);
    const codes = await readFile('Mã,Ngày\nH99.07-260901-00001,01/02/2026\n');
    // A code with stops and dashes is no date, whatever its figures.
    expect(codes.file.detected.dateOrders).toEqual({ ngay: 'undecided' });
    expect(file.detected.dateOrders).toEqual({ a: 'dmy', b: 'mdy', c: 'mixed', d: 'undecided' });
    expect((await readFile(text, { dateOrder: 'mdy' })).file.detected.dateOrders).toMatchObject({ c: 'mdy', d: 'mdy' });
  });
});

describe('one bad row spoils no other', () => {
  const faultsOf = async (lines: string[]) => {
    const { rows, faults } = await readFile(['Mã,Ghi chú', ...lines].join('\n'), {}, { sizes: [7, 3] });
    return { read: rows.map(({ cells }) => cells.ma), faults: faults.map(({ row, code }) => [row, code]) };
  };

  it.each([
    ['too few cells', ['1,a', '2', '3,c'], ['1', '3'], [[3, 'row.ragged']]],
    ['too many cells', ['1,a', '2,b,c', '3,c,'], ['1', '3'], [[3, 'row.ragged']]],
    ['a quote in an unquoted cell', ['1,a', '2,15" rộng', '3,c'], ['1', '3'], [[3, 'row.quote']]],
    ['text behind a closing quote', ['1,a', '2,"b"x', '3,c'], ['1', '3'], [[3, 'row.quote']]],
    // The quote opened in row 3 meets the one of row 5: row 3 is the broken one, and rows 4 and 5 are read.
    [
      'a quote opened and never closed',
      ['1,a', '2,"b', '3,c', '4,"d"', '5,e'],
      ['1', '3', '4', '5'],
      [[3, 'row.quote']],
    ],
    ['a quote still open at the end', ['1,a', '2,"b', '3,c'], ['1', '3'], [[3, 'row.open']]],
  ])('%s', async (_what, lines, read, faults) => {
    expect(await faultsOf(lines)).toEqual({ read, faults });
  });

  it('bytes that do not decode, in a file that else does: the cell says so when it is read, the others are whole', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Mã,Tên\n1,Đã trả\n2,'),
      Buffer.from([0xd0, 0xe3]),
      Buffer.from(' x\n3,Hồ sơ\n'),
    ]);
    const { cells, file, faults } = await readFile(bytes);
    expect(file.detected.encoding).toBe('utf-8');
    expect(faults).toEqual([]);
    expect(cells.map(({ ten }) => readText(ten))).toMatchObject([
      { value: 'Đã trả' },
      { code: 'text.broken' },
      { value: 'Hồ sơ' },
    ]);
  });

  it('a row above 1 MiB, in one line or because a quote stays open; the faults hold no value', async () => {
    const long = 'x'.repeat(1_200_000);
    const text = `Mã,Ghi chú\n1,a\n2,${long}\n3,c\n4,"mở\n${`5,${'e'.repeat(38)}\n`.repeat(30_000)}6,f\n`;
    const { rows, faults } = await readFile(text, {}, { sizes: [65_536] });
    expect(faults.map(({ row, code }) => [row, code])).toEqual([
      [3, 'row.long'],
      [5, 'row.long'],
    ]);
    // Rows 2 and 4, 30,000 times 5, and the last one.
    expect(rows.length).toBe(30_003);
    expect(JSON.stringify(faults)).not.toMatch(/xxx|mở\\n/);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['nothing', '', 'file.empty'],
    ['blank lines', '\n \n', 'file.empty'],
    ['only separators', ',,\n,,\n', 'file.empty'],
    ['bytes', Buffer.from([1, 0, 0, 0, 2, 0, 0, 0]), 'file.binary'],
    ['a header twice', 'Mã,Ngày hẹn trả,ngày hẹn trả *\n1,a,b', 'header.twice'],
    ['101 columns', `${Array.from({ length: 101 }, (_, at) => `c${at}`).join()}\n1`, 'file.columns'],
  ])('is refused: %s', async (_what, content, code) => {
    expect(await refusedAs(content)).toBe(code);
  });

  it('a header that stands twice does no harm when nobody needs it', async () => {
    const { cells } = await readFile('Mã,Tên,Ghi chú,Ghi chú\n1,a,b,c', { known: new Set(['ma', 'ten']) });
    expect(cells).toEqual([{ ma: '1', ten: 'a', 'ghi chu': 'b' }]);
  });

  it('a header alone is no row, and is said so', async () => {
    expect((await readFile(`${HEADER}\n`)).faults).toMatchObject([{ row: null, code: 'file.noRows' }]);
  });
});

describe('what csv-stringify writes', () => {
  const text = fc
    .string({ unit: fc.constantFrom('a', 'ồ', '"', ',', ';', '\n', '\r\n', ' ', '=', '1', '€', '😀'), maxLength: 8 })
    .map((one) => one.trim())
    // A code written as a formula is read as the code.
    .filter((one) => !/^="[^"]+"$/.test(one));

  it('is read back equal, however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, sizes, delimiter) => {
          const content = stringify([['Mã', 'Tên', 'Ghi chú'], ...rows], { delimiter, quoted: true });
          const read = await readFile(content, { separator: delimiter as ',' }, { sizes });
          const expected = rows
            .map(([a, b, c]) =>
              Object.fromEntries(Object.entries({ ma: a, ten: b, 'ghi chu': c }).filter((one) => one[1])),
            )
            .filter((cells) => Object.keys(cells).length);
          expect(read.cells).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('keys of headers agree however they are written', () => {
  for (const label of [
    'Ngày hẹn trả',
    'NGÀY HẸN TRẢ',
    'ngay_hen_tra',
    ' Ngày\u00a0hẹn  trả (*):',
    'Ngày hẹn trả (dd/mm/yyyy)',
  ])
    expect(labelKey(label), label).toBe('ngay hen tra');
});
