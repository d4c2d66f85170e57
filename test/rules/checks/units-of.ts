import type { About, Check, Found, Outcome, Seen } from '#rules/checks/check.ts';
import { emptyUnit } from '#rules/checks/sums/empty-unit.ts';
import type { AnswerSums, ProvinceSums, UnitSums } from '#rules/checks/sums.ts';
import { distributions } from '../../../server/distributions.ts';

/** A unit of which only these numbers are known, all others nothing. */
export function unitOf(
  unit: string,
  answers: Partial<AnswerSums>,
  dates: { overdue: number; finished: number } = { overdue: 0, finished: 0 },
): UnitSums {
  const empty = emptyUnit(unit);
  return { ...empty, dates: { ...empty.dates, ...dates }, answers: { ...empty.answers, ...answers } };
}

/** What a check finds in a province of these units. */
export const judged = (check: Check, sums: Partial<ProvinceSums>): Found =>
  check.judge({ units: [], means: [], before: null, declared: [], tables: [], ...sums }, distributions);

/** The outcome of one unit (`''` = the province). */
export function outcomeOf({ outcomes }: Found, unit: string): Outcome {
  const about = (outcome: Outcome): About => (outcome.is === 'few' ? outcome.about : outcome.seen.about);
  const found = outcomes.find((outcome) => about(outcome).unit === unit);
  if (!found) throw new Error(`nothing of ${unit}`);
  return found;
}

/** What was seen of one unit, with its chance and the sentence it would be asked with. */
export function seenOf(
  check: Check,
  found: Found,
  unit: string,
): Seen & { readonly p: number; readonly sentence: string } {
  const outcome = outcomeOf(found, unit);
  if (outcome.is === 'few') throw new Error(`too little of ${unit}`);
  return { ...outcome.seen, p: outcome.p, sentence: check.sentence(outcome.seen, found.usual) };
}

/** Texts with no-break spaces as plain ones, for reading. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Above this an honest unit is never asked: 1 % shared among twelve checks. */
export const UNIT_ALPHA = 0.01 / 12;
