import { describe, expect, it } from 'vitest';
import { emptyAggregate, indices } from '#rules/aggregate.ts';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { officerGrade, unitGrade } from '#rules/grade.ts';
import { type IsoDate, NotInForce } from '#rules/law.ts';
import { lastDay, type Period, quarter } from '#rules/period.ts';
import { choicesUnder, RULESETS, realtimeRuleset, rulesetById, rulesetInForce } from '#rules/rulesets/index.ts';
import type { RulesetId, TenantDecision } from '#rules/rulesets/ruleset.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scoreDossier, scoreUnit } from '#rules/score-tt01.ts';

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const QUARTERS: readonly Period[] = YEARS.flatMap((y) => ([1, 2, 3, 4] as const).map((q) => quarter(y, q)));
const DECISION: TenantDecision = {
  act: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu',
  ruleset: 'tt01-2018',
  from: '2025-07-01',
  to: '2027-01-01',
};
const BINH_THUAN: TenantDecision = {
  act: 'QĐ 1063/QĐ-UBND',
  ruleset: 'binh-thuan-1063',
  from: '2019-04-26',
  to: '2025-07-01',
};
const TAY_NINH: TenantDecision = { act: 'QĐ 800/QĐ-UBND', ruleset: 'tay-ninh-800', from: '2019-04-04', to: null };

/** What `ask` answers, or the name of what is not in force. */
function named(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotInForce) return `${error.what} @ ${error.on}`;
    throw error;
  }
}

const NOTHING = 'Bộ quy tắc đánh giá việc giải quyết thủ tục hành chính';
const NO_766 = 'Bộ chỉ số theo QĐ 766/QĐ-TTg';
const ofQuarter = (period: Period, decision: TenantDecision | null) =>
  named(() => rulesetInForce(lastDay(period), decision).ruleset.id);

/** For each quarter the ruleset of the last span that began by its last day; a span is `[first day, ruleset or what is missing]`. */
function expected(spans: readonly (readonly [IsoDate, RulesetId | null])[], missing: string): string[] {
  return QUARTERS.map((period) => {
    const id = spans.findLast(([from]) => from <= lastDay(period))?.[1];
    return id ?? `${missing} @ ${lastDay(period)}`;
  });
}

describe('each quarter of 2018 to 2027 has its ruleset by name, or none by name', () => {
  it.each<[string, TenantDecision | null, (readonly [IsoDate, RulesetId | null])[]]>([
    [
      'nationally',
      null,
      [
        ['2019-01-06', 'tt01-2018'],
        ['2025-07-01', 'nd118-ev'],
      ],
    ],
    [
      'where a decision keeps the circular',
      DECISION,
      [
        ['2019-01-06', 'tt01-2018'],
        ['2027-01-01', 'nd118-ev'],
      ],
    ],
    [
      'in Bình Thuận',
      BINH_THUAN,
      [
        ['2019-01-06', 'tt01-2018'],
        ['2019-04-26', 'binh-thuan-1063'],
        ['2025-07-01', 'nd118-ev'],
      ],
    ],
    [
      'in Tây Ninh',
      TAY_NINH,
      [
        ['2019-01-06', 'tt01-2018'],
        ['2019-04-04', 'tay-ninh-800'],
      ],
    ],
  ])('%s', (_name, decision, spans) => {
    expect(QUARTERS.map((period) => ofQuarter(period, decision))).toEqual(expected(spans, NOTHING));
  });

  it('QĐ 766/QĐ-TTg beside it', () => {
    expect(QUARTERS.map((period) => named(() => realtimeRuleset(lastDay(period)).ruleset.id))).toEqual(
      expected(
        [
          ['2022-08-01', 'qd766-2022'],
          ['2026-10-01', 'qd766-2026'],
        ],
        NO_766,
      ),
    );
  });

  it.each<[IsoDate, string]>([
    ['2019-01-05', `${NOTHING} @ 2019-01-05`],
    ['2019-01-06', 'tt01-2018'],
    ['2025-06-30', 'tt01-2018'],
    ['2025-07-01', 'nd118-ev'],
  ])('on %s it is %s', (day, id) => {
    expect(named(() => rulesetInForce(day, null).ruleset.id)).toBe(id);
  });

  it('a decision holds from its first day to the day before its end, never before its ruleset began', () => {
    const early = { ...DECISION, from: '2018-01-01' };
    expect(named(() => rulesetInForce('2019-01-05', early).ruleset.id)).toBe(`${NOTHING} @ 2019-01-05`);
    expect(rulesetInForce('2025-07-01', DECISION).cite.act).toBe(DECISION.act);
    expect(rulesetInForce('2026-12-31', DECISION).label).toContain(DECISION.act);
    expect(rulesetInForce('2027-01-01', DECISION).ruleset.id).toBe('nd118-ev');
    expect(rulesetInForce('2030-01-01', { ...DECISION, to: null }).ruleset.id).toBe('tt01-2018');
  });

  it('points and grades answer in every quarter from the circular on, for each ruleset of points', () => {
    const nothing = indices(emptyAggregate());
    for (const ruleset of RULESETS) {
      if (ruleset.method !== 'points') continue;
      for (const period of QUARTERS) {
        const on = lastDay(period);
        const answer = named(() => {
          scoreDossier({}, 'citizen', DEFAULT_CHOICES, on);
          scoreUnit({}, DEFAULT_CHOICES, on);
          unitGrade(ruleset, nothing, DEFAULT_CHOICES, on);
          officerGrade(ruleset, nothing, DEFAULT_CHOICES, on, nothing);
          return 'answers';
        });
        expect(answer).toBe(on >= '2019-01-06' ? 'answers' : `Điểm của các chỉ số @ ${on}`);
      }
    }
  });

  it('the calendar answers on every first day', () => {
    for (const { from } of QUARTERS) expect(addWorkingDays(from, 5, DEFAULT_OFFICE) > from).toBe(true);
  });
});

describe('the list of rulesets', () => {
  it('never has two of one family in force by themselves on a day', () => {
    for (const { from } of QUARTERS)
      for (const family of ['office', 'realtime'] as const) {
        const held = RULESETS.filter((ruleset) => {
          if (ruleset.family !== family) return false;
          return ruleset.inForce.findLast((row) => row.from <= from)?.value === true;
        });
        expect(held.length).toBeLessThanOrEqual(1);
      }
  });

  it('begins each history on the first day the ruleset can be applied', () => {
    for (const { inForce: history, from } of RULESETS) expect([from, undefined]).toContain(history[0]?.from);
    for (const { id } of RULESETS) expect(rulesetById(id).id).toBe(id);
  });

  it('knows no other name', () => {
    expect(() => rulesetById('tt01-2019' as RulesetId)).toThrow('Không có bộ quy tắc «tt01-2019».');
  });

  it("puts what a province's decision settles before the tenant's own choices, and changes nothing else", () => {
    const own: Choices = { ...DEFAULT_CHOICES, notEvaluated: 'noGrade', gradeAsIs: 'yes' };
    expect(choicesUnder(rulesetById('binh-thuan-1063'), own)).toEqual({
      ...own,
      notEvaluated: 'weak',
      'satisfaction.label': 'binhThuan',
    });
    expect(choicesUnder(TT01_2018, own)).toEqual(own);
    expect(choicesUnder(rulesetById('nd118-ev'), own)).toEqual(own);
  });
});
