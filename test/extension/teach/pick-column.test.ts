import { describe, expect, test } from 'vitest';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
import { packHost } from '../../../extension/hosts/pack-host.ts';
import { draftOf, fits, packOf, withColumn } from '../../../extension/panel/teach/draft.ts';
import { columnsOfTable, pointAt } from '../../../extension/teach/pick-column.ts';
import { selectorOf } from '../../../extension/teach/selector-of.ts';
import type { PickedColumn } from '../../../extension/teach-messages.ts';
import { cards, PRINTED, unlabelled, webForms } from '../fixtures/packs/pages.ts';
import { PLANTED_TEXTS } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const ORIGIN = 'https://motcua.example.vn';
function pick(html: string, selector: string): PickedColumn | null {
  const { document, sees } = pageOf(html);
  const element = document.querySelector(selector);
  return element && (pointAt(element, sees)?.pick ?? null);
}

describe('a column pointed at', () => {
  test('is named by its header, wherever in it one points', () => {
    for (const at of ['th:nth-child(4)', 'tbody tr:nth-child(7) td:nth-child(4)'])
      expect(pick(unlabelled(), at)).toMatchObject({
        place: { header: 'Tình hình' },
        personal: false,
        lines: [{ line: null }],
      });
  });

  test('without a header is counted, and its lines are offered', () => {
    expect(pick(unlabelled(), 'tbody td:nth-child(3) div')).toMatchObject({
      place: { column: 2, under: '' },
      lines: [{ line: null }, ...[0, 1, 2].map((at) => ({ line: { at, of: 3 } }))],
    });
  });

  test('of persons is told as such, by its header or by what stands in it', () => {
    expect(pick(webForms(), 'tr.QH_DatagridItem td:nth-child(4)')).toMatchObject({
      header: 'Họ tên',
      personal: true,
      lines: [],
    });
    expect(pick(unlabelled(), 'tbody td:nth-child(5)')).toMatchObject({ header: '', personal: true });
    expect(pick(cards(), 'article:nth-child(2) p.ai')).toMatchObject({ personal: true });
  });

  test('of a list that is no table is found by the same element of every card', () => {
    expect(pick(cards(), 'article:nth-child(3) p.ngay')).toMatchObject({
      root: 'main.ds',
      row: 'article.hs',
      place: { selector: 'p.ngay' },
    });
  });

  test('carries no text of a cell', () => {
    for (const html of [unlabelled(), webForms()]) {
      const { document, sees } = pageOf(html);
      const [table] = [...document.querySelectorAll('table')].reverse();
      const told = JSON.stringify(table && columnsOfTable(table, sees));
      expect(PLANTED_TEXTS.filter((text) => told.includes(text))).toEqual([]);
      expect(told).not.toContain(PRINTED[0]?.code);
    }
  });

  test('of a table without any header is counted: no text of its first row becomes a header', () => {
    const bare = unlabelled().replace(/<thead>[\s\S]*<\/thead>/, '');
    expect(pick(bare, 'tbody td:nth-child(2)')).toMatchObject({ place: { column: 1, under: '' }, header: '' });
    const { document, sees } = pageOf(bare);
    const table = document.querySelector('table');
    const told = JSON.stringify(table && columnsOfTable(table, sees));
    expect(PLANTED_TEXTS.filter((text) => told.includes(text))).toEqual([]);
    const column = pick(bare, 'tbody td:nth-child(2)');
    const what = { meaning: 'code', line: { at: 0, of: 3 }, parser: 'asIs' } as const;
    const pack = column && packOf(withColumn(draftOf(ORIGIN, null), column, what));
    expect(
      pack &&
        packHost(pack)
          .readList(pageOf(bare))
          ?.rows.map(({ code }) => code),
    ).toEqual(PRINTED.map(({ code }) => code));
  });

  test('outside any list is nothing', () => {
    expect(pick('<main><p>Xin chào</p></main>', 'p')).toBeNull();
  });
});

test('names made by a program for one visit are not kept in a selector', () => {
  const html =
    '<div id="app-84213"><div class="css-1x9k2 grid"><table id="t9f8e7"><tr><td>1</td></tr></table></div></div>';
  const { document } = pageOf(html);
  const table = document.querySelector('table');
  expect(table && selectorOf(table)).toBe('table');
  expect(table?.parentElement && selectorOf(table.parentElement)).toBe('div.grid');
});

test('what was pointed at is a pack that reads the page', () => {
  let draft = draftOf(ORIGIN, null);
  const html = cards();
  for (const [selector, meaning, parser] of [
    ['article h3', 'code', 'asIs'],
    ['article p.ngay', 'promised', 'lastDate'],
  ] as const) {
    const column = pick(html, selector);
    expect(column && fits(draft, column)).toBe(true);
    if (column) draft = withColumn(draft, column, { meaning, line: null, parser });
  }
  const pack = packOf(draft) as HostPack;
  expect(readHostPack(pack)).toEqual({ pack });
  expect(pack).toMatchObject({ id: 'motcua-example-vn', version: 1, origins: [ORIGIN] });
  expect(
    packHost(pack)
      .readList(pageOf(html))
      ?.rows.map(({ reading }) => reading?.promised),
  ).toEqual(PRINTED.map(({ promised }) => (promised?.length === 10 ? `${promised}T17:00` : promised)));
  // Taught again it is the next version, and a second list of the site does not push out the first.
  const column = pick(webForms(), 'tr.QH_DatagridItem td:nth-child(6)');
  const again = { ...draftOf(ORIGIN, pack), columns: [] };
  expect(column && fits(draftOf(ORIGIN, pack), column)).toBe(false);
  const both = column && packOf(withColumn(again, column, { meaning: 'code', line: null, parser: 'asIs' }));
  expect(both).toMatchObject({ version: 2, lists: [{ root: 'table.QH_DataGrid' }, { root: 'main.ds' }] });
});
