import { lastDay, periodLabel } from '#rules/period.ts';
import type { Period } from '#wire/results.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** A stored period as it crosses the border: last day included, with its label. */
export function periodView(p: StoredPeriod): Period {
  const range = { id: p.period, kind: p.kind, from: p.from, to: p.to };
  return {
    period: p.period,
    label: periodLabel(range),
    from: p.from,
    lastDay: lastDay(range),
    ruleset: p.ruleset,
    decision: p.decision,
    state: p.state,
    closedAt: p.closedAt,
    sealedAt: p.sealedAt,
    publishedAt: p.publishedAt,
  };
}
