import type { Objection, ObjectionAnswer, ObjectionState } from '#wire/objection.ts';
import { type Db, oneOrNull, type Statement, type Value } from './db.ts';
import { inList } from './in-list.ts';
import { withinScope } from './units.ts';

const COLUMNS = `id, period, unit, officer, dossier, indicator, text, state, raised_by as "raisedBy", raised_at as "raisedAt",
  due_day as due, owner, answer, changed, answered_by as "answeredBy", answered_at as "answeredAt"`;

/** Whose objections: those of `scope` and the units below it, or those one officer raised himself. */
export interface ObjectionsOf {
  readonly scope: string | null;
  readonly officer: string | null;
  readonly period: string;
  readonly state: ObjectionState | null;
}

/** One page by id, after the id `after`. */
export function objectionsPage(
  db: Db,
  tenant: string,
  { scope, officer, period, state }: ObjectionsOf,
  after: string,
  limit: number,
): Promise<Objection[]> {
  const within = withinScope(tenant, scope);
  const only: [string, Value][] = [];
  if (officer !== null) only.push([' and officer = ?', officer]);
  if (state !== null) only.push([' and state = ?', state]);
  const asked = only.map(([sql]) => sql).join('');
  return db.all(
    `select ${COLUMNS} from objections where tenant = ? and period = ? and id > ?${asked}${within.sql} order by id limit ?`,
    [tenant, period, after, ...only.map(([, value]) => value), ...within.params, limit],
  );
}

export function objectionOrNull(db: Db, tenant: string, id: string): Promise<Objection | null> {
  return oneOrNull(db, `select ${COLUMNS} from objections where tenant = ? and id = ?`, [tenant, id]);
}

/** What those of `ids` that exist were first sent with: the hash of the body, by id. */
export async function objectionHashes(db: Db, tenant: string, ids: readonly string[]): Promise<Map<string, string>> {
  const list = inList(ids);
  const rows = await db.all<{ id: string; hash: string }>(
    `select id, body_hash as hash from objections where tenant = ? and id ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.id, row.hash]));
}

/** Objections of the period nobody has answered. */
export async function openObjections(db: Db, tenant: string, period: string): Promise<number> {
  const row = await oneOrNull<{ n: number }>(
    db,
    "select count(*) as n from objections where tenant = ? and period = ? and state = 'new'",
    [tenant, period],
  );
  return row?.n ?? 0;
}

/** Objections nobody has answered, by period, that with the oldest first; `today`: those to be answered by `day`. */
export function waitingObjections(
  db: Db,
  tenant: string,
  scope: string | null,
  day: string,
): Promise<{ period: string; n: number; oldest: string; today: number }[]> {
  const within = withinScope(tenant, scope);
  return db.all(
    `select period, count(*) as n, min(raised_at) as oldest, sum(case when due_day <= ? then 1 else 0 end) as today
     from objections where tenant = ? and state = 'new'${within.sql} group by period order by min(raised_at)`,
    [day, tenant, ...within.params],
  );
}

export function insertObjection(
  tenant: string,
  o: Pick<Objection, 'id' | 'period' | 'unit' | 'officer' | 'dossier' | 'indicator' | 'text' | 'raisedBy' | 'due'>,
  bodyHash: string,
  at: Date,
): Statement {
  return {
    sql: `insert into objections (tenant, id, period, unit, officer, dossier, indicator, text, body_hash, state, raised_by,
        raised_at, due_day) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?)`,
    params: [
      ...[tenant, o.id, o.period, o.unit, o.officer, o.dossier, o.indicator, o.text, bodyHash],
      ...[o.raisedBy, at.toISOString(), o.due],
    ],
  };
}

export function assignObjection(tenant: string, id: string, owner: string | null): Statement {
  return { sql: 'update objections set owner = ? where tenant = ? and id = ?', params: [owner, tenant, id] };
}

/** The answer; falls when somebody else answered meanwhile, for then the state would become null, which the column refuses. */
export function answerObjection(
  tenant: string,
  id: string,
  { state, answer, changed = null }: Omit<ObjectionAnswer, 'changed'> & { readonly changed?: string | null },
  by: string,
  login: string,
  at: Date,
): Statement {
  return {
    sql: `update objections set state = case when state = 'new' then ? end, answer = ?, changed = ?, answered_by = ?,
        answered_at = ?, owner = coalesce(owner, ?) where tenant = ? and id = ?`,
    params: [state, answer, changed, by, at.toISOString(), login, tenant, id],
  };
}
