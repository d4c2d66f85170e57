import type { Db, Statement } from './db.ts';

/** How many dossiers of a unit ('' = all of them) or of one of its officers had `a` points in one series and `b` in the citizens'. */
export interface JointCount {
  readonly unit: string;
  readonly officer: string;
  readonly kind: 'self×citizen' | 'computed×citizen';
  readonly indicator: number;
  readonly a: number;
  readonly b: number;
  readonly n: number;
}

/** In the order of the key. */
export function jointCounts(db: Db, tenant: string, snapshot: string): Promise<JointCount[]> {
  return db.all(
    `select unit, officer, kind, indicator, a, b, n from joint_counts where tenant = ? and snapshot = ?
     order by unit, officer, kind, indicator, a, b`,
    [tenant, snapshot],
  );
}

export function insertJointCount(tenant: string, snapshot: string, row: JointCount): Statement {
  return {
    sql: `insert into joint_counts (tenant, snapshot, unit, officer, kind, indicator, a, b, n)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, snapshot, row.unit, row.officer, row.kind, row.indicator, row.a, row.b, row.n],
  };
}
