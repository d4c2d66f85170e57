import { caveatsOn } from '#rules/caveats-on.ts';
import { lastDay, periodLabel } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Period } from '#wire/results.ts';
import { partsOf, type StoredPeriod } from '../store/periods.ts';
import { citeView } from './cite-view.ts';

/** A stored period as it crosses the border at `at`: last day included, with its label and what must be known of its ruleset. */
export function periodView(p: StoredPeriod, at: Date): Period {
  const ruleset = rulesetById<PointsRuleset>(p.ruleset);
  const source = ruleset.settledBy ?? ruleset.inForce[0]?.cite;
  const range = { id: p.period, kind: p.kind, from: p.from, to: p.to };
  return {
    period: p.period,
    label: periodLabel(range),
    from: p.from,
    lastDay: lastDay(range),
    ruleset: p.ruleset,
    rulesetTitle: ruleset.title,
    rulesetCite: source ? citeView(source) : null,
    caveats: caveatsOn(ruleset, lastDay(range)).map(({ text, cite }) => ({ text, cite: citeView(cite) })),
    decision: p.decision,
    state: p.state,
    closedAt: p.closedAt,
    sealedAt: p.sealedAt,
    sealing: p.state === 'closed' && p.sealBegunAt !== null,
    publishedAt: p.publishedAt,
    embargoed: p.publishedAt !== null && p.publishedAt > at.toISOString(),
    withdrawnAt: p.withdrawnAt,
    withdrawnReason: p.withdrawnReason,
    snapshot: p.snapshot,
    parts: [...partsOf(p)],
    outdated: p.outdated === 1,
  };
}
