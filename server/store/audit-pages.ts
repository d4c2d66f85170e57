import type { AuditLine, AuditPage } from '#wire/audit.ts';
import type { Db, Value } from './db.ts';
import { oneOrNull } from './db.ts';

const PAGE = 50;
/** A list of five hundred units is not read in a table. */
const DETAIL = 4_000;

/** Which entries: older than `before`, of one person, of one action or all that begin with it and a dot. */
export interface AuditFilter {
  readonly before?: number | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
}

/** Fifty entries, newest first. */
export async function auditPageOf(db: Db, tenant: string, { before, actor, action }: AuditFilter): Promise<AuditPage> {
  const where = ['tenant = ?'];
  const params: Value[] = [tenant];
  const and = (sql: string, ...values: Value[]) => {
    where.push(sql);
    params.push(...values);
  };
  if (before !== undefined) and('seq < ?', before);
  if (actor !== undefined) and('actor = ?', actor);
  // '/' is the character after '.'.
  if (action !== undefined) and('(action = ? or (action >= ? and action < ?))', action, `${action}.`, `${action}/`);
  const rows = await db.all<AuditLine>(
    `select seq, at, actor, action, subject, substr(detail, 1, ${DETAIL}) as detail, hash from audit
      where ${where.join(' and ')} order by seq desc limit ${PAGE + 1}`,
    params,
  );
  const entries = rows.slice(0, PAGE);
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null };
}

/** How many entries the log holds. */
export async function auditLength(db: Db, tenant: string): Promise<number> {
  const row = await oneOrNull<{ n: number }>(db, 'select count(*) as n from audit where tenant = ?', [tenant]);
  return row?.n ?? 0;
}
