import { type DateOrder, seenDateOrder } from '#rules/calendar/printed-date.ts';
import type { Detected, OpenedFile, RawRow, RowFault } from '../row.ts';
import { peek } from './peek.ts';
import { sampled } from './sampled.ts';

/** A file as its reader opens it: nothing is known about its dates yet. */
export type ReadFile = Omit<OpenedFile, 'detected'> & { readonly detected: Omit<Detected, 'dateOrders'> };

const SAMPLE_ROWS = 2000;

/** The texts of each column among `rows`. */
function textsByColumn(rows: readonly (RawRow | RowFault)[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const row of rows)
    for (const [key, cell] of 'cells' in row ? Object.entries(row.cells) : [])
      if (typeof cell === 'string') {
        const column = texts.get(key);
        if (column) column.push(cell);
        else texts.set(key, [cell]);
      }
  return texts;
}

/**
 * Looks at the first rows to tell day/month from month/day in each column; they are held, then given out with the rest.
 * @param wanted what the person says of all columns.
 */
export async function withDateOrders(file: ReadFile, wanted: DateOrder | undefined): Promise<OpenedFile> {
  const { first, all } = await peek(file.rows, sampled(SAMPLE_ROWS));
  const dateOrders: Record<string, Detected['dateOrders'][string]> = {};
  for (const [key, texts] of textsByColumn(first)) {
    const order = seenDateOrder(texts);
    if (order) dateOrders[key] = wanted ?? order;
  }
  return { ...file, detected: { ...file.detected, dateOrders }, rows: all };
}
