import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFindings, emptyAggregate, indices } from '#rules/aggregate.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierFacts } from '#rules/facts.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { officerGrade, unitGrade } from '#rules/grade.ts';
import { roundHalfUp } from '#rules/points.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import { anyChoices } from './any-choices.ts';

// The same runs on every machine: what is found once is found again.
fc.configureGlobal({ seed: 118, numRuns: 300 });

const ON = '2024-12-31';

/** Facts from the best to the worst, so that an earlier place is never a worse dossier. */
const LADDERS = {
  punctuality: ['early', 'onTime', 'overdue'],
  stepPunctuality: ['early', 'onTime', 'overdue'],
  contacts: [0, 1, 2],
  otherAgencies: [0, 1, 2],
  disclosure: ['both', 'one', 'faulty'],
  attitude: ['polite', 'neutral', 'impolite', 'harassing'],
} as const;

type Places = { readonly [K in keyof typeof LADDERS]: number };
const places: fc.Arbitrary<Places> = fc.record({
  punctuality: fc.nat(2),
  stepPunctuality: fc.nat(2),
  contacts: fc.nat(2),
  otherAgencies: fc.nat(2),
  disclosure: fc.nat(2),
  attitude: fc.nat(3),
});
const factsAt = (at: Places): DossierFacts =>
  Object.fromEntries(
    (Object.keys(LADDERS) as (keyof Places)[]).map((key) => [key, LADDERS[key][at[key]]]),
  ) as DossierFacts;
const anyFacts = places.map(factsAt);
const partly = fc
  .tuple(anyFacts, fc.subarray(Object.keys(LADDERS) as (keyof Places)[]))
  .map(([facts, kept]) => Object.fromEntries(kept.map((key) => [key, facts[key]])) as DossierFacts);
const series = fc.constantFrom('citizen', 'computed', 'self');
const choices = anyChoices();

type SeriesName = 'citizen' | 'computed' | 'self';
/** The system states of each dossier what the respondent does. */
const indicesOf = (all: readonly DossierFacts[], of: SeriesName, chosen: Choices) =>
  indices(
    all.reduce(
      (sum, facts) =>
        addFindings(sum, scoreDossier({ ...facts, verifiedPetition: false }, of, chosen, ON, { computed: facts })),
      emptyAggregate(),
    ),
    chosen.rounding,
  );

describe('indices and totals', () => {
  it('stay within their bounds, and a missing one lowers the maximum by its two points', () => {
    fc.assert(
      fc.property(fc.array(partly, { maxLength: 12 }), series, choices, (all, of, chosen) => {
        const values = indicesOf(all, of, chosen);
        for (const id of INDICATOR_IDS) {
          const { value, n } = values[id];
          expect(n).toBeLessThanOrEqual(all.length);
          expect(value === null).toBe(n === 0);
          if (value !== null) expect(value >= 0 && value <= 20).toBe(true);
        }
        for (const [grade, whole] of [
          [unitGrade(TT01_2018, values, chosen, ON), 180],
          [officerGrade(TT01_2018, values, chosen, ON, values), 100],
        ] as const) {
          expect(grade.max).toBe(whole - 20 * grade.missing.length);
          expect(grade.total === null || (grade.total >= 0 && grade.total <= grade.max)).toBe(true);
          if (grade.label !== null && chosen.gradeAsIs === 'no') expect(grade.missing).toEqual([]);
        }
      }),
    );
  });

  // Left out of indicator 7, a late dossier lowers nothing there; on time in its place it counts with 1 point.
  const lateCounts = anyChoices({ 'index7.lateNoPetition': 'zero' });

  it('a better dossier in the place of another lowers no index, unless late ones are left out of indicator 7', () => {
    fc.assert(
      fc.property(
        fc.array(anyFacts, { maxLength: 6 }),
        places,
        places,
        series,
        lateCounts,
        (rest, a, b, of, chosen) => {
          const keys = Object.keys(LADDERS) as (keyof Places)[];
          const better = Object.fromEntries(keys.map((key) => [key, Math.min(a[key], b[key])])) as unknown as Places;
          const before = indicesOf([...rest, factsAt(a)], of, chosen);
          const after = indicesOf([...rest, factsAt(better)], of, chosen);
          for (const id of INDICATOR_IDS) expect(after[id].value ?? -1).toBeGreaterThanOrEqual(before[id].value ?? -1);
        },
      ),
    );
  });

  it('leaving late dossiers out of indicator 7 is the one choice that lets a better dossier lower an index', () => {
    const chosen: Choices = { ...DEFAULT_CHOICES, 'index7.lateNoPetition': 'leaveOut' };
    const index7 = (...punctuality: NonNullable<DossierFacts['punctuality']>[]) =>
      indicesOf(
        punctuality.map((each) => ({ punctuality: each, attitude: 'polite' })),
        'citizen',
        chosen,
      )[7].value;
    expect([index7('early', 'overdue'), index7('early', 'onTime')]).toEqual([20, 15]);
  });

  it('do not depend on the order of the dossiers', () => {
    const shuffled = fc
      .array(partly, { maxLength: 10 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, series, choices, ([all, other], of, chosen) => {
        expect(indicesOf(other, of, chosen)).toEqual(indicesOf(all, of, chosen));
      }),
    );
  });
});

describe('rounding half up', () => {
  it('is the nearest whole number, and the larger one where two are as near', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        const rounded = BigInt(roundHalfUp(a, b));
        const [numerator, denominator] = [BigInt(a), BigInt(b)];
        const twice = 2n * (rounded * denominator - numerator);
        expect(twice > -denominator && twice <= denominator).toBe(true);
      }),
    );
  });
});
