import type { Db, Statement } from './db.ts';

/** `k` of `n` answers to one version of a form, over the province: for what is counted see `rules/misreading.ts`. */
export interface MisreadingRow {
  readonly survey: string;
  readonly version: number;
  readonly kind: 'misread' | 'unrecorded';
  /** 0 = contacts nobody recorded, of whatever indicator. */
  readonly indicator: number;
  readonly k: number;
  readonly n: number;
}

/** In the order of the key. */
export function misreadingsOf(db: Db, tenant: string, snapshot: string): Promise<MisreadingRow[]> {
  return db.all(
    `select survey, version, kind, indicator, k, n from snapshot_misreadings where tenant = ? and snapshot = ?
     order by survey, version, kind, indicator`,
    [tenant, snapshot],
  );
}

export function insertMisreading(tenant: string, snapshot: string, row: MisreadingRow): Statement {
  return {
    sql: `insert into snapshot_misreadings (tenant, snapshot, survey, version, kind, indicator, k, n)
      values (?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, snapshot, row.survey, row.version, row.kind, row.indicator, row.k, row.n],
  };
}
