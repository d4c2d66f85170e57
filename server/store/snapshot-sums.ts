import type { UnitFacts } from '#rules/facts.ts';
import type { IndicatorId } from '#rules/finding.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

/** Tenths and how many stand behind them; `sum` null = fewer than 5 answers, which are not kept. */
export type KeptSum = readonly [sum: number | null, n: number];
/** An indicator without any point is absent. */
export type KeptSeries = Readonly<Partial<Record<IndicatorId, KeptSum>>>;

/** All that the result of a unit is made of but the choices and what was appraised. */
export interface UnitSums {
  readonly unit: string;
  readonly name: string;
  readonly level: UnitResult['level'];
  readonly citizen: KeptSeries;
  readonly computed: KeptSeries;
  readonly self: KeptSeries;
  /** Findings on the unit itself (indicators 5, 6, 8, 9). */
  readonly facts: KeptSeries;
  /** What these were found on, for a year is scored by the facts of its quarters together. */
  readonly stated: UnitFacts;
  readonly n: UnitResult['n'];
  readonly punctuality: UnitResult['punctuality'];
  /** Satisfied among the answers to the overall question. */
  readonly satisfaction: KeptSum;
  /** Self minus computed, tenths, over dossiers that have both. */
  readonly difference: KeptSeries;
  /** Indicator → why it has no value. */
  readonly missing: Readonly<Partial<Record<IndicatorId, string>>>;
  /** false = the unit declared nothing and no officer scored himself. */
  readonly evaluated: boolean;
}

/** What one officer did in one unit. */
export interface OfficerSums {
  readonly unit: string;
  readonly officer: string;
  readonly citizen: KeptSeries;
  readonly computed: KeptSeries;
  readonly self: KeptSeries;
  readonly dossiers: number;
}

/** The sums of one snapshot, both in the order of unit and officer. */
export interface SnapshotSums {
  readonly units: readonly UnitSums[];
  readonly officers: readonly OfficerSums[];
}

/** `null` = the snapshot was made before sums were kept, or is not there. */
export async function sumsOrNull(db: Db, tenant: string, snapshot: string): Promise<SnapshotSums | null> {
  const rows = await db.all<{ officer: string; sums: string }>(
    'select officer, sums from snapshot_sums where tenant = ? and snapshot = ? order by unit, officer',
    [tenant, snapshot],
  );
  if (rows.length === 0) return null;
  const of = <T>(which: boolean) =>
    rows.filter(({ officer }) => (officer === '') === which).map(({ sums }) => JSON.parse(sums) as T);
  return { units: of<UnitSums>(true), officers: of<OfficerSums>(false) };
}

/** The sums of the units alone, by unit; empty where none were kept. @param units only these; all of them when left out. */
export async function unitSums(
  db: Db,
  tenant: string,
  snapshot: string,
  units?: readonly string[],
): Promise<Map<string, UnitSums>> {
  const some = units ? inList(units) : { sql: '', params: [] };
  const rows = await db.all<{ unit: string; sums: string }>(
    `select unit, sums from snapshot_sums where tenant = ? and snapshot = ? and officer = ''${units ? ` and unit ${some.sql}` : ''}`,
    [tenant, snapshot, ...some.params],
  );
  return new Map(rows.map((row) => [row.unit, JSON.parse(row.sums) as UnitSums]));
}

/** What one officer did, by unit; empty where no sums were kept. */
export async function officerSums(db: Db, tenant: string, snapshot: string, officer: string): Promise<OfficerSums[]> {
  const rows = await db.all<{ sums: string }>(
    'select sums from snapshot_sums where tenant = ? and snapshot = ? and officer = ? order by unit',
    [tenant, snapshot, officer],
  );
  return rows.map(({ sums }) => JSON.parse(sums) as OfficerSums);
}

export function insertSums(tenant: string, snapshot: string, { units, officers }: SnapshotSums): Statement[] {
  return [...units.map((sums) => ({ ...sums, officer: '' })), ...officers].map(({ unit, officer, ...sums }) => ({
    sql: 'insert into snapshot_sums (tenant, snapshot, unit, officer, sums) values (?, ?, ?, ?, ?)',
    params: [
      ...[tenant, snapshot, unit, officer],
      JSON.stringify(officer === '' ? { unit, ...sums } : { unit, officer, ...sums }),
    ],
  }));
}
