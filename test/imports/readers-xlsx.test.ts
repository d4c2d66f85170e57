import { describe, expect, it } from 'vitest';
import { bookParts, buildXlsx, buildZip, inXml, textRow } from './build-xlsx.ts';
import { readFile, refusedAs } from './read-file.ts';

const HEADER = textRow(1, ['Mã', 'Ngày', 'Số']);
const sheet = (rows: string, name = 'Hồ sơ') => ({ name, rows });
const book = (rows: string) => buildXlsx({ sheets: [sheet(HEADER + rows)] });

describe('cells of a sheet', () => {
  /** One row below the header, one cell in each column; `s` names the formats in this order. */
  const formats = ['dd/mm/yyyy hh:mm', 14, '00000', '0.00%', '#,##0.0 "giờ"', '[$-42A]d mmmm yyyy', 'General', '@'];
  const value = async (cell: string, from1904 = false) => {
    const rows = `${textRow(1, ['Mã', 'Ô'])}<row r="2"><c r="A2" t="s"><v>0</v></c>${cell}</row>`;
    const { cells, faults } = await readFile(
      buildXlsx({ sheets: [sheet(rows)], texts: ['<t>A1</t>'], formats, from1904 }),
    );
    expect(faults).toEqual([]);
    return cells[0]?.o;
  };

  // 46350 is 24/11/2026: 36526 is 01/01/2000, and 9824 days lie between (26 years of 365, 7 leap days, 327 days).
  it.each([
    ['a shared text', '<c r="B2" t="s"><v>0</v></c>', 'A1'],
    ['an inline text', `<c r="B2" t="inlineStr"><is><t> Đã trả </t></is></c>`, 'Đã trả'],
    ['an inline text in runs', '<c r="B2" t="inlineStr"><is><r><t>Đã </t></r><r><t>trả</t></r></is></c>', 'Đã trả'],
    ['an escaped character', '<c r="B2" t="str"><v>a_x000A_b</v></c>', 'a\nb'],
    ['true and false', '<c r="B2" t="b"><v>1</v></c>', 'true'],
    ['a number', '<c r="B2"><v>12.5</v></c>', { number: 12.5 }],
    ['a number in powers of ten', '<c r="B2"><v>1.23456789012346E+17</v></c>', { number: 123456789012346000 }],
    ['a number whose format says hours', '<c r="B2" s="5"><v>12.5</v></c>', { number: 12.5 }],
    ['a number typed before its cell became text', '<c r="B2" s="8"><v>7</v></c>', { number: 7 }],
    ['a code padded with zeros by its format', '<c r="B2" s="3"><v>123</v></c>', '00123'],
    ['a share', '<c r="B2" s="4"><v>0.2275</v></c>', { number: 22.75 }],
    ['a day', '<c r="B2" s="2"><v>46350</v></c>', { date: { day: '2026-11-24', time: null } }],
    ['a moment', '<c r="B2" s="1"><v>46350.7118055556</v></c>', { date: { day: '2026-11-24', time: '17:05' } }],
    ['a day with a language', '<c r="B2" s="6"><v>46350</v></c>', { date: { day: '2026-11-24', time: null } }],
    ['a day in ISO', '<c r="B2" t="d"><v>2026-11-24T17:05:00</v></c>', '2026-11-24T17:05:00'],
    ['the value a formula had', '<c r="B2" t="str"><f>A2&amp;"x"</f><v>A1x</v></c>', 'A1x'],
    ['a formula nobody calculated', '<c r="B2"><f>A2</f></c>', '#CALC!'],
    ['a failed formula', '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>', '#N/A'],
    ['an empty cell with a format', '<c r="B2" s="2"/>', undefined],
    ['a cell without its place', '<c t="inlineStr"><is><t>x</t></is></c>', 'x'],
  ])('%s', async (_what, cell, expected) => {
    expect(await value(cell)).toEqual(expected);
  });

  it('a day counted from 1904', async () => {
    // 24/11/2026 lies 1462 days less from 01/01/1904 than from the start of the other system.
    expect(await value('<c r="B2" s="2"><v>44888</v></c>', true)).toEqual({ date: { day: '2026-11-24', time: null } });
  });

  it('readings above Asian texts are no part of the text', async () => {
    const texts = ['<t>Mã</t>', '<r><t>A</t></r><r><t>1</t></r><rPh sb="0" eb="1"><t>ẩn</t></rPh>'];
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>';
    expect((await readFile(buildXlsx({ sheets: [sheet(rows)], texts }))).cells).toEqual([{ ma: 'A1' }]);
  });
});

describe('rows of a workbook', () => {
  it('keep the numbers a person sees; titles, blank rows and the row of numbers are passed over', async () => {
    const rows = [
      textRow(1, ['DANH SÁCH HỒ SƠ']),
      textRow(3, ['Mã', 'Ngày', 'Số']),
      textRow(4, ['(1)', '(2)', '(3)']),
      textRow(7, ['A1', '24/11/2026', '']),
      '<row r="8"><c r="A8" s="0"/></row>',
      textRow(9, ['A2']),
    ];
    const { rows: read, file } = await readFile(buildXlsx({ sheets: [sheet(rows.join(''))] }));
    expect(file.detected).toEqual({ sheet: 'Hồ sơ', headerRow: 3, dateOrders: { ngay: 'dmy' } });
    expect(read).toEqual([
      { row: 7, cells: { ma: 'A1', ngay: '24/11/2026' } },
      { row: 9, cells: { ma: 'A2' } },
    ]);
  });

  it('come from the first visible sheet whose header is known, or the one asked for', async () => {
    const sheets = [
      { ...sheet(textRow(1, ['Mã', 'Ngày']) + textRow(2, ['ẩn', 'ẩn']), 'Ẩn'), state: 'hidden' },
      sheet('', 'Trống'),
      sheet(textRow(1, ['Hướng dẫn']) + textRow(2, ['x']), 'Bìa'),
      sheet(textRow(1, ['Mã', 'Ngày']) + textRow(2, ['A1', 'x']), 'Hồ sơ'),
    ];
    const bytes = buildXlsx({ sheets });
    const known = new Set(['ma', 'ngay']);
    expect((await readFile(bytes, { known })).file.detected.sheet).toBe('Hồ sơ');
    expect((await readFile(bytes)).file.detected.sheet).toBe('Bìa');
    expect((await readFile(bytes, { sheet: 'ẩn', known })).cells).toEqual([{ ma: 'ẩn', ngay: 'ẩn' }]);
    expect(await refusedAs(bytes, { sheet: 'khác' })).toBe('xlsx.sheet');
  });

  it('names with a prefix are the same names', async () => {
    const rows = (HEADER + textRow(2, ['A1'])).replace(/<(\/?)/g, '<$1x:');
    const content = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    const parts = bookParts({ sheets: [sheet('')] }).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, content } : part,
    );
    expect((await readFile(buildZip(parts))).cells).toEqual([{ ma: 'A1' }]);
  });

  it('a cell above 32,767 characters is a fault of its row; in a column nobody named it is nothing', async () => {
    const long = 'x'.repeat(32_768);
    const { cells, faults } = await readFile(
      book(textRow(2, ['A1', long]) + textRow(3, ['A2']) + textRow(4, ['A3', '', '', '', long])),
    );
    expect(cells).toEqual([{ ma: 'A2' }, { ma: 'A3' }]);
    expect(faults).toMatchObject([{ row: 2, column: 'Ngày', code: 'cell.long' }]);
  });

  it('more than 200,000 rows: those are read, and that the rest is not is said', async () => {
    const rows = Array.from(
      { length: 200_002 },
      (_, at) => `<row><c t="s"><v>${Math.min(at, 1)}</v></c><c><v>${(at * 7919) % 1_000_003}</v></c></row>`,
    ).join('');
    const bytes = buildXlsx({ sheets: [sheet(rows)], texts: ['<t>Mã</t>', '<t>A1</t>'] });
    const { rows: read, faults } = await readFile(bytes, {}, { sizes: [65_536] });
    expect(read.length).toBe(200_000);
    expect(faults).toMatchObject([{ row: null, code: 'xlsx.rows' }]);
  });
});

describe('a workbook that harms or lies is refused', () => {
  const withPart = (name: string, change: (content: string) => object) =>
    buildZip(
      bookParts({ sheets: [sheet(HEADER + textRow(2, ['A1']))] }).map((part) =>
        part.name === name ? { ...part, ...change(String(part.content)) } : part,
      ),
    );
  const zeros = Buffer.alloc(30_000_000, 32);
  const doctype = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>';
  it.each([
    [
      'a sheet of blanks folded a thousand times',
      withPart('xl/worksheets/sheet1.xml', (one) => ({ content: Buffer.concat([Buffer.from(one), zeros]) })),
      'xlsx.bomb',
    ],
    [
      'texts that say they are small and are not',
      withPart('xl/sharedStrings.xml', () => ({ content: zeros, says: { size: 1000 } })),
      'xlsx.damaged',
    ],
    [
      'a document type in the sheet',
      withPart('xl/worksheets/sheet1.xml', (one) => ({ content: one.replace('?>', `?>${doctype}`) })),
      'xlsx.doctype',
    ],
    [
      'a document type in the texts',
      withPart('xl/sharedStrings.xml', (one) => ({ content: one.replace('?>', `?>${doctype}`) })),
      'xlsx.doctype',
    ],
    [
      'a name nobody declared',
      withPart('xl/sharedStrings.xml', (one) => ({ content: one.replace('</sst>', '<si><t>&xxe;</t></si></sst>') })),
      'xlsx.damaged',
    ],
    ['a part under a password', withPart('xl/workbook.xml', () => ({ says: { flags: 1 } })), 'file.locked'],
    ['a part that is not what was packed', withPart('xl/workbook.xml', () => ({ says: { crc: 1 } })), 'xlsx.damaged'],
    [
      'a workbook without its sheet',
      buildZip(bookParts({ sheets: [sheet('')] }).filter(({ name }) => !name.includes('sheet1'))),
      'xlsx.damaged',
    ],
    ['half a file', book(textRow(2, ['A1'])).subarray(0, 900), 'xlsx.damaged'],
    ['more than 64 MiB', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(68_000_000, 1)]), 'xlsx.large'],
    ['Word', buildZip([{ name: 'word/document.xml', content: '<x/>' }]), 'file.document'],
    [
      'OpenDocument',
      buildZip([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: '<x/>' },
      ]),
      'file.ods',
    ],
    ['binary Excel', buildZip([{ name: 'xl/workbook.bin', content: 'x' }]), 'file.xlsb'],
    ['a packed CSV', buildZip([{ name: 'a.csv', content: 'x' }]), 'file.packed'],
    ['a sheet with nothing in it', buildXlsx({ sheets: [sheet('')] }), 'file.empty'],
    [
      '101 columns',
      buildXlsx({
        sheets: [
          sheet(`<row>${Array.from({ length: 101 }, (_, at) => `<c t="str"><v>c${at}</v></c>`).join('')}</row>`),
        ],
      }),
      'file.columns',
    ],
  ])('%s', async (_what, bytes, code) => {
    expect(await refusedAs(bytes)).toBe(code);
  });

  it('a sheet damaged further down gives the rows before the damage, and says so', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => textRow(at + 2, [`A${at}`, 'x', inXml(`${at * 7919}`)])).join(
      '',
    );
    const { rows, faults } = await readFile(book(`${many}<row r="3002"><c></row>`));
    expect(rows.length).toBe(3000);
    expect(faults).toMatchObject([{ row: null, code: 'xlsx.damaged' }]);
  });
});
