import type { PeriodKeys } from '../period-keys.ts';
import { closedResults, keyedTenants, RESULTS } from './closed-results.ts';
import { type File, pagesOf, type Row, rowsOf, tablesOf } from './open-file.ts';
import { notePaperForms, sortCounts, UNTIL_THE_SEAL } from './until-the-seal.ts';

/** Exists in copies only. */
const TABLE = 'hidden_rows';

export interface OfPeriod {
  readonly tenant: string;
  readonly period: string;
}

const partName = (table: string, part: number) => `backup:${table}:${part}`;

function hidePage(
  file: File,
  keys: PeriodKeys,
  { tenant, period }: OfPeriod,
  table: string,
  part: number,
  rows: Row[],
) {
  file
    .prepare(`insert into ${TABLE} (tenant, period, name, part, n, hidden) values (?, ?, ?, ?, ?, ?)`)
    .run([
      tenant,
      period,
      table,
      part,
      rows.length,
      keys.hide(tenant, period, partName(table, part), JSON.stringify(rows)),
    ]);
}

/**
 * Puts those rows of `file`, a copy, under the keys of their periods. Returns the periods hidden, and those that hold
 * answers whose key is not there: their rows stay as they are.
 */
export function hideRows(file: File, keys: PeriodKeys): { hidden: OfPeriod[]; bare: OfPeriod[] } {
  file.exec(`create table if not exists ${TABLE} (tenant text not null, period text not null, name text not null,
    part integer not null, n integer not null, hidden text not null, primary key (tenant, period, name, part))`);
  notePaperForms(file);
  const tables = tablesOf(file);
  // The shortest first: what belongs to a period by its days alone goes with it.
  const unsealed = rowsOf<OfPeriod & { from: string; to: string }>(
    file,
    `select tenant, period, from_day as "from", to_day as "to" from periods where state <> 'sealed'
     order by tenant, julianday(to_day) - julianday(from_day), from_day`,
  );
  const hidden: OfPeriod[] = [];
  const bare: OfPeriod[] = [];
  for (const { tenant, period, from, to } of unsealed) {
    const of = { tenant, period };
    if (!keys.exists(tenant, period)) {
      if (
        rowsOf(file, 'select 1 as yes from responses where tenant = ? and period = ? limit 1', [tenant, period]).length
      )
        bare.push(of);
      continue;
    }
    file.exec('begin');
    let parts = 0;
    for (const { table, where, needs, params } of UNTIL_THE_SEAL) {
      // A copy of an earlier schema has not all of them.
      if (![table, ...needs].every((name) => tables.has(name))) continue;
      const values = params({ tenant, period, from, to });
      for (const rows of pagesOf(file, table, { where, params: values }))
        hidePage(file, keys, of, table, parts++, rows);
      file.prepare(`delete from "${table}" where true ${where}`).run([...values]);
    }
    file.exec('commit');
    if (parts) hidden.push(of);
  }
  for (const tenant of keyedTenants(file, keys)) hideResults(file, keys, tenant);
  sortCounts(file);
  return { hidden, bare };
}

/** Results that are not final yet, under the key that outlives those of periods. */
function hideResults(file: File, keys: PeriodKeys, tenant: string): void {
  file.exec('begin');
  let parts = 0;
  for (const { table, where, params } of closedResults(file, tenant)) {
    for (const rows of pagesOf(file, table, { where, params }))
      hidePage(file, keys, { tenant, period: RESULTS }, table, parts++, rows);
    file.prepare(`delete from "${table}" where true ${where}`).run([...params]);
  }
  file.exec('commit');
}

/** Rows of each table that lie hidden in `file`. */
export function hiddenCounts(file: File): Map<string, number> {
  const rows = rowsOf<{ name: string; n: number }>(file, `select name, sum(n) as n from ${TABLE} group by name`);
  return new Map(rows.map(({ name, n }) => [name, n]));
}

/** Periods something of lies hidden in `file`; none in a database that is no copy. */
export function hiddenPeriods(file: File): OfPeriod[] {
  if (!tablesOf(file).has(TABLE)) return [];
  return rowsOf(file, `select distinct tenant, period from ${TABLE} order by tenant, period`);
}

/** The hidden rows of one period, a page at a time. @throws when the key is not there or is another. */
function* revealed(file: File, keys: PeriodKeys, { tenant, period }: OfPeriod): Generator<[table: string, Row[]]> {
  const read = file.prepare(`select name, part, hidden from ${TABLE} where tenant = ? and period = ? and part = ?`);
  const [last] = rowsOf<{ part: number }>(
    file,
    `select max(part) as part from ${TABLE} where tenant = ? and period = ?`,
    [tenant, period],
  );
  for (let part = 0; part <= (last?.part ?? -1); part += 1)
    for (const { name, hidden } of read.all([tenant, period, part]) as { name: string; hidden: string }[])
      yield [name, JSON.parse(keys.reveal(tenant, period, partName(name, part), hidden)) as Row[]];
}

/** Whether the key on this machine opens every hidden row of the period. */
export function canReveal(file: File, keys: PeriodKeys, of: OfPeriod): boolean {
  if (!keys.exists(of.tenant, of.period)) return false;
  try {
    for (const _ of revealed(file, keys, of));
    return true;
  } catch {
    return false;
  }
}

/** Puts the hidden rows of a period back in their tables. @throws when the key is not there or is another. */
export function revealRows(file: File, keys: PeriodKeys, of: OfPeriod): void {
  // A statement holds its memory until it is collected, so one serves all rows of a shape.
  const inserts = new Map<string, ReturnType<File['prepare']>>();
  for (const [table, rows] of revealed(file, keys, of))
    for (const row of rows) {
      const names = Object.keys(row);
      const sql = `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`;
      const insert = inserts.get(sql) ?? file.prepare(sql);
      inserts.set(sql, insert);
      insert.run(Object.values(row));
    }
}

/** Leaves nothing of the copy's own table: the file is a database of the house again. */
export function dropHidden(file: File): void {
  file.exec(`drop table if exists ${TABLE}`);
}
