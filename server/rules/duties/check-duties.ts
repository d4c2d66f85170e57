import { NotInForce } from '../law.ts';
import type { Duty, DutyContext, DutyFinding } from './duty.ts';
import { findingOf } from './finding-of.ts';
import { DUTIES } from './index.ts';

/** One duty of one dossier. Where no decree or no calendar covers the day, or a date does not exist, it is `unknown` and says why. */
export function checkDuty(duty: Duty, context: DutyContext): DutyFinding {
  try {
    return duty.check(context);
  } catch (error) {
    if (!(error instanceof NotInForce || error instanceof RangeError)) throw error;
    return findingOf(duty.id, 'unknown', error.message);
  }
}

/** Every duty of one dossier, in the order of the list: one finding each. */
export function checkDuties(context: DutyContext): readonly DutyFinding[] {
  return DUTIES.map((duty) => checkDuty(duty, context));
}
