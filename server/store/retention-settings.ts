import { type Db, oneOrNull, type Statement } from './db.ts';

/** What a province settles about how long things are kept. */
export interface RetentionSettings {
  /** Months after the seal for which the free text of answers is kept. */
  readonly commentMonths: number;
  /** Months after a dossier ended for which it and its self-scores are kept. */
  readonly dossierMonths: number;
}

export const DEFAULT_RETENTION: RetentionSettings = { commentMonths: 24, dossierMonths: 60 };

export async function retentionSettings(db: Db, tenant: string): Promise<RetentionSettings> {
  const row = await oneOrNull<RetentionSettings>(
    db,
    `select comment_months as "commentMonths", dossier_months as "dossierMonths" from retention_settings
     where tenant = ?`,
    [tenant],
  );
  return row ?? DEFAULT_RETENTION;
}

export function putRetentionSettings(tenant: string, s: RetentionSettings): Statement {
  return {
    sql: `insert into retention_settings (tenant, comment_months, dossier_months) values (?, ?, ?)
      on conflict (tenant) do update set comment_months = excluded.comment_months,
        dossier_months = excluded.dossier_months`,
    params: [tenant, s.commentMonths, s.dossierMonths],
  };
}
