import type { DossierFacts } from '#rules/facts.ts';

/** How the time of a dossier is counted. `otherPeriod`: it belongs here, its time counts in the period its deadline fell in. */
export const TIME_PARTS = ['early', 'onTime', 'overdue', 'unknown', 'otherPeriod'] as const;
export type TimePart = (typeof TIME_PARTS)[number];

/** How a dossier whose time counts here is counted among the timely: a result at filing has no time to compare. */
export function timeOf({ punctuality }: DossierFacts): TimePart {
  return punctuality === undefined || punctuality === 'onSpot' ? 'unknown' : punctuality;
}
