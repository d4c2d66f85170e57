import { expect, it } from 'vitest';
import { applicantName } from '../../../extension/hosts/applicant-name.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { FAMILIES, type Family } from '../fixtures/fixture.ts';
import { fixtureOf } from '../fixtures/index.ts';
import { PLANTED } from '../fixtures/planted.ts';
import { fixture, pageOf } from '../page-of.ts';

const CODE = 'H99.01-261110-0042';
const OTHER = 'H99.01-261110-0043';
const [NAME, SECOND] = PLANTED.names;
const HEAD =
  '<tr><th colspan="2">STT</th><th>Mã hồ sơ</th><th>Điện thoại</th><th>Chủ hồ sơ</th><th>Ngày tiếp nhận</th><th>Ngày hẹn trả</th></tr>';
const row = (code: string, name: string) =>
  `<tr><td>1</td><td></td><td>${code}</td><td>${PLANTED.phones[0]}</td><td><i>person</i> ${name}</td><td>10/11/2026</td><td>24/11/2026</td></tr>`;
const list = (...rows: string[]) => `<table><thead>${HEAD}</thead><tbody>${rows.join('')}</tbody></table>`;

function nameOn(html: string, code = CODE, hash = ''): string | null {
  const page = pageOf(html, hash);
  return applicantName(readPage(page), page, code);
}

it('is the cell of that dossier in the column of names, not of another row or column', () => {
  const html = list(row(OTHER, SECOND), row(CODE, NAME));
  expect([nameOn(html), nameOn(html, OTHER)]).toEqual([NAME, SECOND]);
});

it('is beside its label on the detail page of that dossier alone', () => {
  const hash = '#/danh-sach-ho-so/0/chi-tiet-ho-so/10003';
  expect(nameOn(fixture('onegate-detail'), 'H99.01-261102-0021', hash)).toBe('NGUYỄN VĂN GIẢ');
  expect(nameOn(fixture('onegate-detail'), CODE, hash)).toBeNull();
});

it('is a line of the cell where one cell holds everything', () => {
  const html = `<table><tr><th>STT</th><th>Thông tin hồ sơ</th><th>Thao tác</th></tr><tr><td>1</td><td>
    <div>${CODE}</div><div>- Chủ hồ sơ: ${NAME}</div><div>- Số điện thoại: ${PLANTED.phones[0]}</div>
    <div>- Trạng thái hồ sơ : Đang xử lý</div>
    <div>- Tiếp nhận trực tiếp: 10/11/2026 08:15, hẹn trả: 24/11/2026 17:00</div></td><td></td></tr></table>`;
  expect(nameOn(html)).toBe(NAME);
});

it.each([
  ['a dossier the page does not show', list(row(OTHER, NAME))],
  ['a code two rows share', list(row(CODE, NAME), row(CODE, SECOND))],
  ['an empty cell', list(row(CODE, ''))],
  ['a list without such a column', list(row(CODE, NAME)).replace('Chủ hồ sơ', 'Lĩnh vực')],
  ['a cell with half a page in it', list(row(CODE, 'dài '.repeat(40)))],
])('of %s there is none', (_what, html) => {
  expect(nameOn(html)).toBeNull();
});

it('of two names beside two labels there is none: nobody guesses which', () => {
  const html = fixture('onegate-detail').replace('Địa chỉ:', 'Người nộp:');
  expect(nameOn(html, 'H99.01-261102-0021', '#/danh-sach-ho-so/0/chi-tiet-ho-so/10003')).toBeNull();
});

/** A list and a dossier in full of each family; its pages print the made-up persons in their order, one a row. */
const LISTS: Readonly<Record<Family, readonly string[]>> = {
  opencps: ['opencps/filtered', 'opencps/wide', 'opencps/narrow'],
  igate: ['igate/table', 'igate/list'],
  tandan: ['tandan/fixed-head', 'tandan/list'],
  webforms: ['webforms/list', 'webforms/overdue'],
  bootstrap: ['bootstrap/month-first', 'bootstrap/list'],
  'any-table': ['any-table/other-words', 'any-table/grouped-head', 'any-table/all-dates'],
};
const DETAILS: readonly (readonly [id: string, name: string])[] = [
  ['opencps/detail', PLANTED.names[2]],
  ['igate/detail', PLANTED.names[3]],
  ['tandan/list', PLANTED.names[1]],
  ['webforms/detail', PLANTED.names[1]],
  ['any-table/detail-lines', PLANTED.names[1]],
];

it.each(FAMILIES)('on every row a list of %s shows, it is the name of that row and nothing beside it', (family) => {
  for (const id of LISTS[family]) {
    const { html, hash, rows } = fixtureOf(id);
    const page = pageOf(html(), hash);
    const reading = readPage(page);
    const read = new Set(reading.list?.rows.map((row) => row.code));
    const shown = rows.filter(({ code }) => read.has(code));
    expect(shown.length, id).toBeGreaterThan(3);
    const names = shown.map(({ code }) => applicantName(reading, page, code)?.normalize('NFC').toLowerCase());
    expect(names, id).toEqual(shown.map((_, i) => PLANTED.names[i % PLANTED.names.length]?.toLowerCase()));
  }
});

it.each(DETAILS)('of the dossier %s shows in full it is %s', (id, name) => {
  const { html, hash, detail } = fixtureOf(id);
  expect(nameOn(html(), detail?.code, hash)).toBe(name);
});

it.each([
  ['a name over two lines, which may be one', `Công ty TNHH<br>${NAME}`, null],
  ['a cell that begins with a number', `${PLANTED.phones[0]}<br>${NAME}`, null],
  [
    'a name above a phone, an address and a mail',
    `${NAME}<br>${PLANTED.phones[0]}<p>${PLANTED.addresses[1]}</p>${PLANTED.emails[0]}`,
    NAME,
  ],
  ['a name before the next label', `${NAME}, SĐT: ${PLANTED.phones[0]}`, NAME],
])('of %s it is read only where nothing else can be meant', (_what, cell, name) => {
  expect(nameOn(list(row(CODE, cell).replace('<i>person</i> ', '')))).toBe(name);
});
