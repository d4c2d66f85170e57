import { type IsoDate, NotInForce } from '../law.ts';
import type { Ruleset, RulesetInForce, TenantDecision } from './ruleset.ts';
import { TT01_2018 } from './tt01-2018.ts';

export const RULESETS: readonly Ruleset[] = [TT01_2018];

/**
 * The ruleset for a period, by its last day (choice `ruleset.on`). After 30/6/2025 the national circular holds only where a named
 * decision of the province keeps it.
 * @throws NotInForce when nothing holds on that day: never the nearest ruleset, never a default.
 */
export function rulesetInForce(periodLastDay: IsoDate, decision: TenantDecision | null): RulesetInForce {
  for (const ruleset of RULESETS) {
    const kept =
      decision?.ruleset === ruleset.id &&
      decision.from <= periodLastDay &&
      (decision.to === null || periodLastDay < decision.to) &&
      ruleset.from <= periodLastDay;
    if (kept)
      return {
        ruleset,
        cite: { act: decision.act, certainty: 'secondary', note: 'Quyết định của địa phương áp dụng bộ quy tắc này.' },
        label: `${ruleset.title}, áp dụng theo ${decision.act}`,
      };
    const row = ruleset.inForce.findLast((each) => each.from <= periodLastDay);
    if (row?.value) return { ruleset, cite: row.cite, label: ruleset.title };
  }
  throw new NotInForce(RULESETS.map((ruleset) => ruleset.title).join(', '), periodLastDay);
}
