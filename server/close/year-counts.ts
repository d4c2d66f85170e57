import { COUNT_TABLES, type CountRow, type Counts, type SnapshotCounts } from '../store/snapshot-counts.ts';
import { inOrder } from './count-sinks.ts';

type Named = { readonly [name: string]: Counts };

const isList = (counts: Counts | undefined): counts is readonly Counts[] => Array.isArray(counts);

/** Families that tell how things stood at the first or last moment: of a year that is where its first or last quarter stood. */
const AT_THE_BEGINNING = 'before';
const AT_THE_END = 'left';

/** Two counts place by place; where only one has a place, that one's stands. */
function addedCounts(a: Counts, b: Counts): Counts {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) + Number(b);
  if (isList(a) && isList(b)) {
    const [longer, other] = a.length < b.length ? [b, a] : [a, b];
    return longer.map((each, i) => addedCounts(each, other[i] ?? emptyOf(each)));
  }
  const [one, two] = [a as Named, b as Named];
  return Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(two)])].map((name) => {
      const [x, y] = [one[name], two[name]];
      return [name, x === undefined ? (y ?? 0) : y === undefined ? x : addedCounts(x, y)];
    }),
  );
}

function emptyOf(counts: Counts): Counts {
  return typeof counts === 'number' ? 0 : isList(counts) ? [] : {};
}

/**
 * What quarters counted, in their order, added up for the year row by row. A table one of them did not fill, for it was closed before there was such
 * a table, is empty: a sum without it would pass for the whole.
 */
export function yearCounts(quarters: readonly SnapshotCounts[]): SnapshotCounts {
  const ofTable = (table: keyof SnapshotCounts): CountRow[] => {
    if (quarters.some((counts) => counts[table].length === 0)) return [];
    const rows = new Map<string, CountRow>();
    const of = (at: number, family: string) => (quarters.at(at)?.[table] ?? []).filter((row) => row.family === family);
    const moments = table === 'snapshot_timeliness' ? [AT_THE_BEGINNING, AT_THE_END] : [];
    const flows = quarters.flatMap((counts) => counts[table]).filter(({ family }) => !moments.includes(family));
    const stood = moments.length > 0 ? [...of(0, AT_THE_BEGINNING), ...of(-1, AT_THE_END)] : [];
    for (const row of [...flows, ...stood]) {
      const place = JSON.stringify([row.unit, row.family, row.key]);
      const known = rows.get(place);
      rows.set(place, known ? { ...known, counts: addedCounts(known.counts, row.counts) } : row);
    }
    return inOrder([...rows.values()]);
  };
  return Object.fromEntries(COUNT_TABLES.map((table) => [table, ofTable(table)])) as unknown as SnapshotCounts;
}
