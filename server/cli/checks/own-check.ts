import type { CheckId } from '#rules/checks/check.ts';
import type { ManipulationId } from '../../simulate/manipulations/manipulation.ts';

/** The check each manipulation is found by. */
export const OWN_CHECK: Readonly<Record<ManipulationId, CheckId>> = {
  selfInflated: 'selfAbove',
  allMaximum: 'allMaximum',
  scoredAtOnce: 'scoreBurst',
  datesMoved: 'movedDates',
  doneAtOnce: 'bulkCompletion',
  linksMinted: 'mintedLinks',
  pressedAside: 'kioskPresses',
  easyInvited: 'easyHard',
};
