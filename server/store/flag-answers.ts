import type { Db, Statement } from './db.ts';
import type { FlagAsked } from './flag-asked.ts';
import { inList } from './in-list.ts';

export interface FlagAnswer {
  readonly flag: string;
  readonly revision: number;
  readonly text: string;
  /** `officer:CB-0117`, `user:lan`. */
  readonly by: string;
  readonly at: string;
}

/** What was said to each of `flags`, the first answer first. */
export function flagAnswersOf(db: Db, tenant: string, period: string, flags: readonly string[]): Promise<FlagAnswer[]> {
  const list = inList(flags);
  return db.all(
    `select flag, revision, text, actor as by, at from flag_answers where tenant = ? and period = ? and flag ${list.sql}
     order by flag, revision`,
    [tenant, period, ...list.params],
  );
}

/** The newest revision of each of `flags` in every period, by `<period> <flag>`; none = nobody answered. */
export async function lastAnswers(db: Db, tenant: string, flags: readonly string[]): Promise<Map<string, number>> {
  const list = inList(flags);
  const rows = await db.all<{ period: string; flag: string; revision: number }>(
    `select period, flag, max(revision) as revision from flag_answers where tenant = ? and flag ${list.sql} group by period, flag`,
    [tenant, ...list.params],
  );
  return new Map(rows.map(({ period, flag, revision }) => [`${period} ${flag}`, revision]));
}

/** What those of `ids` that exist were first sent with: the hash of the body, by id. */
export async function flagAnswerHashes(db: Db, tenant: string, ids: readonly string[]): Promise<Map<string, string>> {
  const list = inList(ids);
  const rows = await db.all<{ id: string; hash: string }>(
    `select id, body_hash as hash from flag_answers where tenant = ? and id ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.id, row.hash]));
}

interface NewAnswer extends FlagAsked, FlagAnswer {
  readonly id: string;
  readonly period: string;
  readonly hash: string;
}

/** One more answer; two that race for one revision collide on the key. */
export function insertFlagAnswer(tenant: string, a: NewAnswer): Statement {
  return {
    sql: `insert into flag_answers (tenant, period, flag, revision, id, unit, officer, text, body_hash, actor, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, a.period, a.flag, a.revision, a.id, a.unit, a.officer ?? '', a.text, a.hash, a.by, a.at],
  };
}
