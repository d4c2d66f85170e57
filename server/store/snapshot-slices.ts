import type { Db } from './db.ts';
import { countRows } from './snapshot-counts.ts';
import type { KeptSeries } from './snapshot-sums.ts';

/** What systems and officers gave the dossiers of one procedure in one unit; never citizens. */
export interface StoredSlice {
  readonly unit: string;
  readonly procedure: string;
  readonly dossiers: number;
  readonly computed: KeptSeries;
  readonly self: KeptSeries;
}

/** By unit and procedure; none = the snapshot was made before they were kept. */
export async function slicesOf(db: Db, tenant: string, snapshot: string): Promise<StoredSlice[]> {
  const rows = await countRows(db, tenant, snapshot, 'snapshot_slices', ['procedure']);
  return rows.map(({ unit, key, counts }) => ({
    ...(counts as unknown as Pick<StoredSlice, 'dossiers' | 'computed' | 'self'>),
    ...{ unit, procedure: key },
  }));
}

/** Dossiers of a unit by index 2.1 of QĐ 766/QĐ-TTg. */
export interface StoredOnTime {
  readonly unit: string;
  readonly onTime: number;
  readonly late: number;
  readonly unknown: number;
}

/** By unit; none = the snapshot was made before they were counted, or of a period before the system was official. */
export async function onTimeOf(db: Db, tenant: string, snapshot: string): Promise<StoredOnTime[]> {
  const rows = await countRows(db, tenant, snapshot, 'snapshot_slices', ['qd766']);
  return rows.map(({ unit, counts }) => ({ ...(counts as unknown as Omit<StoredOnTime, 'unit'>), unit }));
}

/** Dossiers of a unit by one ratio of the PAR index. */
export interface StoredRatio {
  readonly unit: string;
  readonly ratio: string;
  readonly numerator: number;
  readonly rest: number;
  readonly unknown: number;
}

/** By unit and ratio; none = the snapshot was made before they were counted, or nothing of the period belongs to any. */
export async function ratiosOf(db: Db, tenant: string, snapshot: string): Promise<StoredRatio[]> {
  const rows = await countRows(db, tenant, snapshot, 'snapshot_slices', ['par']);
  return rows.map(({ unit, key, counts }) => ({
    ...(counts as unknown as Omit<StoredRatio, 'unit' | 'ratio'>),
    ...{ unit, ratio: key },
  }));
}
