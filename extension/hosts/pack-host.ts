import type { Meaning } from '#rules/labels.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { dateOrders } from './date-orders.ts';
import type { Host, ListReading, Page } from './host.ts';
import type { RowReader } from './list-rows.ts';
import { makeReading } from './make-reading.ts';
import { mergeLists } from './merge-lists.ts';
import { type FoundColumn, fieldIn, findLists, type PackList } from './pack-columns.ts';
import { readPackDetail } from './pack-detail.ts';
import { statesOf } from './pack-words.ts';
import { isLoading } from './placeholders.ts';
import { readInParts } from './read-in-parts.ts';
import { DATED } from './row-texts.ts';

const PLACES: readonly Meaning[] = ['promised', 'remaining', 'status', 'received', 'procedure', 'code'];
/** Rows asked for the order of day and month where those read do not tell. */
const MOST_ASKED = 2_000;

/** Reads single rows as a pack says. */
function packRowReader(pack: HostPack, { list, columns, codeOf }: PackList, page: Page): RowReader {
  const states = statesOf(pack);
  const printed = (column: FoundColumn): readonly string[] =>
    list.rows.slice(0, MOST_ASKED).map((row) => fieldIn(row, column, page).text ?? '');
  return {
    codeOf,
    textsOf(row) {
      if (page.sees(row) === 0) return null;
      const fields = columns.map((column) => ({ meaning: column.meaning as Meaning, ...fieldIn(row, column, page) }));
      // A title, a pager, «Không có hồ sơ nào».
      if (fields.every(({ text }) => text === null)) return null;
      const cells = new Map(fields.flatMap(({ meaning, cell }) => (cell ? [[meaning, cell] as const] : [])));
      return {
        code: codeOf(row),
        texts: new Map(fields.flatMap(({ meaning, text }) => (text === null ? [] : [[meaning, text] as const]))),
        cells: () => cells,
      };
    },
    ordersOf: (rows) =>
      dateOrders(
        columns
          .filter(({ meaning }) => DATED.has(meaning))
          .map((column) => ({
            meaning: column.meaning,
            read: rows.map(({ texts }) => texts.texts.get(column.meaning) ?? ''),
            all: () => printed(column),
          })),
        pack.dateOrder ?? undefined,
      ),
    readingOf({ row, texts: { code, texts, cells } }, order) {
      const text = (meaning: Meaning): string | null => texts.get(meaning) ?? null;
      const reading = code === null ? null : makeReading({ code, source: 'list', text, order, states }, page.office);
      return { row, code, duplicate: false, reading, places: PLACES.flatMap((meaning) => cells().get(meaning) ?? []) };
    },
  };
}

/** Reads the pages a pack was made for; asked before the families, and passes on what it cannot read. */
export function packHost(pack: HostPack): Host {
  /** One look at a page asks twice: whether it is known, and what it says. */
  const seen = new WeakMap<Page, readonly PackList[]>();
  const find = (page: Page): readonly PackList[] => {
    const found = seen.get(page) ?? findLists(pack.lists, page);
    seen.set(page, found);
    return found;
  };
  const readOne = (found: PackList, page: Page): ListReading => {
    const { table, anchor, rows } = found.list;
    const list = { table, anchor, codeOf: found.codeOf };
    if (isLoading(table, [], rows, page.sees)) return { ...list, loading: true, rows: [], total: 0, more: null };
    return readInParts(rows, packRowReader(pack, found, page), { ...list, loading: false });
  };
  return {
    id: `pack:${pack.id}`,
    recognises: (page) =>
      pack.origins.includes(page.document.location.origin) &&
      (find(page).length > 0 || readPackDetail(pack, page) !== null),
    readList: (page) => mergeLists(find(page).map((found) => readOne(found, page))),
    readDetail: (page) => readPackDetail(pack, page),
  };
}
