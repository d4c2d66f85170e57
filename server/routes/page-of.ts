/** Rows on one page of a list by id. */
const PAGE = 100;
/** Asked of the store: one more tells whether there is a next page. */
export const ASKED = PAGE + 1;

/** One page of what was found; `next` goes into `after`, `null` = the last page. */
export function pageOf<Row extends { readonly id: string }>(found: Row[]): { rows: Row[]; next: string | null } {
  const rows = found.slice(0, PAGE);
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}
