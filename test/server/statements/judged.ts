import { loadModule, parseSync } from 'libpg-query';
import type { Db } from '../../../server/store/db.ts';
import { BEYOND_ONE_TENANT } from './beyond-one-tenant.ts';
import { readSchema } from './schema.ts';
import { faultsOf } from './tenant-of.ts';

/**
 * `?` of the program as `$1`, `$2` …; a question mark in a text stays. `cross join … on` is how SQLite is told the order of a
 * join; what is joined is the same without it.
 */
function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\bcross join (\w+ \w+) on\b/g, 'join $1 on').replace(/'(?:[^']|'')*'|\?/g, (found) => {
    if (found !== '?') return found;
    n += 1;
    return `$${n}`;
  });
}

export const oneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim();

/** What keeps the text of a statement from staying within one tenant; empty when nothing does. @throws when it is no SQL. */
export type Judge = (sql: string) => readonly string[];

async function makeJudge(): Promise<Judge> {
  await loadModule();
  const keyed = [...(await readSchema())].filter(([, { columns }]) => columns.includes('tenant'));
  const tables = new Set(keyed.map(([name]) => name));
  return (sql) => (parseSync(numbered(sql)).stmts ?? []).flatMap(({ stmt }) => (stmt ? faultsOf(stmt, tables) : []));
}
let made: Promise<Judge> | undefined;

export function statementJudge(): Promise<Judge> {
  made ??= makeJudge();
  return made;
}

const known = new Set<string>();

/** Puts before a database a judge who reads every statement the first time it is asked. */
export async function judging(): Promise<(db: Db) => Db> {
  const judge = await statementJudge();
  function ask(sql: string): void {
    if (known.has(sql)) return;
    const line = oneLine(sql);
    const faults = Object.hasOwn(BEYOND_ONE_TENANT, line) ? [] : judge(sql);
    if (faults.length) throw new Error(`${faults.join('; ')}: ${line}`);
    known.add(sql);
  }
  return (db) => ({
    ...db,
    async all(sql, params) {
      ask(sql);
      return db.all(sql, params);
    },
    async run(sql, params) {
      ask(sql);
      return db.run(sql, params);
    },
    async batch(statements) {
      for (const { sql } of statements) ask(sql);
      return db.batch(statements);
    },
  });
}
