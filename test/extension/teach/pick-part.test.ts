import { describe, expect, it } from 'vitest';
import { packHost } from '../../../extension/hosts/pack-host.ts';
import { type Draft, draftOf, packOf, withColumn } from '../../../extension/panel/teach/draft.ts';
import { columnsOfTable, pointAt } from '../../../extension/teach/pick-column.ts';
import { otherLists } from '../../../extension/teach/pick-part.ts';
import { DOSSIERS } from '../fixtures/dossiers.ts';
import { fixtureOf } from '../fixtures/index.ts';
import { cards, PRINTED } from '../fixtures/packs/pages.ts';
import { PLANTED_TEXTS } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const ORIGIN = 'https://motcua.example.vn';
const codesRead = (draft: Draft, html: string) => {
  const pack = packOf(draft);
  return (
    pack &&
    packHost(pack)
      .readList(pageOf(html))
      ?.rows.map(({ code }) => code)
  );
};
const column = (meaning: 'code' | 'promised') => ({ meaning, line: null, parser: 'asIs' as const });

describe('a list of elements with the roles of a table', () => {
  const html = fixtureOf('igate/list').html();
  const { document, sees } = pageOf(html);
  const [list] = otherLists(document, sees);

  it('is offered by its headers; columns of persons are closed, no text of a cell is told', () => {
    expect(list?.rows).toBe(10);
    const open = list?.columns.filter(({ personal }) => !personal).map(({ header }) => header);
    expect(open).toEqual([
      'Mã hồ sơ',
      'Tên thủ tục',
      'Ngày tiếp nhận',
      'Ngày hẹn trả',
      'Thời hạn / Còn lại',
      'Hạn xử lý',
      'Trạng thái',
    ]);
    const told = JSON.stringify(list);
    expect([...PLANTED_TEXTS, DOSSIERS[0]?.code ?? ''].filter((text) => told.includes(text))).toEqual([]);
  });

  it('chosen by header is read', () => {
    const by = (header: string) => list?.columns.find((each) => each.header === header);
    const [code, due] = [by('Mã hồ sơ'), by('Ngày hẹn trả')];
    if (!code || !due) throw new Error('no columns');
    const draft = withColumn(withColumn(draftOf(ORIGIN, null), code, column('code')), due, column('promised'));
    expect(codesRead(draft, html)).toEqual(DOSSIERS.slice(0, 10).map((each) => each.code));
  });

  it('pointed at by a header or by a cell is the same column', () => {
    const [head, cell] = ['mat-header-cell:nth-child(5)', 'mat-row:nth-child(4) mat-cell:nth-child(5)'].map(
      (selector) => {
        const element = document.querySelector(selector);
        return element && pointAt(element, sees);
      },
    );
    expect(head?.pick).toEqual(cell?.pick);
    expect(head?.pick.header).toBe('Ngày hẹn trả');
  });
});

it('a table whose head is one of its own is offered by that head; the column of the applicant is closed', () => {
  const { document, sees } = pageOf(fixtureOf('tandan/fixed-head').html());
  const [, table] = document.querySelectorAll('table');
  const columns = table ? columnsOfTable(table, sees) : [];
  expect(columns.map(({ header, personal }) => [header, personal]).slice(0, 4)).toEqual([
    ['STT', false],
    ['Thông tin hồ sơ', false],
    ['Chủ hồ sơ', true],
    ['Phí, lệ phí', false],
  ]);
  expect(columns[1]?.place).toEqual({ column: 1, under: '' });
  const head = document.querySelector('th:nth-child(2)');
  expect(head && pointAt(head, sees)?.pick).toEqual(columns[1]);
});

describe('cards', () => {
  const { document, sees } = pageOf(cards());
  const [list] = otherLists(document, sees);

  it('are offered part by part; the part of a person is closed', () => {
    expect(list?.rows).toBe(PRINTED.length);
    expect(list?.columns.map(({ place, personal }) => [place, personal])).toEqual([
      [{ selector: 'h3' }, false],
      [{ selector: 'p.ai' }, true],
      [{ selector: 'p.ngay' }, false],
      [{ selector: 'em' }, false],
    ]);
    expect(PLANTED_TEXTS.filter((text) => JSON.stringify(list).includes(text))).toEqual([]);
  });

  it('chosen part by part are read', () => {
    const [code] = list?.columns ?? [];
    const draft = code && withColumn(draftOf(ORIGIN, null), code, column('code'));
    expect(draft && codesRead(draft, cards())).toEqual(PRINTED.map((each) => each.code));
  });
});

it('menus, pagers and tables are no lists of cards', () => {
  const menu = '<ul><li>Trang chủ</li><li>Hồ sơ</li><li>Thống kê</li></ul><div><a>1</a><a>2</a><a>3</a></div>';
  const { document, sees } = pageOf(menu + fixtureOf('any-table/dates').html());
  expect(otherLists(document, sees)).toEqual([]);
});
