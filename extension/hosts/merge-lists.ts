import type { DossierReading, ListReading, RowReading } from './host.ts';

const FACTS = ['state', 'received', 'promised', 'ready', 'returned'] as const;

/** Whether two rows of one dossier can both be right; an hour that only one of them prints is no contradiction. */
function agree(one: DossierReading | null, other: DossierReading | null): boolean {
  return (
    one !== null &&
    other !== null &&
    FACTS.every((fact) => !one[fact] || !other[fact] || one[fact].slice(0, 10) === other[fact].slice(0, 10))
  );
}

/**
 * The rows of each list. A dossier that stands in several is spoken of once, by the best of them; where they contradict each other, which
 * one a mark would speak of is not known, so none is read.
 */
function rowsOnce(lists: readonly ListReading[]): ReadonlyMap<ListReading, readonly RowReading[]> {
  const told = new Map<string, RowReading>();
  const doubtful = new Set<string | null>();
  const once = lists.map((list) => {
    const rows = list.rows.filter(({ code, reading }) => {
      const before = code === null ? undefined : told.get(code);
      if (!before) return true;
      if (agree(before.reading, reading)) return false;
      doubtful.add(code);
      return true;
    });
    for (const row of rows) if (row.code !== null) told.set(row.code, row);
    return [list, rows] as const;
  });
  const settled = (row: RowReading): RowReading =>
    doubtful.has(row.code) ? { ...row, duplicate: true, reading: null } : row;
  return new Map(once.map(([list, rows]) => [list, doubtful.size > 0 ? rows.map(settled) : rows]));
}

/** The outermost element that holds the last of the lists and not all of them: the layer after it lies over all. */
function lastBranch(parts: readonly ListReading[]): HTMLElement {
  let at = (parts.at(-1) as ListReading).anchor;
  for (let above = at.parentElement; above; above = at.parentElement) {
    if (parts.every(({ anchor }) => above.contains(anchor))) break;
    at = above;
  }
  return at;
}

/** @param enough asked after every few rows of each list. */
function grow(lists: readonly ListReading[], enough: () => boolean): readonly ListReading[] {
  let full = false;
  return lists.map((list) => {
    const more = !full && list.more?.(enough);
    full ||= more ? more.more !== null : false;
    return more || list;
  });
}

/** All lists of one page as one, the best first; `null` for none. @param unread rows of further lists that cannot be read. */
export function mergeLists(lists: readonly ListReading[], unread = 0): ListReading | null {
  const [best, ...others] = lists;
  if (!best || (others.length === 0 && unread === 0)) return best ?? null;
  const parts = lists.toSorted((a, b) => (a.table.compareDocumentPosition(b.table) & 4 ? -1 : 1));
  const once = rowsOnce(lists);
  const rows = parts.flatMap((list) => once.get(list) ?? []);
  const told = lists.reduce((sum, list) => sum + list.rows.length, 0);
  const total = lists.reduce((sum, list) => sum + list.total, 0);
  return {
    table: best.table,
    anchor: lastBranch(parts),
    loading: lists.every(({ loading }) => loading),
    rows,
    total: total - told + rows.length,
    more: lists.some(({ more }) => more) ? (enough) => mergeLists(grow(lists, enough), unread) as ListReading : null,
    codeOf: (row) => (lists.find(({ table }) => table.contains(row)) ?? best).codeOf(row),
    parts,
    unread,
  };
}
