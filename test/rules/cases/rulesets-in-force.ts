import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { NotInForce } from '#rules/law.ts';
import { custom, quarter, year } from '#rules/period.ts';
import { realtimeRuleset, rulesetInForce, rulesetOf, StraddlesRulesets } from '#rules/rulesets/index.ts';
import type { PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  /** The province's decision, from a day on, to a day that is no longer its own. */
  readonly decision?: { readonly ruleset: PointsRulesetId; readonly from: string; readonly to?: string };
  readonly period?: string;
  readonly choices?: Partial<Choices>;
  readonly ask?: 'realtime';
}

const PERIODS = {
  '2019': year(2019),
  '2020': year(2020),
  '2024': year(2024),
  '2025': year(2025),
  '2026': year(2026),
  '2019-q2': quarter(2019, 2),
  '2025-q2': quarter(2025, 2),
  '2025-q3': quarter(2025, 3),
  'kỳ 2020 của Bình Thuận': custom('2019-12-15', '2020-11-20'),
};

function run({ decision, period, choices, ask }: Given, on: string): string {
  const own = decision ? { act: 'Quyết định của tỉnh', to: null, ...decision } : null;
  try {
    if (ask === 'realtime') return realtimeRuleset(on).ruleset.id;
    const range = period && PERIODS[period as keyof typeof PERIODS];
    if (!range) return rulesetInForce(on, own).ruleset.id;
    return rulesetOf(range, own, { ...DEFAULT_CHOICES, ...choices }).ruleset.id;
  } catch (error) {
    if (error instanceof NotInForce) return 'không có bộ quy tắc nào';
    if (error instanceof StraddlesRulesets) return 'phải chọn';
    throw error;
  }
}

const TT01 = 'Điều 15 TT 01/2018/TT-VPCP';
const ND118 = 'Khoản 1 Điều 40 NĐ 118/2025/NĐ-CP; thông tư hết theo nghị định (chưa kiểm chứng)';
const Q766 = 'QĐ 766/QĐ-TTg';
const READING = 'Lựa chọn «Kỳ có nhiều bộ quy tắc lần lượt hiệu lực» (cách hiểu)';
const BINH_THUAN = { ruleset: 'binh-thuan-1063', from: '2019-04-26', to: '2025-07-01' } as const;
const WITHIN_2020 = { ruleset: 'binh-thuan-1063', from: '2020-03-01', to: '2020-09-01' } as const;

const of = (name: string, on: string, given: Given, expect: string, article: string): LawCase<Given, string> => ({
  name,
  on,
  given,
  expect,
  article,
});

export const RULESETS_IN_FORCE = group<Given, string>('Bộ quy tắc nào áp dụng', run, [
  of('Ngày trước khi thông tư có hiệu lực', '2019-01-05', {}, 'không có bộ quy tắc nào', TT01),
  of('Ngày thông tư có hiệu lực', '2019-01-06', {}, 'tt01-2018', TT01),
  of('Ngày cuối cùng thông tư áp dụng chung', '2025-06-30', {}, 'tt01-2018', ND118),
  of('Ngày đầu của Nghị định 118', '2025-07-01', {}, 'nd118-ev', ND118),
  of(
    'Tỉnh có quyết định giữ chín chỉ số sau 30/6/2025',
    '2025-07-01',
    { decision: { ruleset: 'tt01-2018', from: '2025-07-01' } },
    'tt01-2018',
    'Quyết định của tỉnh',
  ),
  of(
    'Quyết định của tỉnh còn hiệu lực đến hết ngày trước ngày thôi',
    '2026-12-31',
    { decision: { ruleset: 'tt01-2018', from: '2025-07-01', to: '2027-01-01' } },
    'tt01-2018',
    'Quyết định của tỉnh',
  ),
  of(
    'Quyết định của tỉnh thôi hiệu lực thì về nghị định',
    '2027-01-01',
    { decision: { ruleset: 'tt01-2018', from: '2025-07-01', to: '2027-01-01' } },
    'nd118-ev',
    'Quyết định của tỉnh',
  ),
  of('Bình Thuận ngày trước quyết định', '2019-04-25', { decision: BINH_THUAN }, 'tt01-2018', 'QĐ 1063/QĐ-UBND'),
  of('Bình Thuận ngày có quyết định', '2019-04-26', { decision: BINH_THUAN }, 'binh-thuan-1063', 'QĐ 1063/QĐ-UBND'),
  of(
    'Tây Ninh ngày có quyết định',
    '2019-04-04',
    { decision: { ruleset: 'tay-ninh-800', from: '2019-04-04' } },
    'tay-ninh-800',
    'QĐ 800/QĐ-UBND',
  ),
  of('Quý II/2025 trọn trong thời gian của thông tư', '2025-06-30', { period: '2025-q2' }, 'tt01-2018', ND118),
  of('Quý III/2025 trọn trong thời gian của nghị định', '2025-09-30', { period: '2025-q3' }, 'nd118-ev', ND118),
  of('Năm 2024 trọn trong thời gian của thông tư', '2024-12-31', { period: '2024' }, 'tt01-2018', TT01),
  of('Năm 2026 trọn trong thời gian của nghị định', '2026-12-31', { period: '2026' }, 'nd118-ev', ND118),
  of('Năm 2019 bắt đầu khi chưa có bộ quy tắc nào', '2019-12-31', { period: '2019' }, 'tt01-2018', READING),
  of('Năm 2025 có hai bộ quy tắc, chưa ai chọn', '2025-12-31', { period: '2025' }, 'phải chọn', READING),
  of(
    'Năm 2025, địa phương chọn bộ của ngày cuối kỳ',
    '2025-12-31',
    { period: '2025', choices: { 'ruleset.straddle': 'lastDay' } },
    'nd118-ev',
    READING,
  ),
  of(
    'Năm 2025, địa phương chọn bộ của ngày đầu kỳ',
    '2025-12-31',
    { period: '2025', choices: { 'ruleset.straddle': 'firstDay' } },
    'tt01-2018',
    READING,
  ),
  of(
    'Quyết định của tỉnh bắt đầu và thôi ngay trong năm: cũng phải chọn',
    '2020-12-31',
    { period: '2020', decision: WITHIN_2020 },
    'phải chọn',
    READING,
  ),
  of(
    'Quyết định bắt đầu và thôi trong năm, chọn bộ của ngày cuối kỳ',
    '2020-12-31',
    { period: '2020', decision: WITHIN_2020, choices: { 'ruleset.straddle': 'lastDay' } },
    'tt01-2018',
    READING,
  ),
  of(
    'Quyết định chỉ có hiệu lực một ngày giữa năm',
    '2020-12-31',
    { period: '2020', decision: { ...BINH_THUAN, from: '2020-06-15', to: '2020-06-16' } },
    'phải chọn',
    READING,
  ),
  of(
    'Quyết định bắt đầu vào ngày cuối năm',
    '2020-12-31',
    { period: '2020', decision: { ...BINH_THUAN, from: '2020-12-31' } },
    'phải chọn',
    READING,
  ),
  of(
    'Quyết định bắt đầu ngay sau năm',
    '2020-12-31',
    { period: '2020', decision: { ...BINH_THUAN, from: '2021-01-01' } },
    'tt01-2018',
    READING,
  ),
  of(
    'Quyết định trùm đúng cả năm',
    '2020-12-31',
    { period: '2020', decision: { ...BINH_THUAN, from: '2020-01-01', to: '2021-01-01' } },
    'binh-thuan-1063',
    READING,
  ),
  of(
    'Quyết định thôi trước ngày cuối năm một ngày',
    '2020-12-31',
    { period: '2020', decision: { ...BINH_THUAN, from: '2020-01-01', to: '2020-12-31' } },
    'phải chọn',
    READING,
  ),
  of(
    'Quyết định giữ chín chỉ số chỉ từ 01/9/2025: tháng 7 và 8 theo nghị định nên phải chọn',
    '2025-12-31',
    { period: '2025', decision: { ruleset: 'tt01-2018', from: '2025-09-01' } },
    'phải chọn',
    READING,
  ),
  of(
    'Quyết định giữ chín chỉ số nối liền thông tư: cả năm một bộ',
    '2025-12-31',
    { period: '2025', decision: { ruleset: 'tt01-2018', from: '2025-07-01' } },
    'tt01-2018',
    READING,
  ),
  of('Quý II/2019 ở Bình Thuận', '2019-06-30', { period: '2019-q2', decision: BINH_THUAN }, 'phải chọn', READING),
  of(
    'Kỳ riêng năm 2020 của Bình Thuận',
    '2020-11-20',
    { period: 'kỳ 2020 của Bình Thuận', decision: BINH_THUAN },
    'binh-thuan-1063',
    'QĐ 1063/QĐ-UBND',
  ),
  of('Trước khi hệ thống 766 chính thức', '2022-07-31', { ask: 'realtime' }, 'không có bộ quy tắc nào', Q766),
  of('Ngày hệ thống 766 chính thức', '2022-08-01', { ask: 'realtime' }, 'qd766-2022', Q766),
  of('Trước ghi chú kỹ thuật tháng 10/2026', '2026-09-30', { ask: 'realtime' }, 'qd766-2022', Q766),
  of('Từ ghi chú kỹ thuật tháng 10/2026 (cách hiểu về ngày)', '2026-10-01', { ask: 'realtime' }, 'qd766-2026', Q766),
]);
