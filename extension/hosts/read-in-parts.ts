import type { DateOrder } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';
import type { ListReading, RowReading } from './host.ts';
import type { RowReader } from './list-rows.ts';
import { withDuplicates } from './with-duplicates.ts';

/** More rows than this of one list are not read at one scroll position. */
export const MOST_ROWS = 1_000;
/** A list of no more rows is read whole at once. */
const FEW = 40;
/** Rows above and below the view that are read with it. */
const MARGIN = 5;
/** Rows read between two questions whether it is enough. */
const STEP = 8;
/** Rows of one view: no screen shows more. */
const MOST_IN_VIEW = 150;

/** What is known of a list before its rows are read. */
type Frame = Omit<ListReading, 'rows' | 'total' | 'more'>;

/** The rows in view, as a half-open range; found by halving, because each look at a place costs. */
function inView(rows: readonly HTMLElement[]): [from: number, to: number] {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  const height = rows[0]?.ownerDocument.defaultView?.innerHeight ?? 0;
  let to = low;
  while (to < rows.length && to - low < MOST_IN_VIEW && (rows[to]?.getBoundingClientRect().top ?? 0) <= height) to++;
  return [Math.max(0, low - MARGIN), Math.min(rows.length, to + MARGIN)];
}

/**
 * Reads `rows` from the view outwards. The first answer holds the view; `more` adds to it, a few rows at a time, until all are read or
 * `MOST_ROWS` are.
 */
export function readInParts(rows: readonly HTMLElement[], reader: RowReader, frame: Frame): ListReading {
  let [from, to] = rows.length <= FEW ? [0, rows.length] : inView(rows);
  let order: ((meaning: Meaning) => DateOrder) | null = null;
  /** What was read, the part before and the part after it: put together when asked for, not at every step. */
  const above: RowReading[][] = [];
  const below: RowReading[][] = [];
  let count = 0;
  let passedOver = 0;

  const readRange = (start: number, end: number): RowReading[] => {
    const texts = rows.slice(start, end).flatMap((row) => {
      const found = reader.textsOf(row);
      return found ? [{ row, texts: found }] : [];
    });
    passedOver += end - start - texts.length;
    // Settled once, from all rows where need be: no later part may turn a date round.
    const settled = order ?? reader.ordersOf(texts);
    order = settled;
    count += texts.length;
    return texts.map((row) => reader.readingOf(row, settled));
  };
  const answer = (): ListReading => {
    const left = from > 0 || to < rows.length;
    const parts = [...above.toReversed(), ...below];
    let put: readonly RowReading[] | null = null;
    return {
      ...frame,
      // Of an answer that is only asked for more nobody looks at the rows.
      get rows() {
        put ??= withDuplicates(parts.flat());
        return put;
      },
      total: rows.length - passedOver,
      more: left && count < MOST_ROWS ? more : null,
    };
  };
  const more = (enough: () => boolean): ListReading => {
    while (count < MOST_ROWS && (from > 0 || to < rows.length)) {
      const room = MOST_ROWS - count;
      const end = Math.min(rows.length, to + Math.min(STEP, room));
      const start = Math.max(0, from - Math.min(STEP, room - (end - to)));
      above.push(readRange(start, from));
      below.push(readRange(to, end));
      [from, to] = [start, end];
      if (enough()) break;
    }
    return answer();
  };

  below.push(readRange(from, to));
  return answer();
}
