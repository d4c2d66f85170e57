import type { RatioId } from '#rules/par/ratio.ts';
import type { Db, Statement } from './db.ts';

/** What somebody entered for one ratio of a year. */
export interface StoredRatioCount {
  readonly ratio: RatioId;
  readonly revision: number;
  /** Both `null` = taken back. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Where the numbers were read. */
  readonly source: string;
  readonly actor: string;
  readonly at: string;
}

/** The last revision of each ratio. */
export function ratioCounts(db: Db, tenant: string, year: number): Promise<StoredRatioCount[]> {
  return db.all(
    `select ratio, revision, numerator, denominator, source, actor, at from par_counts c
     where tenant = ? and year = ? and revision = (select max(revision) from par_counts l
       where l.tenant = c.tenant and l.year = c.year and l.ratio = c.ratio) order by ratio`,
    [tenant, year],
  );
}

export function insertRatioCount(tenant: string, year: number, count: StoredRatioCount): Statement {
  const { ratio, revision, numerator, denominator, source, actor, at } = count;
  return {
    sql: `insert into par_counts (tenant, year, ratio, revision, numerator, denominator, source, actor, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, year, ratio, revision, numerator, denominator, source, actor, at],
  };
}
