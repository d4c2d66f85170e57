import type { FlagVerdictWord } from '#rules/flag-state.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

export interface FlagVerdict {
  readonly flag: string;
  readonly revision: number;
  readonly verdict: FlagVerdictWord;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** What was found about each of `flags`, in order, with what was taken back. */
export function flagVerdictsOf(
  db: Db,
  tenant: string,
  period: string,
  flags: readonly string[],
): Promise<FlagVerdict[]> {
  const list = inList(flags);
  return db.all(
    `select flag, revision, verdict, note as text, actor as by, at from flag_verdicts
     where tenant = ? and period = ? and flag ${list.sql} order by flag, revision`,
    [tenant, period, ...list.params],
  );
}

/** One more verdict; two that race for one revision collide on the key. */
export function insertFlagVerdict(tenant: string, period: string, v: FlagVerdict): Statement {
  return {
    sql: `insert into flag_verdicts (tenant, period, flag, revision, verdict, note, actor, at)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, period, v.flag, v.revision, v.verdict, v.text, v.by, v.at],
  };
}
