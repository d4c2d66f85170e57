import type { Stage } from '#rules/surveys/survey.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';
import type { PeriodKeys } from './period-keys.ts';

/**
 * Dossier code → place of the official response given for it at `stage` in `period`; what an officer's link brought is not
 * joined. Possible only while the period's key exists.
 */
export async function linkSeqs(
  db: Db,
  keys: PeriodKeys,
  tenant: string,
  period: string,
  stage: Stage,
  codes: readonly string[],
): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map();
  const codeOf = new Map(codes.map((code) => [keys.link(tenant, period, stage, 'official', code), code]));
  const list = inList([...codeOf.keys()]);
  const rows = await db.all<{ link: string; seq: number }>(
    `select link, seq from links where tenant = ? and period = ? and link ${list.sql}`,
    [tenant, period, ...list.params],
  );
  return new Map(rows.map((row) => [codeOf.get(row.link) ?? '', row.seq]));
}
