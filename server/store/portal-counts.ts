import type { CountId } from '#rules/rulesets/qd766-index.ts';
import type { Db, Statement } from './db.ts';

/** What somebody entered for one index of QĐ 766/QĐ-TTg. */
export interface StoredCount {
  readonly id: CountId;
  readonly revision: number;
  /** Both `null` = taken back. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Where the numbers were read, e.g. `Cổng DVC quốc gia, 05/10/2026`. */
  readonly source: string;
  readonly actor: string;
  readonly at: string;
}

/** The last revision of each index. @param unit '' = the whole province. */
export function portalCounts(db: Db, tenant: string, period: string, unit: string): Promise<StoredCount[]> {
  return db.all(
    `select id, revision, numerator, denominator, source, actor, at from portal_counts c
     where tenant = ? and period = ? and unit = ? and revision = (select max(revision) from portal_counts l
       where l.tenant = c.tenant and l.period = c.period and l.unit = c.unit and l.id = c.id) order by id`,
    [tenant, period, unit],
  );
}

export function insertPortalCount(tenant: string, period: string, unit: string, count: StoredCount): Statement {
  return {
    sql: `insert into portal_counts (tenant, period, unit, id, revision, numerator, denominator, source, actor, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      ...[tenant, period, unit, count.id, count.revision, count.numerator, count.denominator],
      ...[count.source, count.actor, count.at],
    ],
  };
}
