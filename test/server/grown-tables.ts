import type { Db } from '../../server/store/db.ts';
import { TENANT } from './bulk-province.ts';

/** Provinces, periods, units, officers and states among which rows that were made up lie evenly; without a common divisor, so that all go with all. */
const PROVINCES = 10;
const PERIODS = 13;
const VERSIONS = 17;
const FEW = 5;
const UNITS = 41;
const OFFICERS = 397;

/** What a made-up row `n` has in a column; keys differ from row to row, what groups them does not. */
function madeUp(column: string, type: string): string {
  const day = "to_char(date '2020-01-01' + n % 2500 * interval '1 day', 'YYYY-MM-DD')";
  if (column === 'tenant') return `case n % ${PROVINCES} when 0 then '${TENANT}' else 'khac-' || n % ${PROVINCES} end`;
  if (column === 'period') return `'ky-' || (n / ${PROVINCES}) % ${PERIODS}`;
  if (column === 'snapshot') return `'ky-' || (n / ${PROVINCES}) % ${PERIODS} || '.' || n % ${VERSIONS}`;
  if (column === 'unit') return `'dv-' || (n / ${PROVINCES}) % ${UNITS}`;
  if (column === 'officer') return `'cb-' || (n / ${PROVINCES}) % ${OFFICERS}`;
  if (column === 'import') return `'nhap-' || (n / ${PROVINCES}) % ${OFFICERS}`;
  if (/^(state|kind|series|stage|outcome|action|survey|family|channel|proof|level)$/.test(column))
    return `'${column}-' || (n / ${PROVINCES}) % ${FEW}`;
  if (type !== 'text') return 'n';
  if (/(_day|_at|^at|^day|^received|^promised|^returned|^sent|^due)$/.test(column)) return day;
  return `'${column}-' || n`;
}

/**
 * Gives every table of `db` up to `rowsOf` its name more rows, of several provinces, periods and units, and lets the engine count them: so its
 * plans are those of tables that have grown. A row whose key is there already is left out.
 */
export async function growTables(db: Db, rowsOf: (table: string) => number): Promise<void> {
  const tables = await db.all<{ name: string; columns: string }>(
    `select table_name as name, string_agg(column_name || ' ' || data_type, ',' order by ordinal_position) as columns
     from information_schema.columns where table_schema = current_schema() group by table_name`,
  );
  for (const { name, columns } of tables) {
    const own = columns.split(',').map((each) => each.split(' ') as [column: string, type: string]);
    if (!own.some(([column]) => column === 'tenant')) continue;
    await db.run(
      `insert into ${name} (${own.map(([column]) => column)}) select ${own.map(([column, type]) => madeUp(column, type))}
       from generate_series(1000001, ${1_000_000 + rowsOf(name)}) n on conflict do nothing`,
    );
  }
  await db.run('analyze');
}
