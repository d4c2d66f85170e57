import type { ListReading, RowReading } from '../hosts/host.ts';

/** After a look we wait this many times as long as it took. */
const REST = 19;

/**
 * Some hosts write their whole list anew every second. Before the next paint its new rows are looked at, those in sight alone: a row
 * that says word for word what one said before keeps its mark, so nothing flickers. All else waits for the next reading.
 */
export function rescueRows(look: () => ListReading | null): (before: ListReading) => ListReading | null {
  let next = 0;
  return (before) => {
    const start = performance.now();
    if (start < next) return null;
    const list = look();
    const said = new Map(before.rows.map((row) => [row.code, row]));
    const same = ({ code, reading }: RowReading): boolean =>
      reading !== null && JSON.stringify(said.get(code)?.reading) === JSON.stringify(reading);
    const kept = list && !list.loading ? { ...list, rows: list.rows.filter(same) } : null;
    const end = performance.now();
    next = end + REST * (end - start);
    return kept;
  };
}
