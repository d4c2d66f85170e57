import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { type Finding, INDICATOR_IDS } from '#rules/finding.ts';
import { NotInForce } from '#rules/law.ts';
import { scoreDossier, scoreUnit } from '#rules/score-tt01.ts';
import { INDICATOR_CASES } from './cases/indicators.ts';
import { UNIT_CASES } from './cases/unit-indicators.ts';

const ON = '2021-12-31';
const pointsOf = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ indicator, points }) => [indicator, points]));

describe('Điều 13 TT 01/2018, one dossier', () => {
  it.each(INDICATOR_CASES)('$series: $name', ({ series, facts, computed, legacy, choices, expect: expected }) => {
    const beside = { ...(computed && { computed }), ...(legacy && { legacy }) };
    const findings = scoreDossier(facts, series, { ...DEFAULT_CHOICES, ...choices }, ON, beside);
    expect(pointsOf(findings)).toMatchObject(expected);
  });
});

describe('Điều 13 TT 01/2018, a unit', () => {
  it.each(UNIT_CASES)('$name', ({ on, facts, choices, expect: expected }) => {
    expect(pointsOf(scoreUnit(facts, { ...DEFAULT_CHOICES, ...choices }, on))).toMatchObject(expected);
  });

  it('has no district level from 01/7/2025', () => {
    const facts = { oneStop: { level: 'district', listed: 2, receivedAndReturned: 2, wholeCycle: 1 } } as const;
    expect(() => scoreUnit(facts, DEFAULT_CHOICES, '2025-07-01')).toThrow(NotInForce);
  });

  it('refuses a part larger than its whole', () => {
    const facts = { petitions: { received: 3, onTime: 4, prolonged: 0 } };
    expect(() => scoreUnit(facts, DEFAULT_CHOICES, ON)).toThrow(/onTime/);
  });
});

describe('every finding', () => {
  const all = [
    ...INDICATOR_CASES.flatMap(({ series, facts, choices }) =>
      scoreDossier(facts, series, { ...DEFAULT_CHOICES, ...choices }, ON),
    ),
    ...UNIT_CASES.flatMap(({ on, facts, choices }) => scoreUnit(facts, { ...DEFAULT_CHOICES, ...choices }, on)),
  ];

  it('names its article and gives a reason as a whole sentence', () => {
    for (const { cite, because, max } of all) {
      expect(cite).toMatchObject({ act: 'TT 01/2018/TT-VPCP', article: '13' });
      expect(because).toMatch(/^\p{Lu}.*\.$/u);
      expect(max).toBe(20);
    }
  });

  it('is marked as a reading, with the choice, where a choice decided it', () => {
    const [first] = scoreDossier({ punctuality: 'onSpot' }, 'citizen', DEFAULT_CHOICES, ON);
    expect(first?.cite).toMatchObject({ certainty: 'reading', note: 'index1.onSpot: Không tính vào chỉ số 1.' });
  });

  it('the cases reach 2, 1, 0 and missing of every indicator', () => {
    const reached = new Set(all.map(({ indicator, points }) => `${indicator}:${points}`));
    const wanted = INDICATOR_IDS.flatMap((id) => [20, 10, 0, null].map((points) => `${id}:${points}`));
    expect(wanted.filter((each) => !reached.has(each))).toEqual([]);
  });

  it('does not answer before the circular took effect', () => {
    expect(() => scoreDossier({}, 'citizen', DEFAULT_CHOICES, '2019-01-05')).toThrow(NotInForce);
    expect(scoreDossier({}, 'citizen', DEFAULT_CHOICES, '2019-01-06')).toHaveLength(6);
  });
});
