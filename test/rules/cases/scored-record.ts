import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { findingsOf, scoreRecord, scoringContext } from '#rules/score-record.ts';
import type { LawCase } from './case.ts';
import { type Reading, readingIn } from './reading-in.ts';
import { quarterEnding, type RecordGiven, recordOf } from './scored-period.ts';

/** One indicator of one dossier by the system, in the quarter that ends on the day of the case. */
export interface OneGiven {
  readonly indicator: 1 | 2 | 7;
  readonly record: RecordGiven;
  readonly choices?: Partial<Choices>;
}

/** Tenths, `null` = left out; `because` where the case is about the reason. Or that it does not count in this quarter. */
export type OneExpect =
  | { readonly points: number | null; readonly because?: string; readonly reading?: Reading }
  | 'không tính ở kỳ này';

/** @throws Error when the points of the sums are not those of the finding. */
function one({ indicator, record, choices: own }: OneGiven, on: string, told: boolean): OneExpect {
  const choices = { ...DEFAULT_CHOICES, ...own };
  const scored = scoreRecord(recordOf(record), scoringContext(quarterEnding(on), DEFAULT_OFFICE, choices, false));
  const found = findingsOf(scored, 'computed').find((each) => each.indicator === indicator);
  if (!found) return 'không tính ở kỳ này';
  const { points, because, cite } = found;
  if (scored.points.computed[indicator] !== points) throw new Error('Two points of one finding.');
  const reading = readingIn(cite);
  return { points, ...(told && { because }), ...(reading && { reading }) };
}

export const runRecord = (given: OneGiven, on: string): OneExpect => one(given, on, false);
export const runRecordTold = (given: OneGiven, on: string): OneExpect => one(given, on, true);

/** At the end of 2021 unless another day is given. */
export const recordCase = (
  name: string,
  given: OneGiven,
  expect: OneExpect,
  worked: string,
  on = '2021-12-31',
): LawCase<OneGiven, OneExpect> => ({
  name,
  on,
  given,
  expect,
  article: `Điều 13 TT 01/2018/TT-VPCP, chỉ số ${given.indicator}`,
  worked,
});
