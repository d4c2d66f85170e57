import { type DateOrder, dateOrderOf, seenDateOrder } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';

/** Texts of one dated column: of the rows that are read, and of all rows, asked for only where those read do not decide. */
export interface DatedColumn {
  readonly meaning: Meaning;
  readonly read: readonly string[];
  readonly all: () => readonly string[];
}

/**
 * The order of day and month of each column. A column whose dates would do in either order follows the others of its table, which one
 * and the same server printed; where none decides, the order the site is known to have, else day first.
 */
export function dateOrders(
  columns: readonly DatedColumn[],
  usual: DateOrder | undefined,
): (meaning: Meaning) => DateOrder {
  const orders = new Map<Meaning, DateOrder>();
  for (const { meaning, read, all } of columns) {
    const seen = seenDateOrder(read);
    // Day first in some row stays so whatever the others say; month first needs that no row says otherwise.
    const whole = seen === 'dmy' || seen === 'mixed' ? read : all();
    const order = seenDateOrder(whole);
    if (order !== null && order !== 'undecided') orders.set(meaning, dateOrderOf(whole));
  }
  const decided = new Set(orders.values());
  const [only] = decided;
  const rest = decided.size === 1 && only ? only : (usual ?? 'dmy');
  return (meaning) => orders.get(meaning) ?? rest;
}
