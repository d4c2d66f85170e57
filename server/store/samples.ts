import type { Stratum } from '#rules/sample/strata.ts';
import type { Db, Statement } from './db.ts';

/** A list drawn for review. */
export interface StoredSample {
  /** From 1 within the period. */
  readonly sample: number;
  readonly snapshot: string;
  /** Drawn in public after the close, and where and when. */
  readonly number: string;
  readonly source: string;
  /** Of all it was drawn from. */
  readonly frameHash: string;
  readonly seed: string;
  readonly listHash: string;
  readonly size: number;
  /** How many it was drawn from. */
  readonly whole: number;
  readonly actor: string;
  readonly at: string;
}

/** A dossier of a list, and whether anybody has given it points. */
export interface SampledDossier {
  readonly unit: string;
  readonly code: string;
  readonly stratum: Stratum;
  readonly place: number;
  readonly appraised: boolean;
}

/** Rows of one statement. */
const TOGETHER = 100;

const COLUMNS =
  'sample, snapshot, number, source, frame_hash as "frameHash", seed, list_hash as "listHash", size, whole, actor, at';

/** The lists drawn of a period, the newest first: it counts, the earlier are kept. */
export function samplesOf(db: Db, tenant: string, period: string): Promise<StoredSample[]> {
  return db.all(`select ${COLUMNS} from review_samples where tenant = ? and period = ? order by sample desc`, [
    tenant,
    period,
  ]);
}

export function insertSample(tenant: string, period: string, s: StoredSample): Statement {
  return {
    sql: `insert into review_samples (tenant, period, sample, snapshot, number, source, frame_hash, seed, list_hash, size, whole,
      actor, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      ...[tenant, period, s.sample, s.snapshot, s.number, s.source, s.frameHash, s.seed, s.listHash, s.size, s.whole],
      ...[s.actor, s.at],
    ],
  };
}

export function insertSampled(
  tenant: string,
  period: string,
  sample: number,
  drawn: readonly Omit<SampledDossier, 'appraised'>[],
): Statement[] {
  return Array.from({ length: Math.ceil(drawn.length / TOGETHER) }, (_, i): Statement => {
    const part = drawn.slice(i * TOGETHER, (i + 1) * TOGETHER);
    return {
      sql: `insert into review_sample_dossiers (tenant, period, sample, unit, code, stratum, place)
        values ${part.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      params: part.flatMap(({ unit, code, stratum, place }) => [tenant, period, sample, unit, code, stratum, place]),
    };
  });
}

/** The dossiers of a list by unit, stratum and place, as they were drawn. */
export async function sampledDossiers(
  db: Db,
  tenant: string,
  period: string,
  sample: number,
): Promise<SampledDossier[]> {
  const rows = await db.all<Omit<SampledDossier, 'appraised'> & { appraised: number }>(
    `select d.unit, d.code, d.stratum, d.place, exists (select 1 from appraisals a where a.tenant = d.tenant and a.period = d.period
       and a.unit = d.unit and a.dossier = d.code and a.points is not null) as appraised
     from review_sample_dossiers d where d.tenant = ? and d.period = ? and d.sample = ?
     order by d.unit, d.stratum, d.place`,
    [tenant, period, sample],
  );
  return rows.map((row) => ({ ...row, appraised: row.appraised === 1 }));
}
