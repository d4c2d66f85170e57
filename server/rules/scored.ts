import type { Choices } from './choices.ts';
import type { Evidence } from './finding.ts';
import type { Tenths } from './points.ts';

/** Points of the three steps of an indicator. */
export interface Steps {
  readonly best: Tenths;
  readonly middle: Tenths;
  readonly worst: Tenths;
}

/** What one indicator came to, before its citation is attached. */
export interface Scored {
  /** A step of the circular, points printed on a legacy form, or `null` = left out. */
  readonly step: keyof Steps | Tenths | null;
  readonly because: string;
  /** The named choice that decided it; the citation is then marked as a reading. */
  readonly choice?: keyof Choices;
  readonly evidence?: readonly Evidence[];
}

/** Left out of the total, for this reason. */
export function leftOut(because: string, choice?: keyof Choices): Scored {
  return choice ? { step: null, because, choice } : { step: null, because };
}
