import type { TenantDecision } from '#rules/rulesets/ruleset.ts';
import { type Db, oneOrNull } from './db.ts';

/** The province's own decision on how to evaluate, with the days it holds, or `null` when it has none. */
export async function decisionOrNull(db: Db, tenant: string): Promise<TenantDecision | null> {
  return oneOrNull<TenantDecision>(
    db,
    `select decision as act, decision_ruleset as ruleset, decision_from as "from", decision_to as "to" from tenants
     where tenant = ? and decision is not null`,
    [tenant],
  );
}
