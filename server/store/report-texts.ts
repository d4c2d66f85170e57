import type { OwnSection } from '#wire/report.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredText {
  readonly section: OwnSection;
  readonly text: string;
  /** 1 = the first; goes up with each change. */
  readonly revision: number;
}

/** The last revision of each section of the report of `period`. */
export function reportTexts(db: Db, tenant: string, period: string): Promise<StoredText[]> {
  return db.all(
    `select section, text, revision from report_texts t where tenant = ? and period = ? and revision =
       (select max(revision) from report_texts o where o.tenant = t.tenant and o.period = t.period and o.section = t.section)
     order by section`,
    [tenant, period],
  );
}

/** Number of the last revision; 0 = nothing written yet. */
export async function lastRevision(db: Db, tenant: string, period: string, section: OwnSection): Promise<number> {
  const row = await oneOrNull<{ last: number | null }>(
    db,
    'select max(revision) as last from report_texts where tenant = ? and period = ? and section = ?',
    [tenant, period, section],
  );
  return row?.last ?? 0;
}

/** The next revision; the one before stays on record. Two that race for one number collide on the key. */
export function insertReportText(
  tenant: string,
  period: string,
  { section, text, revision }: StoredText,
  actor: string,
  at: Date,
): Statement {
  return {
    sql: 'insert into report_texts (tenant, period, section, revision, text, actor, at) values (?, ?, ?, ?, ?, ?, ?)',
    params: [tenant, period, section, revision, text, actor, at.toISOString()],
  };
}
