import type { Db, Statement } from './db.ts';

/** A quarter and the snapshot of it that a year's snapshot was made of. */
export interface SnapshotPart {
  readonly period: string;
  readonly snapshot: string;
}

/** In the order of the quarters; none = the snapshot was made of its period's own answers. */
export function snapshotParts(db: Db, tenant: string, snapshot: string): Promise<SnapshotPart[]> {
  return db.all(
    `select s.part as period, s.part_snapshot as snapshot from snapshot_parts s
     join periods p on p.tenant = s.tenant and p.period = s.part
     where s.tenant = ? and s.snapshot = ? order by p.from_day`,
    [tenant, snapshot],
  );
}

export function insertSnapshotPart(tenant: string, snapshot: string, part: SnapshotPart): Statement {
  return {
    sql: 'insert into snapshot_parts (tenant, snapshot, part, part_snapshot) values (?, ?, ?, ?)',
    params: [tenant, snapshot, part.period, part.snapshot],
  };
}
