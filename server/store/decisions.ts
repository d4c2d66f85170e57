import type { TenantDecision } from '#rules/rulesets/ruleset.ts';
import { type Db, oneOrNull } from './db.ts';

/** The province's own decision on how to evaluate, with the days it holds, or `null` when it has none. */
export async function decisionOrNull(db: Db, tenant: string): Promise<TenantDecision | null> {
  const row = await oneOrNull<{ act: string | null; from: string | null; to: string | null }>(
    db,
    'select decision as act, decision_from as "from", decision_to as "to" from tenants where tenant = ?',
    [tenant],
  );
  return row?.act && row.from ? { act: row.act, ruleset: 'tt01-2018', from: row.from, to: row.to } : null;
}
