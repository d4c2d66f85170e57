import { codeDay } from './date-checks-of-code.ts';
import { readyBeforeReceived, receivedAfterPromised, returnedBeforeReady } from './date-checks-of-order.ts';
import { movedAfterExpiry, promiseAndLimit, promisedWhenClosed } from './date-checks-of-promise.ts';
import type { DateCheck, DateContext, DateFinding } from './date-finding.ts';
import { known } from './known.ts';

const CHECKS: readonly DateCheck[] = [
  codeDay,
  receivedAfterPromised,
  readyBeforeReceived,
  returnedBeforeReady,
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
