import { type DateOrder, dateOrderOf } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';
import type { HostPack, ListRecipe, PackColumn } from '#rules/packs/host-pack.ts';
import { parseCell } from '#rules/packs/parse-cell.ts';
import { isPersonalColumn, looksPersonal } from '#rules/packs/personal-column.ts';
import type { Host, ListReading, Page, RowReading } from './host.ts';
import { makeReading } from './make-reading.ts';
import { readPackDetail } from './pack-detail.ts';
import { cellIn, columnOf, type FoundList, headerAbove, lineIn, listsFor } from './pack-place.ts';
import { statesOf } from './pack-words.ts';
import { readCode } from './read-code.ts';

const PLACES: readonly Meaning[] = ['promised', 'remaining', 'status', 'received', 'procedure', 'code'];
const DATED: ReadonlySet<Meaning> = new Set(['received', 'promised', 'ready', 'returned', 'reappointed']);
/** Rows looked at to tell whether a column is personal. */
const SAMPLE = 50;

/** A column of a pack and where it stands on this page. */
export interface FoundColumn extends PackColumn {
  readonly at: number | null;
}

/** Text of a field in one row, before and after its parser; a text that looks personal is no text. */
export function fieldIn(row: HTMLElement, { place, at, line, parser, meaning }: FoundColumn, { sees }: Page) {
  const cell = cellIn(row, place, at);
  const raw = cell && sees(cell) > 0 ? lineIn(cell, line, sees) : null;
  const text = raw === null ? null : parseCell(parser, raw);
  return { cell, raw, text: text !== null && !DATED.has(meaning) && looksPersonal(text) ? null : text };
}

/** Whether a column stands under a personal header or holds what looks personal: then no cell of it is read. */
export function isPersonal(column: FoundColumn, list: FoundList, page: Page): boolean {
  const rows = list.rows.slice(0, SAMPLE);
  const fields = rows.map((row) => fieldIn(row, column, page));
  const first = fields.findIndex(({ cell }) => cell !== null);
  const [row, cell] = [rows[first], fields[first]?.cell];
  const header = row && cell ? headerAbove(cell, row, list.headers) : '';
  // A line of its own within a cell is judged by itself: the lines beside it may well be personal.
  return isPersonalColumn(
    column.line === null ? header : '',
    fields.map(({ raw }) => raw ?? ''),
  );
}

/** The first list of the page with a code to read, by any of these recipes, and its columns that may be read. */
export function findList(recipes: readonly ListRecipe[], page: Page) {
  for (const recipe of recipes)
    for (const list of listsFor(recipe, page)) {
      const columns = recipe.columns
        .map((each): FoundColumn => ({ ...each, at: columnOf(each.place, list.headers) }))
        .filter((column) => !isPersonal(column, list, page));
      const code = columns.find(({ meaning }) => meaning === 'code');
      if (!code) continue;
      const codeOf = (row: HTMLElement): string | null => readCode(fieldIn(row, code, page).text ?? '');
      // An empty list is known by its header; without one only its codes tell that this is the list.
      const known = list.rows.length === 0 ? code.at !== null && 'header' in code.place : list.rows.some(codeOf);
      if (known) return { list, columns, codeOf, recipe };
    }
  return null;
}

function readRows(
  rows: readonly HTMLElement[],
  columns: readonly FoundColumn[],
  pack: HostPack,
  page: Page,
): RowReading[] {
  const fields = rows.map((row) => new Map(columns.map((each) => [each.meaning as Meaning, fieldIn(row, each, page)])));
  const textOf = (i: number, meaning: Meaning): string | null => fields[i]?.get(meaning)?.text ?? null;
  const order = new Map<Meaning, DateOrder>(
    columns.map(({ meaning }) => [
      meaning,
      pack.dateOrder ?? dateOrderOf(fields.map((_, i) => textOf(i, meaning) ?? '')),
    ]),
  );
  const states = statesOf(pack);
  const codes = fields.map((_, i) => readCode(textOf(i, 'code') ?? ''));
  const times = new Map<string, number>();
  for (const code of codes) if (code) times.set(code, (times.get(code) ?? 0) + 1);
  return rows.map((row, i) => {
    const code = codes[i] ?? null;
    const duplicate = code !== null && (times.get(code) ?? 0) > 1;
    const text = (meaning: Meaning) => textOf(i, meaning);
    const reading =
      code === null || duplicate
        ? null
        : makeReading(
            { code, source: 'list', text, order: (meaning) => order.get(meaning) ?? 'dmy', states },
            page.office,
          );
    const places = PLACES.flatMap((meaning) => fields[i]?.get(meaning)?.cell ?? []);
    return { row, code, duplicate, reading, places };
  });
}

/** Reads the pages a pack was made for; asked before the families, and passes on what it cannot read. */
export function packHost(pack: HostPack): Host {
  const readList = (page: Page): ListReading | null => {
    const found = findList(pack.lists, page);
    if (!found) return null;
    const { list, columns, codeOf } = found;
    const filled = list.rows.filter((row) => columns.some((column) => fieldIn(row, column, page).text !== null));
    const rows = readRows(filled, columns, pack, page);
    return { table: list.table, anchor: list.anchor, loading: false, rows, total: rows.length, more: null, codeOf };
  };
  const isFor = ({ document }: Page): boolean => pack.origins.includes(document.location.origin);
  return {
    id: `pack:${pack.id}`,
    recognises: (page) => isFor(page) && (findList(pack.lists, page) ?? readPackDetail(pack, page)) !== null,
    readList,
    readDetail: (page) => readPackDetail(pack, page),
  };
}
