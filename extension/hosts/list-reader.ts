import { type Columns, columnsOf } from './columns.ts';
import { DIALOGS } from './detail-reader.ts';
import { type Grid, gridsOf } from './grid.ts';
import type { ListReading, Page } from './host.ts';
import { rowReader } from './list-rows.ts';
import { mergeLists } from './merge-lists.ts';
import { isLoading } from './placeholders.ts';
import { readInParts } from './read-in-parts.ts';

type AnchorOf = (table: HTMLElement) => HTMLElement;

/** A table that can be read, with its columns and its rows. */
interface Found {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly heads: readonly HTMLElement[];
  readonly rows: readonly HTMLElement[];
}

const PROBED = 3;

/** Without a column of codes the first rows must show that a cell holds code and dates, line by line. */
function holdsDossiers(columns: Columns, rows: readonly HTMLElement[], page: Page): boolean {
  const { at, composite } = columns;
  if (at.has('code') && (at.has('promised') || at.has('remaining'))) return true;
  if (composite === null && (at.has('code') || !at.has('procedure'))) return false;
  const reader = rowReader(columns, rows, page);
  const probed = rows.slice(0, PROBED).flatMap((row) => reader.textsOf(row) ?? []);
  if (composite !== null && (rows.length === 0 || probed.length === 0)) return true;
  return probed.some(({ code, texts }) => code !== null && (texts.has('promised') || texts.has('remaining')));
}

/** Lists of one page that are read; a page with more of them is no list a person works through. */
const MOST_LISTS = 10;

/** Whether two tables stand one within the other, or one of them lies in a dialog over the other. */
function apart(one: HTMLElement, other: HTMLElement): boolean {
  return !one.contains(other) && !other.contains(one) && one.closest(DIALOGS) === other.closest(DIALOGS);
}

/**
 * The lists of dossiers among all tables of the page, the best first: visible, more than a line high, naming the most meanings; the larger
 * of two equals. Closed dialogs keep hidden tables in the page, so the first table is never good enough.
 * @returns also how many rows stand in further tables that name dossiers in no way that can be read.
 */
function listsAmong(grids: readonly Grid[], page: Page): { lists: readonly Found[]; unread: number } {
  const named = grids.flatMap((grid): Found[] => {
    const found = page.taken?.every((table) => apart(table, grid.element)) === false ? null : columnsOf(grid, page);
    return found ? [{ grid, ...found, rows: grid.body().filter((row) => !found.heads.includes(row)) }] : [];
  });
  named.sort((a, b) => b.columns.at.size - a.columns.at.size || b.rows.length - a.rows.length);
  const lists: Found[] = [];
  const others: Found[] = [];
  for (const found of named) {
    if (!lists.every(({ grid }) => apart(grid.element, found.grid.element))) continue;
    const isList = lists.length < MOST_LISTS && (lists.length === 0 || found.rows.length > 0);
    if (isList && holdsDossiers(found.columns, found.rows, page)) lists.push(found);
    else if (found.columns.at.has('code')) others.push(found);
  }
  const [best] = lists;
  const unread = others.filter(({ grid }) => best && lists.every((list) => apart(list.grid.element, grid.element)));
  return { lists, unread: unread.reduce((sum, { rows }) => sum + rows.length, 0) };
}

/** Elements with the role of a table are looked for where no table will do. */
function listsOf(page: Page): ReturnType<typeof listsAmong> {
  const { document, sees } = page;
  const tables = listsAmong(gridsOf(document, sees, 'table'), page);
  return tables.lists.length > 0 ? tables : listsAmong(gridsOf(document, sees, 'role'), page);
}

function readOne({ grid, columns, heads, rows }: Found, page: Page, anchorOf: AnchorOf): ListReading {
  const reader = rowReader(columns, rows, page);
  const list = { table: grid.element, anchor: anchorOf(grid.element), codeOf: reader.codeOf };
  if (isLoading(grid.element, heads, rows, page.sees))
    return { ...list, loading: true, rows: [], total: 0, more: null };
  return readInParts(rows, reader, { ...list, loading: false });
}

/**
 * Reads the lists of dossiers on a page without any configuration, by the words of their headers.
 * @param anchorOf element beside which the layer may stand, for a table found.
 */
export function readTable(page: Page, anchorOf: AnchorOf): ListReading | null {
  const { lists, unread } = listsOf(page);
  return mergeLists(
    lists.map((found) => readOne(found, page, anchorOf)),
    unread,
  );
}
