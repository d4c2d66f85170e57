import { describe, expect, it } from 'vitest';
import { countOf } from '../../../extension/hosts/count-of.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { pageOf } from '../page-of.ts';

const CODE = 'H99.01-261110-0042';
const NEXT = 'H99.01-261110-0043';
const HEAD = '<tr><th>Mã hồ sơ</th><th>Tiếp nhận</th><th>Hẹn trả</th><th>Trạng thái</th></tr>';
const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const usual = (code: string): string => row(code, '10/11/2026 08:00', '24/11/2026 17:00', 'Đang xử lý');
const table = (...rows: readonly string[]): string =>
  `<table><thead>${HEAD}</thead><tbody>${rows.join('')}</tbody></table>`;
const read = (html: string) => readPage(pageOf(html)).list;
/** Code and promised day of every row read; `count` as the corner says it. */
const said = (html: string) =>
  read(html)?.rows.map(({ code, reading }) => [code, reading?.promised?.slice(0, 10) ?? null]);
const DUE = '2026-11-24';

describe('a code', () => {
  const codes = (cell: string) => said(table(usual(cell), usual(NEXT)))?.[0]?.[0];

  it.each([
    ['in two spans', '<span>H99.01-</span><span>261110-0042</span>'],
    ['with blanks of no width', 'H99.01-\u200b261110-\u20600042'],
    ['with marks of direction around it', '\u200fH99.01-261110-0042\u200e'],
    ['with a soft hyphen', 'H99.01-\u00ad261110-0042'],
    ['beside its way in brackets', 'H99.01-261110-0042 (trực tuyến)'],
    ['above a line of another kind', 'H99.01-261110-0042<br>Hồ sơ một cửa'],
  ])('%s is one', (_about, cell) => expect(codes(cell)).toBe(CODE));

  it.each([
    ['broken after a sign', 'H99.01-<br>261110-0042'],
    ['broken before a sign', 'H99.01<br>-261110-0042'],
    ['in two blocks', '<div>H99.01-261110-</div><div>0042</div>'],
    ['cut off with dots', 'H99.01-2611...'],
    ['cut off with an ellipsis', 'H99.01-2611…'],
    ['in the title of a link alone', `<a title="${CODE}">Xem</a>`],
    ['written from right to left', '\u202e2400-011162-10.99H\u202c'],
    ['beside another', `${CODE} ${NEXT}9`],
  ])('%s is none', (_about, cell) => expect(codes(cell)).toBeNull());
});

describe('rows that are no dossiers', () => {
  it.each([
    ['a line of sums with a number under the codes', row('1250', '', '', '')],
    ['a line of sums in words', row('Tổng cộng', '', '', '')],
    ['a title of a group as wide as the list', row('', '', '', '')],
    ['a title over all columns', '<tr><td colspan="4">Lĩnh vực đất đai (1 hồ sơ)</td></tr>'],
    ['a line of search fields', row('<input>', '<input>', '<input>', '<select><option>Đang xử lý</option></select>')],
  ])('%s is passed over', (_about, other) => {
    const list = read(table(other, usual(CODE), other));
    expect(list && countOf(list)).toEqual({ total: 1, read: 1, noCode: 0, noDate: 0, duplicates: 0 });
  });

  it('a row with facts and without a code is counted, and so is a code without facts', () => {
    const list = read(table(usual(''), row(CODE, '', '', '')));
    expect(list && countOf(list)).toMatchObject({ total: 2, noCode: 1, noDate: 1 });
  });
});

describe('merged cells', () => {
  it('under two headers of dates say neither', () => {
    const merged = `<tr><td>${CODE}</td><td colspan="2">24/11/2026 17:00</td><td>Đang xử lý</td></tr>`;
    expect(read(table(merged))?.rows[0]?.reading).toMatchObject({
      received: null,
      promised: null,
      state: 'processing',
    });
  });

  it('that reach down over the dates of the next row leave it without', () => {
    const first = `<tr><td>${CODE}</td><td>10/11/2026</td><td rowspan="2">24/11/2026</td><td>Đang xử lý</td></tr>`;
    expect(said(table(first, row(NEXT, '10/11/2026', 'Đang xử lý')))).toEqual([
      [CODE, DUE],
      [NEXT, null],
    ]);
  });
});

describe('the head', () => {
  const body = `${usual(CODE)}`;
  it('may have two rows of plain cells, the first reaching down', () => {
    const head = `<tr><td rowspan="2">Mã hồ sơ</td><td colspan="2">Thời gian</td><td rowspan="2">Trạng thái</td></tr><tr><td>Tiếp nhận</td><td>Hẹn trả</td></tr>`;
    expect(said(`<table>${head}${body}</table>`)).toEqual([[CODE, DUE]]);
  });

  it('may stand under a title, in the same table', () => {
    expect(said(`<table><tr><td colspan="4">DANH SÁCH HỒ SƠ</td></tr>${HEAD}${body}</table>`)).toEqual([[CODE, DUE]]);
  });

  it('may say its words twice, once for a hint nobody sees', () => {
    const head = HEAD.replaceAll('</th>', '<span role="tooltip">Mã hồ sơ</span></th>');
    expect(said(`<table><thead>${head}</thead>${body}</table>`)).toEqual([[CODE, DUE]]);
  });
});

describe('hidden columns', () => {
  const none = ' style="display: none"';
  it('give way to a shown one of the same meaning, whichever stands first', () => {
    const head = `<tr><th>Mã hồ sơ</th><th${none}>Hẹn trả</th><th>Hẹn trả</th></tr>`;
    const cells = `<tr><td>${CODE}</td><td${none}>01/01/2020</td><td>24/11/2026</td></tr>`;
    expect(said(`<table><thead>${head}</thead>${cells}</table>`)).toEqual([[CODE, DUE]]);
    const turned = `<tr><th>Mã hồ sơ</th><th>Hẹn trả</th><th${none}>Hẹn trả</th></tr>`;
    const other = `<tr><td>${CODE}</td><td>24/11/2026</td><td${none}>01/01/2020</td></tr>`;
    expect(said(`<table><thead>${turned}</thead>${other}</table>`)).toEqual([[CODE, DUE]]);
  });

  it('that stay in place beside a copy that scrolls are read once', () => {
    const main = table(usual(CODE), usual(NEXT));
    const stuck = `<table><thead><tr><th>Mã hồ sơ</th><th>Hẹn trả</th></tr></thead>${row(CODE, '24/11/2026 17:00')}${row(NEXT, '24/11/2026 17:00')}</table>`;
    const list = read(`<div class="ant-table-content">${main}<div class="ant-table-fixed-left">${stuck}</div></div>`);
    expect(list && countOf(list)).toEqual({ total: 2, read: 2, noCode: 0, noDate: 0, duplicates: 0 });
    expect(list?.rows.every(({ row: each }) => each.children.length === 4)).toBe(true);
  });
});

it('a table within a cell is read neither for its row nor by itself', () => {
  const inner = `<table><tr><td>Mã hồ sơ</td><td>Hẹn trả</td></tr><tr><td>${NEXT}</td><td>01/01/2020</td></tr></table>`;
  const opened = `<tr><td colspan="4">${inner}</td></tr>`;
  expect(said(table(usual(CODE), opened))).toEqual([[CODE, DUE]]);
});
