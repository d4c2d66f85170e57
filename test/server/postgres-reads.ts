import pg from 'pg';
import { postgresSql } from '../../server/store/postgres-sql.ts';
import type { Issued } from './recorded-queries.ts';
import type { PlannedRead } from './sqlite-reads.ts';

/** A step of `explain (format json)`: https://www.postgresql.org/docs/current/sql-explain.html */
interface Step {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Step[];
}

/** Columns an index condition compares, each at the left of its sign; of a row compared with a row, each column. */
function comparedIn(condition: string): Set<string> {
  const compared = new Set<string>();
  for (const [, row, one] of condition.matchAll(/(?:ROW\(([^()]*)\)|\(?(\w+)\)?) (?:=|<|>|<=|>=|IS) /g))
    for (const column of (row ?? one ?? '').split(',')) compared.add(column.trim());
  return compared;
}

/** The first columns of an index as far as they are given: of what comes after a gap nothing is skipped. */
function leading(columns: readonly string[], condition: string): string[] {
  const compared = comparedIn(condition);
  const gap = columns.findIndex((column) => !compared.has(column));
  return columns.slice(0, gap < 0 ? columns.length : gap);
}

function readsIn(step: Step, indexes: ReadonlyMap<string, readonly string[]>, of = ''): PlannedRead[] {
  const { 'Node Type': how, 'Relation Name': table = of, 'Index Name': index, 'Index Cond': given = '' } = step;
  const below = (step.Plans ?? []).flatMap((each) => readsIn(each, indexes, table));
  if (!/Scan$/.test(how) || !table || how === 'Bitmap Heap Scan') return below;
  const detail = [how, 'on', table, ...(index ? ['by', index, given] : [step.Filter ?? ''])].join(' ');
  return [{ table, given: index ? leading(indexes.get(index) ?? [], given) : [], detail }, ...below];
}

/**
 * How PostgreSQL comes by the rows of a statement, with the sizes and statistics its tables have: both as the plan of a statement kept
 * prepared, which knows no values, and as one for the values it was issued with.
 * @param settings as `set` takes them, for instance to forbid a way of reading.
 */
export async function postgresReads(url: string, settings: readonly string[] = []) {
  const client = new pg.Client(url);
  await client.connect();
  for (const setting of settings) await client.query(`set ${setting}`);
  const { rows } = await client.query<{ index: string; columns: string[] }>(
    `select indexrelid::regclass::text as index,
       array(select pg_get_indexdef(indexrelid, n, true) from generate_series(1, indnkeyatts) n) as columns from pg_index`,
  );
  const indexes = new Map(rows.map(({ index, columns }) => [index, columns]));

  async function plan(options: string, { sql, params }: Issued): Promise<PlannedRead[]> {
    const text = `explain (${options}, format json) ${postgresSql(sql)}`;
    const answer = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
      text,
      params.length ? [...params] : undefined,
    );
    return answer.rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => readsIn(Plan, indexes)));
  }
  return {
    reads: async (issued: Issued) => [
      ...(await plan('generic_plan', { ...issued, params: [] })),
      ...(await plan('costs off', issued)),
    ],
    close: () => client.end(),
  };
}
