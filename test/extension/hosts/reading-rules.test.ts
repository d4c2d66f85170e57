import { describe, expect, it } from 'vitest';
import { countSentence } from '../../../extension/health-words.ts';
import { partsOf } from '../../../extension/hosts/composite.ts';
import { countOf } from '../../../extension/hosts/count-of.ts';
import { dateOrders } from '../../../extension/hosts/date-orders.ts';
import { HOSTS } from '../../../extension/hosts/index.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { applicant } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const CODE = 'H99.01-261110-0042';
const BODY = `<tbody><tr><td>${CODE}</td><td>24/11/2026 17:00</td><td>Đang xử lý</td></tr></tbody>`;
const HEAD = '<tr><th>Mã hồ sơ</th><th>Hẹn trả</th><th>Trạng thái</th></tr>';
const read = (html: string) => readPage(pageOf(html));
const codesIn = (html: string) => read(html).list?.rows.map(({ reading }) => reading?.code ?? null);

describe('the order of day and month', () => {
  const column = (read: readonly string[], all = read) => ({ meaning: 'promised' as const, read, all: () => all });

  it('is told by rows further down where those read would do in either order', () => {
    expect(dateOrders([column(['4/11/2026'], ['4/11/2026', '11/24/2026'])], undefined)('promised')).toBe('mdy');
  });

  it('is day first as soon as one row of the column says so', () => {
    expect(dateOrders([column(['11/24/2026'], ['11/24/2026', '24/11/2026'])], undefined)('promised')).toBe('dmy');
  });

  it('is what the site is known for where nothing tells, else day first', () => {
    expect(dateOrders([column(['4/11/2026'])], 'mdy')('promised')).toBe('mdy');
    expect(dateOrders([column(['4/11/2026'])], undefined)('promised')).toBe('dmy');
  });
});

describe('the head', () => {
  it('may have a bar of progress across it, as wide as it likes', () => {
    expect(codesIn(`<table><thead>${HEAD}<tr><th colspan="99"></th></tr></thead>${BODY}</table>`)).toEqual([CODE]);
  });

  it('may have a line of search fields under its words', () => {
    const fields = `<tr>${'<th><input></th>'.repeat(3)}</tr>`;
    expect(codesIn(`<table><thead>${HEAD}${fields}</thead>${BODY}</table>`)).toEqual([CODE]);
  });

  it('may show icons by their names', () => {
    const head = HEAD.replaceAll('</th>', '<i class="sort">arrow_downward</i></th>');
    expect(codesIn(`<table><thead>${head}</thead>${BODY}</table>`)).toEqual([CODE]);
  });
});

it('an open menu of other states is not the state', () => {
  const menu = '<ul class="dropdown-menu"><li>Đã trả kết quả</li></ul>Đang xử lý';
  const list = read(`<table><thead>${HEAD}</thead>${BODY.replace('Đang xử lý', menu)}</table>`).list;
  expect(list?.rows[0]?.reading).toMatchObject({ state: 'processing', status: 'Đang xử lý' });
});

it('a list within something that says it is busy is being loaded', () => {
  const list = `<table><thead>${HEAD}</thead>${BODY}</table>`;
  expect(read(`<div aria-busy="true"><section>${list}</section></div>`).list).toMatchObject({
    loading: true,
    rows: [],
  });
  expect(read(`<div><div class="ant-spin-spinning" style="display: none"></div>${list}</div>`).list?.loading).toBe(
    false,
  );
});

describe('several lists on one page', () => {
  const list = `<table><thead>${HEAD}</thead>${BODY}</table>`;
  const other = (...rows: readonly (readonly [code: string, promised: string])[]) =>
    `<table><tr><th>Mã hồ sơ</th><th>Hẹn trả</th></tr>${rows.map(([code, promised]) => `<tr><td>${code}</td><td>${promised}</td></tr>`).join('')}</table>`;
  const SECOND = 'H99.01-261110-0043';

  it('are read each by its own head, in the order of the page', () => {
    const { list: found } = read(other([SECOND, '01/11/2026']) + list);
    expect(found?.rows.map(({ reading }) => [reading?.code, reading?.promised, reading?.state])).toEqual([
      [SECOND, '2026-11-01T17:00', null],
      [CODE, '2026-11-24T17:00', 'processing'],
    ]);
    expect([found?.total, found?.rows.map(({ row }) => found.codeOf(row))]).toEqual([2, [SECOND, CODE]]);
  });

  it('speak of a dossier once, by the one that names more; an hour that the other does not print is no contradiction', () => {
    const { list: found } = read(other([CODE, '24/11/2026'], [SECOND, '01/11/2026']) + list);
    expect(found?.rows.map(({ reading }) => [reading?.code, reading?.state])).toEqual([
      [SECOND, null],
      [CODE, 'processing'],
    ]);
    expect(found?.total).toBe(2);
  });

  it('that contradict each other on a dossier are not read there', () => {
    const { list: found } = read(other([CODE, '25/11/2026'], [SECOND, '01/11/2026']) + list);
    expect(found?.rows.map(({ code, duplicate, reading }) => [code, duplicate, reading === null])).toEqual([
      [CODE, true, true],
      [SECOND, false, false],
      [CODE, true, true],
    ]);
  });

  it('are told of where one of them names dossiers and no date', () => {
    const codes = `<table><tr><th>Mã hồ sơ</th><th>Phí</th></tr><tr><td>${SECOND}</td><td>0</td></tr><tr><td>A-1</td><td>0</td></tr></table>`;
    const { list: found } = read(codes + list);
    expect(found && countOf(found)).toEqual({ total: 1, read: 1, noCode: 0, noDate: 0, duplicates: 0, others: 2 });
    expect(found && countSentence(countOf(found))).toBe(
      'Đọc được 1/1 dòng; danh sách khác có 2 dòng không đọc được (không có cột ngày hẹn trả, hoặc trang có quá 10 danh sách)',
    );
  });

  it('of which one lies in a dialog over the other are not read together', () => {
    const dialog = `<div role="dialog">${other([SECOND, '01/11/2026'])}</div>`;
    expect(codesIn(list + dialog)).toEqual([CODE]);
  });
});

it('a cell for everything is known by its labels, though the one dossier shown has no dates yet', () => {
  const cell = `${CODE} - Hồ sơ một cửa<br>Cấp giấy phép<br>Tiếp nhận:<br>Hẹn trả:`;
  const { list: found } = read(
    `<table><tr><th>STT</th><th>Tên thủ tục</th></tr><tr><td>1</td><td>${cell}</td></tr></table>`,
  );
  expect(found?.rows[0]?.reading).toMatchObject({ code: CODE, received: null, promised: null });
});

it('labels beside a list are a filter or a summary, no dossier in full', () => {
  const labels = '<p>Mã hồ sơ: H99.01-261110-0001</p><p>Hẹn trả: 20/11/2026 17:00</p>';
  expect(read(labels).detail?.code).toBe('H99.01-261110-0001');
  expect(read(`${labels}<table><thead>${HEAD}</thead>${BODY}</table>`).detail).toBeNull();
});

it('a progress table without a request for papers does not say that there was none', () => {
  const steps =
    '<table><tr><td>Công việc</td><td>Ngày bắt đầu</td></tr><tr><td>Thẩm định</td><td>20/11/2026</td></tr></table>';
  const { detail } = read(`<p>Mã hồ sơ: ${CODE}</p><p>Hẹn trả: 20/11/2026 17:00</p>${steps}`);
  expect(detail).toMatchObject({ supplements: null, steps: [{ name: 'Thẩm định', started: '2026-11-20T07:30' }] });
});

it('lines of a person are taken out of a cell, known label or not', () => {
  const { name, phone } = applicant(0);
  const { values, bare } = partsOf(
    [CODE, `- Chủ hồ sơ: ${name}`, `- Gọi khi cần: ${phone}, hẹn trả: 24/11/2026`],
    null,
  );
  expect(JSON.stringify([...values, ...bare])).not.toMatch(new RegExp(`${name}|${phone}`));
  expect([[...values], bare]).toEqual([[['promised', '24/11/2026']], [CODE]]);
});

it('a WebForms page in the look of Bootstrap belongs to WebForms alone', () => {
  const page = pageOf(`<input name="__VIEWSTATE" type="hidden"><table class="table">${HEAD}</table>`);
  const claiming = HOSTS.filter((host) => host.recognises(page)).map(({ id }) => id);
  expect(claiming).toEqual(['webforms', 'any-table']);
});
