import type { INDICATOR_CHOICES } from './choices-of-indicators.ts';
import type { TIME_CHOICES } from './choices-of-time.ts';
import type { Evidence } from './finding.ts';
import type { Tenths } from './points.ts';

/** Points of the three steps of an indicator. */
export interface Steps {
  readonly best: Tenths;
  readonly middle: Tenths;
  readonly worst: Tenths;
}

/** A named choice that can decide the points of a dossier or a unit. */
export type DecidingChoice = (typeof INDICATOR_CHOICES | typeof TIME_CHOICES)[number]['key'];

/** Named choices that decided something, in the order a reader is told of them. */
export type Readings = readonly DecidingChoice[];

/** What one indicator came to, before its citation is attached. */
export interface Scored {
  /** A step of the circular, points printed on a legacy form, or `null` = left out. */
  readonly step: keyof Steps | Tenths | null;
  readonly because: string;
  /** The named choices that decided it; the citation is then marked as a reading. */
  readonly choices?: Readings;
  readonly evidence?: readonly Evidence[];
}

/** A step reached for this reason, by these choices. */
export function reached(step: Scored['step'], because: string, choices: Readings = []): Scored {
  return choices.length > 0 ? { step, because, choices } : { step, because };
}

/** Left out of the total, for this reason. */
export const leftOut = (because: string, choices?: Readings): Scored => reached(null, because, choices);
