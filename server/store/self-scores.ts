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
}

interface Row {
  dossier: string;
  revision: number;
  id: string;
  officer: string;
  points: string;
  body_hash: string;
  scored_at: string;
}

const COLUMNS = 'dossier, revision, id, officer, points, body_hash, scored_at';

const toScore = (row: Row): StoredSelfScore => ({
  dossier: row.dossier,
  revision: row.revision,
  id: row.id,
  officer: row.officer,
  values: JSON.parse(row.points) as SelfScore['values'],
  bodyHash: row.body_hash,
  scoredAt: row.scored_at,
});

/** The newest self-score of each of `dossiers`, keyed by dossier code; earlier revisions stay on record. */
export async function newestSelfScores(
  db: Db,
  tenant: string,
  dossiers: readonly string[],
): Promise<Map<string, StoredSelfScore>> {
  const newest = new Map<string, StoredSelfScore>();
  if (dossiers.length === 0) return newest;
  const marks = dossiers.map(() => '?').join(', ');
  const rows = await db.all<Row>(
    `select ${COLUMNS} from self_scores where tenant = ? and dossier in (${marks}) order by dossier, revision`,
    [tenant, ...dossiers],
  );
  for (const row of rows) newest.set(row.dossier, toScore(row));
  return newest;
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
    sql: `insert into self_scores (tenant, ${COLUMNS}, unit) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      tenant,
      score.dossier,
      score.revision,
      score.id,
      score.officer,
      JSON.stringify(score.values),
      score.bodyHash,
      score.scoredAt,
      unit,
    ],
  };
}
