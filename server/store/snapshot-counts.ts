import type { Db, Statement } from './db.ts';

/**
 * Tables of what a close counts of dossiers beside the sums, never of answers: a row for each unit, family and key. A snapshot made
 * before a table was filled has no row in it.
 */
export const COUNT_TABLES = ['snapshot_timeliness', 'snapshot_slices'] as const;
export type CountTable = (typeof COUNT_TABLES)[number];

/** Whole numbers, in lists or by name however deep, which are added up place by place. */
export type Counts = number | readonly Counts[] | { readonly [name: string]: Counts };

/** What is counted of the dossiers of one unit that share `key`; '' = all of them. */
export interface CountRow {
  readonly unit: string;
  readonly family: string;
  readonly key: string;
  readonly counts: Counts;
}

/** The rows of each table, in the order of their key. */
export type SnapshotCounts = Readonly<Record<CountTable, readonly CountRow[]>>;

type Stored = Omit<CountRow, 'counts'> & { readonly counts: string };

const read = (rows: readonly Stored[]) => rows.map((row) => ({ ...row, counts: JSON.parse(row.counts) as Counts }));

/** The rows of one table, in the order of their key. @param families all of them when left out. */
export async function countRows(
  db: Db,
  tenant: string,
  snapshot: string,
  table: CountTable,
  families?: readonly string[],
): Promise<CountRow[]> {
  const some = families ? `and family in (${families.map(() => '?').join(', ')})` : '';
  return read(
    await db.all<Stored>(
      `select unit, family, key, counts from ${table} where tenant = ? and snapshot = ? ${some} order by unit, family, key`,
      [tenant, snapshot, ...(families ?? [])],
    ),
  );
}

/** All rows of a snapshot. */
export async function snapshotCounts(db: Db, tenant: string, snapshot: string): Promise<SnapshotCounts> {
  const tables: Partial<Record<CountTable, readonly CountRow[]>> = {};
  for (const table of COUNT_TABLES) tables[table] = await countRows(db, tenant, snapshot, table);
  return tables as SnapshotCounts;
}

/** Rows of one statement: a province has tens of thousands. */
const TOGETHER = 100;

/** One at a time: all of them together are much to hold. */
export function* insertCounts(tenant: string, snapshot: string, counts: SnapshotCounts): Generator<Statement> {
  for (const table of COUNT_TABLES)
    for (let from = 0; from < counts[table].length; from += TOGETHER) {
      const part = counts[table].slice(from, from + TOGETHER);
      yield {
        sql: `insert into ${table} (tenant, snapshot, unit, family, key, counts)
          values ${part.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
        params: part.flatMap((row) => [
          ...[tenant, snapshot, row.unit, row.family, row.key],
          JSON.stringify(row.counts),
        ]),
      };
    }
}
