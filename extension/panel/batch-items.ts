import type { LocalTime } from '#rules/law.ts';
import type { Standing } from '#wire/standing-score.ts';
import type { Feature, Seen } from '../features/feature.ts';
import { promiseMoved } from '../features/promise-moved.tsx';
import { runFeatures } from '../features/run-features.ts';
import type { Drafts } from '../features/score-entries.ts';
import { systemFindings, valuesOf } from '../features/score-entries.ts';
import { seenOf } from '../features/seen.ts';
import { supplementCount } from '../features/supplement-count.tsx';
import { isOn } from '../features/switches.ts';
import type { KnownReading } from '../known-reading.ts';
import type { ScoreValues } from '../messages.ts';
import type { OfficeSettings } from '../office-rules.ts';
import { isChanged, overrideFault } from '../score-values.ts';

/** Why a dossier is looked at alone. */
export type ExceptionReason =
  | 'elsewhere'
  | 'closed'
  | 'lacks'
  | 'changed'
  | 'moved'
  | 'supplement'
  | 'noEnd'
  | 'noPromise';

export interface BatchItem {
  readonly seen: Seen;
  /** What would be confirmed; `null` where nothing can be. */
  readonly values: ScoreValues | null;
  /** Empty = nothing stands in the way of confirming it with others. */
  readonly reasons: readonly ExceptionReason[];
}

/** Remarks that features make. */
const REMARKS: readonly (readonly [ExceptionReason, Feature])[] = [
  ['moved', promiseMoved],
  ['supplement', supplementCount],
];

/** Features that would take dossiers out of a batch and are switched off: what they would say is said nowhere. */
export const unlookedAt = (): readonly Feature[] =>
  REMARKS.flatMap(([, feature]) => (isOn(feature.id) ? [] : [feature]));

/** No switch hides what the score itself lacks; a remark of a feature is one while the feature is on. */
function reasonsOf(seen: Seen, values: ScoreValues | null): ExceptionReason[] {
  const reasons: ExceptionReason[] = [];
  if (values && isChanged(values)) reasons.push(overrideFault(values) ? 'lacks' : 'changed');
  for (const [reason, feature] of REMARKS)
    if (runFeatures([feature], 'task', ({ task }) => task?.(seen)).length > 0) reasons.push(reason);
  if (!values) reasons.push('noEnd');
  else if (values['1']?.shown === null) reasons.push('noPromise');
  return reasons;
}

/** Why the server would not take it unseen, as far as it was asked. */
function refusalsOf(standing: Standing | undefined): ExceptionReason[] {
  return [
    ...(standing?.takes === 'closed' ? ['closed' as const] : []),
    ...(standing?.score ? ['elsewhere' as const] : []),
  ];
}

/** Each dossier of a batch with what it would be confirmed with, in the order given. @param standings what the server said of some */
export function batchItems(
  readings: readonly KnownReading[],
  drafts: Drafts,
  settings: OfficeSettings,
  now: LocalTime,
  standings: readonly Standing[] = [],
): readonly BatchItem[] {
  const known = new Map(standings.map((each) => [each.dossier, each]));
  return readings.map((reading) => {
    const seen = seenOf(reading, settings, now);
    const findings = systemFindings(seen);
    const values = findings && valuesOf(findings, drafts[reading.code] ?? {});
    const reasons = [...refusalsOf(known.get(reading.code)), ...reasonsOf(seen, values)];
    return { seen, values, reasons };
  });
}
