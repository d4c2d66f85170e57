import type { IsoDate } from '#rules/law.ts';
import { Refusal } from '../refusal.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { limitsAt } from './retention-rules.ts';
import { retentionSettings } from './retention-settings.ts';

/** Remembers that dossiers that ended before `day` were taken away; a longer time of keeping settled later brings none back. */
export function markGone(tenant: string, day: IsoDate): Statement {
  return {
    sql: `insert into dossiers_gone (tenant, before_day) values (?, ?) on conflict (tenant) do update set
      before_day = case when excluded.before_day > dossiers_gone.before_day then excluded.before_day else dossiers_gone.before_day end`,
    params: [tenant, day],
  };
}

const SENTENCE = 'Hồ sơ của kỳ này đã hết thời hạn lưu nên không tính lại được. Kết quả đã chốt vẫn còn.';

/** Whether dossiers of a period that began on `from` were taken away. */
export async function areDossiersGone(db: Db, tenant: string, from: IsoDate): Promise<boolean> {
  const sql = 'select before_day as day from dossiers_gone where tenant = ?';
  const gone = await oneOrNull<{ day: IsoDate }>(db, sql, [tenant]);
  return gone !== null && from < gone.day;
}

/** @throws Refusal 409 `period.expired` where dossiers of a period that began on `from` were taken away: it would be scored without them. */
export async function requireDossiersThere(db: Db, tenant: string, from: IsoDate): Promise<void> {
  if (await areDossiersGone(db, tenant, from)) throw new Refusal(409, 'period.expired', SENTENCE);
}

/**
 * The same of a sealed period, of which dossiers may go any time they are kept no longer.
 * @throws Refusal 409 `period.expired`.
 */
export async function requireDossiersKept(db: Db, tenant: string, from: IsoDate, now: Date): Promise<void> {
  const { dossiers } = limitsAt(now, await retentionSettings(db, tenant));
  if (from < dossiers) throw new Refusal(409, 'period.expired', SENTENCE);
  await requireDossiersThere(db, tenant, from);
}
