import type { IndicatorId } from '#rules/finding.ts';
import type { Appraised } from '#rules/official.ts';
import type { Tenths } from '#rules/points.ts';
import type { Db, Statement } from './db.ts';

/** One revision; `dossier` '' = the unit as a whole, `points` null = taken back. */
export interface StoredAppraisal {
  readonly unit: string;
  readonly dossier: string;
  readonly indicator: IndicatorId;
  readonly revision: number;
  readonly points: Tenths | null;
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

const COLUMNS = 'unit, dossier, indicator, revision, points, reason, actor, at';

function newest(rows: readonly Pick<StoredAppraisal, 'indicator' | 'points'>[], into: Appraised = {}): Appraised {
  const points: { [K in IndicatorId]?: Tenths } = { ...into };
  for (const row of rows)
    if (row.points === null) delete points[row.indicator];
    else points[row.indicator] = row.points;
  return points;
}

/** The points each unit was given as a whole for `period`, by unit; a unit that was not appraised is absent. */
export async function appraisedOf(db: Db, tenant: string, period: string): Promise<Map<string, Appraised>> {
  const rows = await db.all<Pick<StoredAppraisal, 'unit' | 'indicator' | 'points'>>(
    `select unit, indicator, points from appraisals where tenant = ? and period = ? and dossier = ''
     order by unit, indicator, revision`,
    [tenant, period],
  );
  const byUnit = new Map<string, Appraised>();
  for (const row of rows) byUnit.set(row.unit, newest([row], byUnit.get(row.unit)));
  return new Map([...byUnit].filter(([, points]) => Object.keys(points).length > 0));
}

/** Every revision of what the unit, or its dossier (`''` = the unit as a whole), was given for `period`, the oldest first. */
export function appraisalHistory(
  db: Db,
  tenant: string,
  period: string,
  unit: string,
  dossier: string,
): Promise<StoredAppraisal[]> {
  return db.all(
    `select ${COLUMNS} from appraisals where tenant = ? and period = ? and unit = ? and dossier = ? order by indicator, revision`,
    [tenant, period, unit, dossier],
  );
}

/** The next revision; numbered in the transaction, from 1. */
export function insertAppraisal(
  tenant: string,
  period: string,
  { unit, dossier, indicator, points, reason, actor, at }: Omit<StoredAppraisal, 'revision'>,
): Statement {
  return {
    sql: `insert into appraisals (tenant, period, ${COLUMNS})
      select ?, ?, ?, ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?, ? from appraisals
      where tenant = ? and period = ? and unit = ? and dossier = ? and indicator = ?`,
    params: [
      ...[tenant, period, unit, dossier, indicator, points, reason, actor, at],
      ...[tenant, period, unit, dossier, indicator],
    ],
  };
}

/** Points one dossier was given for an indicator. */
export interface GivenPoints {
  readonly unit: string;
  readonly dossier: string;
  readonly indicator: IndicatorId;
  /** Given before the other columns were shown. */
  readonly first: Tenths;
  /** `null` = taken back since. */
  readonly last: Tenths | null;
}

/** What single dossiers were given in `period`: the first points, which were given blind, and the last. */
export function givenToDossiers(db: Db, tenant: string, period: string): Promise<GivenPoints[]> {
  return db.all(
    `select a.unit, a.dossier, a.indicator, a.points as first,
       (select l.points from appraisals l where l.tenant = a.tenant and l.period = a.period and l.unit = a.unit
          and l.dossier = a.dossier and l.indicator = a.indicator order by l.revision desc limit 1) as last
     from appraisals a where a.tenant = ? and a.period = ? and a.dossier <> '' and a.points is not null
       and not exists (select 1 from appraisals e where e.tenant = a.tenant and e.period = a.period and e.unit = a.unit
          and e.dossier = a.dossier and e.indicator = a.indicator and e.points is not null and e.revision < a.revision)
     order by a.unit, a.dossier, a.indicator`,
    [tenant, period],
  );
}
