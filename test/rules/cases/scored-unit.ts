import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { UnitFacts } from '#rules/facts.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { NotInForce } from '#rules/law.ts';
import { scoreUnit } from '#rules/score-tt01.ts';
import type { LawCase } from './case.ts';
import { type Reading, readingIn } from './reading-in.ts';

export interface UnitGiven {
  readonly indicator: IndicatorId;
  readonly facts: UnitFacts;
  readonly choices?: Partial<Choices>;
}
/** Tenths, `null` = left out; or that nothing holds on that day. */
export type UnitExpect =
  | { readonly points: number | null; readonly because: string; readonly reading?: Reading }
  | 'không áp dụng';

export function runUnit({ indicator, facts, choices }: UnitGiven, on: string): UnitExpect | undefined {
  try {
    const found = scoreUnit(facts, { ...DEFAULT_CHOICES, ...choices }, on).find((each) => each.indicator === indicator);
    if (!found) return undefined;
    const { points, because, cite } = found;
    const reading = readingIn(cite);
    return reading ? { points, because, reading } : { points, because };
  } catch (error) {
    if (error instanceof NotInForce) return 'không áp dụng';
    throw error;
  }
}

/** Cases of one indicator, at the end of 2021 unless another day is given. */
export const unitCases =
  (indicator: IndicatorId) =>
  (
    name: string,
    facts: UnitFacts,
    expect: UnitExpect,
    choices: Partial<Choices> = {},
    on = '2021-12-31',
  ): LawCase<UnitGiven, UnitExpect> => ({
    name,
    on,
    given: { indicator, facts, choices },
    expect,
    article: `Điều 13 TT 01/2018/TT-VPCP, chỉ số ${indicator}`,
  });
