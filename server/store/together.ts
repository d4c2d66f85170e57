import type { Statement, Value } from './db.ts';

const ONE_ROW = /^insert into \w+ \([^()]*\)\s+values \([?, ]+\)/;
/** Whether a statement is such an insert; there are few different ones. */
const known = new Map<string, boolean>();

function takesRows(sql: string): boolean {
  const takes = known.get(sql) ?? ONE_ROW.test(sql);
  known.set(sql, takes);
  return takes;
}

/**
 * Inserts of the same words as one with many rows, where the first of them stood; what is no insert stays after what was said before it. Most
 * of what a small statement costs is not its work: words, values one by one and the way to the engine.
 */
export function together(statements: readonly Statement[]): Statement[] {
  const made: Statement[] = [];
  let open = new Map<string, (readonly Value[])[]>();
  for (const statement of statements) {
    const { sql, params = [], rows = [params] } = statement;
    if (!takesRows(sql)) {
      open = new Map();
      made.push(statement);
      continue;
    }
    const gathered = open.get(sql);
    if (gathered) gathered.push(...rows);
    else {
      const first = [...rows];
      open.set(sql, first);
      made.push({ sql, rows: first });
    }
  }
  return made;
}
