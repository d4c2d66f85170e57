import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { CHOICES, type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { quarter } from '#rules/period.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scorePeriod } from '#rules/score-period.ts';
import { simulate } from '../../server/simulate/simulate.ts';

// The same runs on every machine: what is found once is found again.
fc.configureGlobal({ seed: 118, numRuns: 60 });

const PERIOD = quarter(2024, 3);

function recordsOf(seed: number): readonly DossierRecord[] {
  const plan = { seed, units: 2, dossiers: 120, period: PERIOD, faults: 2 };
  const simulation = simulate(plan);
  const [unit] = simulation.province.units;
  return unit ? [...simulation.recordsOf(unit)] : [];
}

/** Every way in which a province may settle the choices. */
const choices: fc.Arbitrary<Choices> = fc
  .tuple(...CHOICES.map(({ key, values }) => fc.constantFrom(...values.map(({ value }) => [key, value]))))
  .map((settled) => ({ ...DEFAULT_CHOICES, ...Object.fromEntries(settled) }));

const score = (records: readonly DossierRecord[], chosen: Choices) =>
  scorePeriod({
    period: PERIOD,
    ruleset: TT01_2018,
    choices: chosen,
    office: DEFAULT_OFFICE,
    unitFacts: {},
    evaluated: true,
    records,
  });

describe('a period of invented dossiers, however the province settles its choices', () => {
  it('comes to the same in any order', () => {
    fc.assert(
      fc.property(fc.nat(4), choices, fc.infiniteStream(fc.nat()), (seed, chosen, keys) => {
        const records = recordsOf(seed);
        const shuffled = records
          .map((record) => ({ record, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ record }) => record);
        expect(score(shuffled, chosen)).toEqual(score(records, chosen));
      }),
    );
  });

  it('stays within its bounds, for the unit and for each officer', () => {
    fc.assert(
      fc.property(fc.nat(4), choices, (seed, chosen) => {
        const records = recordsOf(seed);
        const { official, grade, officers, dossiers, leftOut } = score(records, chosen);
        expect(dossiers).toBeGreaterThan(20);
        expect(officers.length).toBeGreaterThan(1);
        expect(dossiers + leftOut).toBe(records.length);
        for (const id of INDICATOR_IDS) {
          const { value, n } = official[id];
          expect(value === null ? n === 0 : value >= 0 && value <= 20 && n > 0).toBe(true);
        }
        for (const { total, max, missing } of [grade, ...officers.map((each) => each.grade)]) {
          expect(total === null || (total >= 0 && total <= max)).toBe(true);
          expect(total === null).toBe(max === 0);
          expect(max % 20).toBe(0);
          expect(new Set(missing).size).toBe(missing.length);
        }
      }),
    );
  });
});
