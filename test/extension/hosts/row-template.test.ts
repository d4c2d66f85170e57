import { describe, expect, it } from 'vitest';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { pageOf } from '../page-of.ts';

const HEAD = '<tr><th>Mã hồ sơ</th><th>Thủ tục</th><th>Hẹn trả</th><th>Trạng thái</th></tr>';
const code = (n: number): string => `H99.01-261110-00${n}`;
const page = (rows: readonly string[]) =>
  pageOf(`<table><thead>${HEAD}</thead><tbody>${rows.join('')}</tbody></table>`);
const cells = (n: number, date = `<div><span>2${n % 10}/11/2026 17:00</span></div>`): string =>
  `<td><a href="/ho-so/${n}" title="${code(n)}">${code(n)}</a></td><td>Đăng ký khai sinh</td><td>${date}</td><td>Đang xử lý</td>`;
const promised = (rows: readonly string[]) =>
  readPage(page(rows)).list?.rows.map(({ reading }) => reading?.promised ?? null);

describe('a row built like one that was looked at', () => {
  it('is read without asking of every cell whether it is drawn', () => {
    const asked: string[] = [];
    const { sees, ...rest } = page(Array.from({ length: 20 }, (_, i) => `<tr class="r${i % 2}">${cells(10 + i)}</tr>`));
    const found = readPage({
      ...rest,
      sees: (element) => {
        asked.push(element.tagName);
        return sees(element);
      },
    });
    expect(found.list?.rows.map((row) => [row.code, row.reading?.promised])).toEqual(
      Array.from({ length: 20 }, (_, i) => [code(10 + i), `2026-11-2${i % 10}T17:00`]),
    );
    // Two kinds of rows, each looked at once: the date stands in a span.
    expect(asked.filter((tag) => tag === 'SPAN')).toHaveLength(2);
    expect(asked.filter((tag) => tag === 'TR').length).toBeGreaterThanOrEqual(20);
  });

  it('says its own signs as they are meant', () => {
    const named = (n: number, name: string) => `<tr>${cells(n).replace('Đăng ký khai sinh', name)}</tr>`;
    const list = readPage(
      page([named(11, 'Khai sinh'), named(12, 'Đất &amp; nhà &lt;A&gt;'), named(13, 'Cấp&nbsp;phép')]),
    ).list;
    expect(list?.rows.map(({ reading }) => reading?.procedureName)).toEqual(['Khai sinh', 'Đất & nhà <A>', 'Cấp phép']);
  });

  it('marks stand beside its own cells', () => {
    const list = readPage(page([`<tr>${cells(11)}</tr>`, `<tr>${cells(12)}</tr>`])).list;
    const [, second] = list?.rows ?? [];
    expect(second?.places.map((cell) => cell.textContent)).toEqual([
      '22/11/2026 17:00',
      'Đang xử lý',
      'Đăng ký khai sinh',
      code(12),
    ]);
    expect(second?.places.every((cell) => second.row.contains(cell))).toBe(true);
  });
});

describe('a row built otherwise is looked at by itself', () => {
  const usual = `<tr>${cells(11)}</tr>`;
  it.each([
    ['hidden by its own style', '<div><span style="display: none">22/11/2026 17:00</span></div>', null],
    [
      'with a hidden date before the shown one',
      '<div><span hidden>1/1/2026</span><span>22/11/2026 17:00</span></div>',
      '2026-11-22T17:00',
    ],
    ['without a date', '<div><span></span></div>', null],
    ['with two dates', '<div><span>22/11/2026</span> <span>23/11/2026</span></div>', null],
    ['with an icon', '<div><i class="fa">event</i><span>22/11/2026 17:00</span></div>', '2026-11-22T17:00'],
  ])('%s', (_about, date, expected) => {
    expect(promised([usual, `<tr>${cells(12, date)}</tr>`, usual.replaceAll('11', '13')])?.[1]).toBe(expected);
    // The other way round, too: what was learned from it is not taken for the usual ones.
    expect(promised([`<tr>${cells(12, date)}</tr>`, usual])?.[1]).toBe('2026-11-21T17:00');
  });

  it('where a cell reaches down into the row, its cells are those of its own columns', () => {
    const reaching = `<tr><td>${code(11)}</td><td rowspan="2">Khai sinh</td><td>21/11/2026</td><td>Đang xử lý</td></tr>
      <tr><td>${code(12)}</td><td>22/11/2026</td><td>Đang xử lý</td></tr>
      <tr><td>${code(13)}</td><td>Khai tử</td><td rowspan="2">23/11/2026</td><td>Đang xử lý</td></tr>
      <tr><td>${code(14)}</td><td>Kết hôn</td><td>Chờ bổ sung</td></tr>`;
    expect(
      readPage(page([reaching])).list?.rows.map(({ reading }) => [reading?.promised?.slice(0, 10), reading?.status]),
    ).toEqual([
      ['2026-11-21', 'Đang xử lý'],
      ['2026-11-22', 'Đang xử lý'],
      ['2026-11-23', 'Đang xử lý'],
      [undefined, 'Chờ bổ sung'],
    ]);
  });
});
