import type { Database } from '../../server/database.ts';
import type { Db } from '../../server/store/db.ts';
import { planOf } from './plan-of.ts';

/** How a statement comes by the rows of one table. */
export interface PlannedRead {
  readonly table: string;
  /** Columns of an index that are given; empty = every row is read. */
  readonly given: readonly string[];
  readonly detail: string;
}

/** What stands for a table in a statement, `dossiers d` or `dossiers`, as the plan names it. */
function tableOf(sql: string, name: string): string {
  const known = new RegExp(`\\b(?:from|join|update|into)\\s+(\\w+)(?:\\s+as)?\\s+${name}\\b`, 'i').exec(sql);
  const table = known?.[1] ?? name;
  return table.toLowerCase() === 'select' ? name : table;
}

const POSTGRES = /(Seq Scan|Index(?: Only)? Scan(?: Backward)? using \w+) on (\w+)/;

/** A line of SQLite's plan, or one of PostgreSQL's with the line below it. */
function readOf(sql: string, line: string, below = ''): PlannedRead[] {
  const postgres = POSTGRES.exec(line);
  if (postgres) {
    const cond = /^Index Cond: (.*)$/.exec(below)?.[1] ?? '';
    const given = [...cond.matchAll(/(?:^|[(\s,])(?:\w+\.)?([a-z_]+)(?:, [a-z_.]+)*\)? (?:=|<|>|<=|>=) /g)].map(
      ([, column]) => column ?? '',
    );
    // Of a row compared with a row, each column.
    const pair = /ROW\((?:\w+\.)?(\w+), (?:\w+\.)?(\w+)/.exec(cond);
    return [
      {
        table: postgres[2] ?? '',
        given: [...new Set([...given, ...(pair?.slice(1) ?? [])])],
        detail: `${line} ${below}`,
      },
    ];
  }
  const [, how, name = ''] = /^(SCAN|SEARCH) (\w+)/.exec(line) ?? [];
  // A list of values, or what a part of the statement made.
  if (!how || name === 'CONSTANT' || /AUTOMATIC/.test(line)) return [];
  const constraint = /\(([^()]*(?:\([^)]*\)[^()]*)*)\)(?: LEFT-JOIN)?$/.exec(line)?.[1] ?? '';
  const given =
    how === 'SCAN' ? [] : [...constraint.matchAll(/\b([a-z_]+)\b(?=[^?]*[=<>])/g)].map(([, column]) => column ?? '');
  return [{ table: tableOf(sql, name), given: [...new Set(given)], detail: line }];
}

/** How the engine in use would run `sql`; PostgreSQL as it would with tables too large to be read whole. */
export async function plannedReads(engine: { db: Db; database: Database }, sql: string): Promise<PlannedRead[]> {
  const plan = await planOf(engine, sql);
  return plan.flatMap((line, i) => readOf(sql, line, plan[i + 1]));
}
