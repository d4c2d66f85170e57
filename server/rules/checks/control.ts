import { CHECKS_CERTAINTY, type Check, type Found, type Outcome, type Subject, subjectOf } from './check.ts';
import type { Flag, Judged } from './flag.ts';

/** An honest subject is asked wrongly at most this often, over all checks together: 1 %. */
export const SUBJECT_RATE = 0.01;

/** Of the flags of a family at most this share is expected to be wrong: 5 %. */
export const FAMILY_RATE = 0.05;

/** A check with what it found. */
export interface CheckFound {
  readonly check: Check;
  readonly found: Found;
}

/**
 * The largest p still taken when at most `rate` of what is taken may be wrong (Benjamini and Hochberg, JRSS B 57, 1995): the greatest
 * p(i) with p(i) ≤ rate · i / m. @returns −1 when none is.
 */
export function largestTaken(ps: readonly number[], rate: number): number {
  const sorted = [...ps].sort((a, b) => a - b);
  return sorted.findLast((p, i) => p <= (rate * (i + 1)) / sorted.length) ?? -1;
}

const seenOf = ({ found }: CheckFound) =>
  found.outcomes.filter((outcome): outcome is Extract<Outcome, { is: 'seen' }> => outcome.is === 'seen');

function flagOf({ check, found }: CheckFound, { seen: { said, ...seen }, p }: Extract<Outcome, { is: 'seen' }>): Flag {
  const { usual } = found;
  return {
    ...seen,
    id: `${check.id}/${seen.about.unit}/${seen.about.officer ?? ''}`,
    check: check.id,
    family: check.family,
    p,
    usual,
    sentence: check.sentence({ ...seen, said }, usual),
    explanations: check.explanations,
    certainty: CHECKS_CERTAINTY,
  };
}

/**
 * Which of what was found becomes a question. Both must hold: p is within 1 % divided by the number of checks that ask such a subject,
 * which bounds how often one honest subject is asked over all of them; and within Benjamini and Hochberg's 5 % of its family, which
 * bounds how many of the questions of a province are wrong. Checks that go by a published number are outside the second.
 */
export function control(all: readonly CheckFound[]): Judged {
  const asking = (subject: Subject) => all.filter(({ check }) => check.asks.includes(subject)).length;
  const shared = { officer: asking('officer'), unit: asking('unit'), province: asking('province') };
  const taken = new Map(
    [...new Set(all.map(({ check }) => check.family))].map((family) => {
      const members = all.filter(({ check }) => check.family === family && !check.rule);
      return [
        family,
        largestTaken(
          members.flatMap(seenOf).map(({ p }) => p),
          FAMILY_RATE,
        ),
      ];
    }),
  );
  const flags = all.flatMap((one) => {
    const { check } = one;
    return seenOf(one)
      .filter(({ seen, p }) => {
        const alpha = SUBJECT_RATE / shared[subjectOf(seen.about)];
        return p <= Math.min(alpha, check.alpha ?? alpha) && (check.rule || p <= (taken.get(check.family) ?? -1));
      })
      .map((outcome) => flagOf(one, outcome));
  });
  const judged = all.map((one) => {
    const enough = seenOf(one).length;
    return { check: one.check.id, enough, few: one.found.outcomes.length - enough, usual: one.found.usual };
  });
  return { flags, judged };
}
