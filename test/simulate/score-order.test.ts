import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { quarter } from '#rules/period.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scorePeriod } from '#rules/score-period.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import { anyChoices } from '../rules/any-choices.ts';
import { dossierOf } from '../rules/dossier-of.ts';

// The same runs on every machine: what is found once is found again.
fc.configureGlobal({ seed: 118, numRuns: 60 });

const PERIOD = quarter(2024, 3);

function recordsOf(seed: number): readonly DossierRecord[] {
  const plan = { seed, units: 2, dossiers: 120, period: PERIOD, faults: 2 };
  const simulation = simulate(plan);
  const [unit] = simulation.province.units;
  return unit ? [...simulation.recordsOf(unit)] : [];
}

const choices = anyChoices();

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

  it('a better dossier in the place of another lowers no official index, unless late ones are left out of 7', () => {
    // Promised for 12/9 17:00: done the day before, on the day, the day after.
    const days = ['2024-09-11T10:00', '2024-09-12T10:00', '2024-09-13T10:00'] as const;
    const contacts = [0, 1, 2] as const;
    const place = fc.record({ time: fc.nat(2), contacts: fc.nat(2), others: fc.nat(2), attitude: fc.nat(3) });
    type Place = { time: number; contacts: number; others: number; attitude: number };
    const recordAt = ({ time, contacts: n, others, attitude }: Place): DossierRecord => {
      const ended = days[time] ?? days[0];
      const step = { unit: 'so-mau', officer: 'CB-02', due: '2024-09-12T10:00', ended };
      return {
        dossier: dossierOf({
          state: 'returned',
          officer: 'CB-01',
          receivedBy: 'CB-03',
          received: '2024-09-05T09:00',
          promised: '2024-09-12T17:00',
          limitDays: 5,
          ready: ended,
          returned: ended,
          supplements: contacts[n] ?? 0,
          steps: [step],
        }),
        verifiedPetition: false,
        citizen: {
          proof: 'receipt',
          facts: {
            punctuality: (['early', 'onTime', 'overdue'] as const)[time] ?? 'early',
            contacts: contacts[n] ?? 0,
            otherAgencies: contacts[others] ?? 0,
            attitude: (['polite', 'neutral', 'impolite', 'harassing'] as const)[attitude] ?? 'polite',
          },
        },
      };
    };
    const lateCounts = anyChoices({ 'index7.lateNoPetition': 'zero' });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), place, place, lateCounts, (rest, a, b, chosen) => {
        const better = {
          time: Math.min(a.time, b.time),
          contacts: Math.min(a.contacts, b.contacts),
          others: Math.min(a.others, b.others),
          attitude: Math.min(a.attitude, b.attitude),
        };
        const before = score([...rest, a].map(recordAt), chosen).official;
        const after = score([...rest, better].map(recordAt), chosen).official;
        for (const id of INDICATOR_IDS) expect(after[id].value ?? -1).toBeGreaterThanOrEqual(before[id].value ?? -1);
      }),
      { numRuns: 400 },
    );
  });
});
