import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { NotInForce } from '#rules/law.ts';
import { custom, quarter, year } from '#rules/period.ts';
import { pooledYear } from '#rules/pooled-year.ts';
import { rulesetOf } from '#rules/rulesets/index.ts';
import type { Level, PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { scorePeriod } from '#rules/score-period.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly level: Level;
  /** Listed procedures of ten that are done at the one-stop shop from end to end. */
  readonly wholeCycle: number;
  /** Quarters of 2025 that are pooled; absent = scored as one period. */
  readonly quarters?: readonly (1 | 2 | 3 | 4)[];
  /** Absent = the year 2025; both days included. */
  readonly period?: readonly [from: string, last: string];
  readonly choices?: Partial<Choices>;
  /** The province keeps the circular after it ended nationally. */
  readonly kept?: boolean;
}
/** Indicator 5 in tenths, and the day whose rules judged; or what is not in force. */
type Expect = { readonly points: number | null; readonly judgedOn: string } | string;

function run({ level, wholeCycle, quarters, period, choices: own, kept = false }: Given): Expect {
  const choices = { ...DEFAULT_CHOICES, ...own };
  const decision = kept ? { act: 'QĐ của tỉnh', ruleset: 'tt01-2018' as const, from: '2025-07-01', to: null } : null;
  const score = (of: ReturnType<typeof quarter>) => {
    const { ruleset, on } = rulesetOf(of, decision, choices);
    return scorePeriod({
      period: of,
      ruleset: ruleset as PointsRuleset,
      on,
      choices,
      office: DEFAULT_OFFICE,
      unitFacts: { oneStop: { listed: 10, receivedAndReturned: 10, wholeCycle, level } },
      evaluated: true,
      records: [],
    });
  };
  try {
    const whole = period ? custom(...period) : year(2025);
    if (!quarters) {
      const { official, on } = score(whole);
      return { points: official[5].value, judgedOn: on };
    }
    const parts = quarters.map((q) => score(quarter(2025, q)));
    const { ruleset } = rulesetOf(quarter(2025, quarters[0] ?? 1), decision, choices);
    const { official, on } = pooledYear({
      period: whole,
      ruleset: ruleset as PointsRuleset,
      quarters: parts,
      evaluated: true,
    });
    return { points: official[5].value, judgedOn: on };
  } catch (error) {
    if (error instanceof NotInForce) return error.message;
    throw error;
  }
}

const c = (name: string, given: Given, expect: Expect, worked?: string): LawCase<Given, Expect> => ({
  name,
  on: '2025-12-31',
  given,
  expect,
  article: 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 5; từ 01/7/2025 không còn cấp huyện',
  ...(worked && { worked }),
});
const firstDay = { 'ruleset.straddle': 'firstDay' } as const;

export const DISTRICT_YEARS = group('Năm 2025 của cấp huyện', run, [
  c(
    'Chọn bộ quy tắc của ngày đầu năm: chấm theo ngày cuối thông tư còn hiệu lực',
    { level: 'district', wholeCycle: 5, choices: firstDay },
    { points: 20, judgedOn: '2025-06-30' },
    '5 : 10 = 50%, đủ ngưỡng cấp huyện',
  ),
  c(
    'Cấp huyện dưới ngưỡng 50%',
    { level: 'district', wholeCycle: 4, choices: firstDay },
    { points: 10, judgedOn: '2025-06-30' },
    '4 : 10 = 40%; mọi thủ tục được tiếp nhận và trả tại chỗ',
  ),
  c(
    'Tỉnh giữ chín chỉ số cả năm: cấp huyện chấm theo ngày cuối còn cấp huyện',
    { level: 'district', wholeCycle: 5, kept: true },
    { points: 20, judgedOn: '2025-06-30' },
  ),
  c(
    'Tỉnh giữ chín chỉ số cả năm: cấp xã chấm theo ngày cuối năm',
    { level: 'commune', wholeCycle: 10, kept: true },
    { points: 20, judgedOn: '2025-12-31' },
    '10 : 10 = 100%',
  ),
  c(
    'Cộng dồn quý I và quý II: chấm theo ngày cuối quý II',
    { level: 'district', wholeCycle: 5, quarters: [1, 2] },
    { points: 20, judgedOn: '2025-06-30' },
  ),
  c('Chỉ có quý I', { level: 'district', wholeCycle: 5, quarters: [1] }, { points: 20, judgedOn: '2025-03-31' }),
  c(
    'Cấp xã cộng dồn bốn quý, tỉnh giữ chín chỉ số',
    { level: 'commune', wholeCycle: 9, quarters: [1, 2, 3, 4], kept: true },
    { points: 10, judgedOn: '2025-12-31' },
    '9 : 10 = 90%, cấp xã cần 100%',
  ),
  c(
    'Kỳ kết thúc đúng ngày cuối còn cấp huyện',
    { level: 'district', wholeCycle: 5, period: ['2025-04-01', '2025-06-30'] },
    { points: 20, judgedOn: '2025-06-30' },
  ),
  c(
    'Kỳ kéo thêm một ngày sang thời gian không còn cấp huyện',
    { level: 'district', wholeCycle: 5, period: ['2025-04-01', '2025-07-01'], kept: true },
    { points: 20, judgedOn: '2025-06-30' },
  ),
  c(
    'Kỳ bắt đầu ngay trước ngày hết cấp huyện',
    { level: 'district', wholeCycle: 5, period: ['2025-06-30', '2025-09-30'], kept: true },
    { points: 20, judgedOn: '2025-06-30' },
  ),
  c(
    'Kỳ nằm hẳn sau khi hết cấp huyện thì không chấm được',
    { level: 'district', wholeCycle: 5, period: ['2025-07-01', '2025-09-30'], kept: true },
    'Ngưỡng chỉ số 5 của cấp huyện không áp dụng cho ngày 30/09/2025. Chọn quy định có hiệu lực.',
  ),
]);
