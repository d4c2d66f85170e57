import { describe, expect, it } from 'vitest';
import { emptyAggregate, indices } from '#rules/aggregate.ts';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { officerGrade, unitGrade } from '#rules/grade.ts';
import { type IsoDate, inForce, NotInForce } from '#rules/law.ts';
import { lastDay, type Period, quarter } from '#rules/period.ts';
import { RULESETS, rulesetInForce } from '#rules/rulesets/index.ts';
import type { TenantDecision } from '#rules/rulesets/ruleset.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scoreDossier, scoreUnit } from '#rules/score-tt01.ts';

const QUARTERS: readonly Period[] = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
  ([1, 2, 3, 4] as const).map((q) => quarter(year, q)),
);
const DECISION: TenantDecision = {
  act: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu',
  ruleset: 'tt01-2018',
  from: '2025-07-01',
  to: '2027-01-01',
};

function answers(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch (error) {
    if (error instanceof NotInForce) return false;
    throw error;
  }
}

const holds = (day: IsoDate, decision: TenantDecision | null) =>
  answers(() => {
    if (rulesetInForce(day, decision).ruleset.id !== 'tt01-2018') throw new NotInForce('tt01-2018', day);
  });

const between = (from: IsoDate, last: IsoDate) => QUARTERS.filter((p) => lastDay(p) >= from && lastDay(p) <= last);
const ids = (periods: readonly Period[]) => periods.map(({ id }) => id);

describe('each quarter of 2018 to 2027', () => {
  it('the circular holds from 06/01/2019 to 30/6/2025 and nowhere else by itself', () => {
    const held = QUARTERS.filter((period) => holds(lastDay(period), null));
    expect(ids(held)).toEqual(ids(between('2019-01-06', '2025-06-30')));
  });

  it('afterwards it holds where a named decision keeps it, for as long as that holds', () => {
    const held = QUARTERS.filter((period) => holds(lastDay(period), DECISION));
    expect(ids(held)).toEqual(ids(between('2019-01-06', '2026-12-31')));
    expect(rulesetInForce('2026-12-31', DECISION)).toMatchObject({ cite: { act: DECISION.act } });
    expect(rulesetInForce('2026-12-31', DECISION).label).toContain(DECISION.act);
  });

  it('the day before and the day of each change', () => {
    expect(answers(() => rulesetInForce('2019-01-05', null))).toBe(false);
    expect(answers(() => rulesetInForce('2019-01-06', null))).toBe(true);
    expect(answers(() => rulesetInForce('2025-06-30', null))).toBe(true);
    expect(holds('2025-07-01', null)).toBe(false);
    expect(answers(() => rulesetInForce('2019-01-05', { ...DECISION, from: '2018-01-01' }))).toBe(false);
  });

  it('points and grades answer in every quarter from the circular on', () => {
    const nothing = indices(emptyAggregate());
    const scored = QUARTERS.filter((period) =>
      answers(() => {
        const on = lastDay(period);
        scoreDossier({}, 'citizen', DEFAULT_CHOICES, on);
        scoreUnit({}, DEFAULT_CHOICES, on);
        unitGrade(TT01_2018, nothing, DEFAULT_CHOICES, on);
        officerGrade(TT01_2018, nothing, DEFAULT_CHOICES, on);
      }),
    );
    expect(ids(scored)).toEqual(ids(between('2019-01-06', '2027-12-31')));
  });

  it('the calendar answers on every first day', () => {
    for (const { from } of QUARTERS) expect(addWorkingDays(from, 5, DEFAULT_OFFICE) > from).toBe(true);
  });
});

describe('dated values', () => {
  it('begin with their first row and end with a null row', () => {
    for (const { title, inForce: history, from } of RULESETS) {
      expect(inForce(title, history, from).value).toBe(true);
      expect(() => inForce(title, history, '2018-12-31')).toThrow(/không áp dụng cho ngày 2018-12-31/);
      expect(() => inForce(title, history, '2025-07-01')).toThrow(NotInForce);
    }
  });
});
