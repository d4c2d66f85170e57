import { known } from '../known.ts';
import type { DateCheck, DateContext, DateFinding } from './finding.ts';
import { codeDay } from './of-code.ts';
import { readyBeforeReceived, receivedAfterPromised, returnedBeforeReady } from './of-order.ts';
import { pausedBeforeReceived } from './of-pauses.ts';
import { movedAfterExpiry, promiseAndLimit, promisedWhenClosed } from './of-promise.ts';

const CHECKS: readonly DateCheck[] = [
  codeDay,
  receivedAfterPromised,
  readyBeforeReceived,
  returnedBeforeReady,
  pausedBeforeReceived,
  promisedWhenClosed,
  promiseAndLimit,
  movedAfterExpiry,
];

/**
 * Dates of one dossier that do not fit each other, in the order of the list; empty = nothing found. A check that needs a day no
 * calendar covers finds nothing.
 */
export function dateChecks(context: DateContext): readonly DateFinding[] {
  return CHECKS.flatMap((check) => known(() => check(context)) ?? []);
}
