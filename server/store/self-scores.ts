import type { SelfScore } from '#wire/self-score.ts';
import type { Db, Statement } from './db.ts';

export interface StoredSelfScore {
  readonly dossier: string;
  readonly revision: number;
  readonly id: string;
  readonly officer: string;
  readonly values: SelfScore['values'];
  readonly bodyHash: string;
  readonly scoredAt: string;
  /** It named the officer of a dossier that had none. */
  readonly named: boolean;
  /** Seconds what was confirmed stood open before the click, by dossier of it; `null` = the browser did not tell. */
  readonly looked: number | null;
}

interface Row {
  dossier: string;
  revision: number;
  id: string;
  officer: string;
  points: string;
  body_hash: string;
  scored_at: string;
  named: number;
  looked: number | null;
}

const COLUMNS = 'dossier, revision, id, officer, points, body_hash, scored_at, named, looked';

const toScore = (row: Row): StoredSelfScore => ({
  dossier: row.dossier,
  revision: row.revision,
  id: row.id,
  officer: row.officer,
  values: JSON.parse(row.points) as SelfScore['values'],
  bodyHash: row.body_hash,
  scoredAt: row.scored_at,
  named: row.named === 1,
  looked: row.looked,
});

/** A revision without a value is what is left when the only score of a dossier was taken back. */
export const stands = ({ values }: StoredSelfScore): boolean => Object.keys(values).length > 0;

/** Every revision of the self-scores of `dossiers`, oldest first, keyed by dossier code. */
export async function scoreRevisions(
  db: Db,
  tenant: string,
  dossiers: readonly string[],
): Promise<Map<string, StoredSelfScore[]>> {
  const revisions = new Map<string, StoredSelfScore[]>();
  if (dossiers.length === 0) return revisions;
  const marks = dossiers.map(() => '?').join(', ');
  const rows = await db.all<Row>(
    `select ${COLUMNS} from self_scores where tenant = ? and dossier in (${marks}) order by dossier, revision`,
    [tenant, ...dossiers],
  );
  for (const row of rows) revisions.set(row.dossier, [...(revisions.get(row.dossier) ?? []), toScore(row)]);
  return revisions;
}

/** The self-score that stands of each of `dossiers`, keyed by dossier code; one that was taken back is not there. */
export async function standingSelfScores(
  db: Db,
  tenant: string,
  dossiers: readonly string[],
): Promise<Map<string, StoredSelfScore>> {
  const newest = [...(await scoreRevisions(db, tenant, dossiers)).values()].flatMap((all) => all.at(-1) ?? []);
  return new Map(newest.filter(stands).map((score) => [score.dossier, score]));
}

/** The self-scores already stored under `ids`, keyed by id. */
export async function selfScoresById(
  db: Db,
  tenant: string,
  ids: readonly string[],
): Promise<Map<string, StoredSelfScore>> {
  if (ids.length === 0) return new Map();
  const marks = ids.map(() => '?').join(', ');
  const rows = await db.all<Row>(`select ${COLUMNS} from self_scores where tenant = ? and id in (${marks})`, [
    tenant,
    ...ids,
  ]);
  return new Map(rows.map((row) => [row.id, toScore(row)]));
}

export function insertSelfScore(tenant: string, unit: string, score: StoredSelfScore): Statement {
  return {
    sql: `insert into self_scores (tenant, ${COLUMNS}, unit) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      tenant,
      score.dossier,
      score.revision,
      score.id,
      score.officer,
      JSON.stringify(score.values),
      score.bodyHash,
      score.scoredAt,
      score.named ? 1 : 0,
      score.looked,
      unit,
    ],
  };
}
