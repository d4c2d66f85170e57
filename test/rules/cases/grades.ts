import type { Indices } from '#rules/aggregate.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { choicesUnder, rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset, PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { group } from './case.ts';

interface Given {
  /** Tenths, by indicator; `null` = missing. */
  readonly indices: readonly (number | null)[];
  readonly ruleset?: PointsRulesetId;
  readonly choices?: Partial<Choices>;
  /** False = no self-score and no facts by the deadline. */
  readonly evaluated?: boolean;
}

interface Expect {
  readonly total: number | null;
  readonly max: number;
  readonly label: string | null;
  /** Label printed beside a unit's grade. */
  readonly satisfaction: string | null;
  readonly certainty: string;
}

function indicesOf(values: Given['indices']): Indices {
  const rows = INDICATOR_IDS.map((id, i) => {
    const value = values[i] ?? null;
    return [id, { sum: value ?? 0, n: value === null ? 0 : 1, value }] as const;
  });
  return Object.fromEntries(rows) as unknown as Indices;
}

function run({ indices, ruleset: id = 'tt01-2018', choices: own, evaluated = true }: Given, on: string): Expect {
  const ruleset = rulesetById<PointsRuleset>(id);
  const choices = choicesUnder(ruleset, { ...DEFAULT_CHOICES, ...own });
  const { total, max, label, code, cite } = unitGrade(ruleset, indicesOf(indices), choices, on, evaluated);
  const satisfaction = satisfactionLabel(ruleset, code, choices)?.label ?? null;
  return { total, max, label, satisfaction, certainty: cite.certainty };
}

const on = '2021-11-01';
const UNIT = 'Điều 15 TT 01/2018/TT-VPCP, xếp loại đơn vị';
const GAP = 'Điều 15 TT 01/2018/TT-VPCP: chỉ số không đủ thông tin thì không tính';
const SAID = 'Kết quả năm 2020 và 2021 theo QĐ 1063/QĐ-UBND của Bình Thuận';

/** Nine values that add to `total` tenths: as many twos as fit, then the rest. */
const nine = (total: number) => INDICATOR_IDS.map((_, i) => Math.max(0, Math.min(20, total - 20 * i)));
const TWELVE_WITHOUT_5 = [20, 20, 20, 20, null, 20, 20, 0, 0];
const SIX_WITHOUT_5 = [20, 20, 20, 0, null, 0, 0, 0, 0];

const unit = (total: number, label: string, name: string) => ({
  name,
  on,
  given: { indices: nine(total) },
  expect: { total, max: 180, label, satisfaction: null, certainty: 'text' },
  article: UNIT,
});
const binhThuan = (total: number, label: string, satisfaction: string, name: string) => ({
  name,
  on,
  given: { indices: nine(total), ruleset: 'binh-thuan-1063' as const },
  expect: { total, max: 180, label, satisfaction, certainty: 'secondary' },
  article: SAID,
});

export const GRADES = group('Xếp loại đơn vị', run, [
  unit(180, 'Xuất sắc', 'Đơn vị đạt tối đa 18 điểm'),
  unit(150, 'Xuất sắc', 'Đơn vị đạt đúng 15 điểm'),
  unit(149, 'Tốt', 'Đơn vị đạt 14,9 điểm'),
  unit(120, 'Tốt', 'Đơn vị đạt đúng 12 điểm'),
  unit(119, 'Khá', 'Đơn vị đạt 11,9 điểm'),
  unit(90, 'Khá', 'Đơn vị đạt đúng 9 điểm'),
  unit(89, 'Trung bình', 'Đơn vị đạt 8,9 điểm'),
  unit(60, 'Trung bình', 'Đơn vị đạt đúng 6 điểm'),
  unit(59, 'Yếu', 'Đơn vị đạt 5,9 điểm'),
  unit(0, 'Yếu', 'Đơn vị bị 0 điểm ở mọi chỉ số'),

  {
    name: 'Đơn vị thiếu chỉ số 5 thì có tổng điểm nhưng không xếp loại',
    on,
    given: { indices: TWELVE_WITHOUT_5 },
    expect: { total: 120, max: 160, label: null, satisfaction: null, certainty: 'text' },
    article: GAP,
    worked: '6 chỉ số × 2 + 2 chỉ số × 0 = 12 trên tối đa 16',
  },
  {
    name: 'Đơn vị thiếu chỉ số 5, địa phương chọn xếp theo điểm hiện có: ngưỡng giữ nguyên',
    on,
    given: { indices: TWELVE_WITHOUT_5, choices: { gradeAsIs: 'yes' } },
    expect: { total: 120, max: 160, label: 'Tốt', satisfaction: null, certainty: 'reading' },
    article: GAP,
    worked: '12 điểm từ 12 đến dưới 15; không nhân lên 13,5 trên 18',
  },
  {
    name: 'Đơn vị thiếu chỉ số 5 được 6 điểm, xếp theo điểm hiện có',
    on,
    given: { indices: SIX_WITHOUT_5, choices: { gradeAsIs: 'yes' } },
    expect: { total: 60, max: 160, label: 'Trung bình', satisfaction: null, certainty: 'reading' },
    article: GAP,
  },
  {
    name: 'Đơn vị đủ chín chỉ số thì lựa chọn xếp theo điểm hiện có không đổi gì',
    on,
    given: { indices: nine(150), choices: { gradeAsIs: 'yes' } },
    expect: { total: 150, max: 180, label: 'Xuất sắc', satisfaction: null, certainty: 'text' },
    article: UNIT,
  },
  {
    name: 'Không có chỉ số nào thì không có tổng điểm, không phải 0 điểm',
    on,
    given: { indices: nine(0).map(() => null), choices: { gradeAsIs: 'yes' } },
    expect: { total: null, max: 0, label: null, satisfaction: null, certainty: 'text' },
    article: GAP,
  },

  {
    name: 'Đơn vị không thực hiện đánh giá thì không xếp loại',
    on,
    given: { indices: nine(180), evaluated: false },
    expect: { total: 180, max: 180, label: null, satisfaction: null, certainty: 'reading' },
    article: 'Điều 15 TT 01/2018/TT-VPCP không nói (cách hiểu)',
  },
  {
    name: 'Đơn vị không thực hiện đánh giá, tỉnh khác chọn cách của Bình Thuận',
    on,
    given: {
      indices: nine(180),
      evaluated: false,
      choices: { notEvaluated: 'weak', 'satisfaction.label': 'binhThuan' },
    },
    expect: { total: 180, max: 180, label: 'Yếu', satisfaction: 'Rất không hài lòng', certainty: 'reading' },
    article: SAID,
  },
  {
    name: 'Đơn vị không thực hiện đánh giá, tỉnh khác chọn xếp Yếu nhưng không ghi mức hài lòng',
    on,
    given: { indices: nine(180), evaluated: false, choices: { notEvaluated: 'weak' } },
    expect: { total: 180, max: 180, label: 'Yếu', satisfaction: null, certainty: 'reading' },
    article: SAID,
  },
  {
    name: 'Xã của Bình Thuận không thực hiện đánh giá: Yếu và Rất không hài lòng',
    on: '2020-11-20',
    given: { indices: nine(0).map(() => null), ruleset: 'binh-thuan-1063', evaluated: false },
    expect: { total: null, max: 0, label: 'Yếu', satisfaction: 'Rất không hài lòng', certainty: 'secondary' },
    article: SAID,
    worked: '7/124 xã năm 2020',
  },
  {
    name: 'Bình Thuận có quyết định thì lựa chọn khác của địa phương không đổi được',
    on,
    given: {
      indices: nine(0).map(() => null),
      ruleset: 'binh-thuan-1063',
      evaluated: false,
      choices: { notEvaluated: 'noGrade', 'satisfaction.label': 'none' },
    },
    expect: { total: null, max: 0, label: 'Yếu', satisfaction: 'Rất không hài lòng', certainty: 'secondary' },
    article: SAID,
  },

  binhThuan(159, 'Xuất sắc', 'Rất hài lòng', 'Sở Tài chính Bình Thuận năm 2021 được 15,9 điểm'),
  binhThuan(120, 'Tốt', 'Hài lòng', 'Đơn vị của Bình Thuận xếp loại Tốt'),
  binhThuan(90, 'Khá', 'Bình thường', 'Đơn vị của Bình Thuận xếp loại Khá'),
  binhThuan(60, 'Trung bình', 'Không hài lòng', 'Đơn vị của Bình Thuận xếp loại Trung bình, cặp chưa thấy công bố'),
  binhThuan(59, 'Yếu', 'Rất không hài lòng', 'Đơn vị của Bình Thuận xếp loại Yếu vì thiếu điểm'),
  {
    name: 'Tỉnh khác không có bảng riêng thì không suy mức hài lòng từ xếp loại',
    on,
    given: { indices: nine(159), choices: { 'satisfaction.label': 'none' } },
    expect: { total: 159, max: 180, label: 'Xuất sắc', satisfaction: null, certainty: 'text' },
    article: 'Không văn bản toàn quốc nào suy mức hài lòng từ xếp loại',
  },
  {
    name: 'Tỉnh khác chọn ghi theo bảng của Bình Thuận',
    on,
    given: { indices: nine(120), choices: { 'satisfaction.label': 'binhThuan' } },
    expect: { total: 120, max: 180, label: 'Tốt', satisfaction: 'Hài lòng', certainty: 'text' },
    article: SAID,
  },
  {
    name: 'Chưa xếp loại thì không ghi mức hài lòng',
    on,
    given: { indices: TWELVE_WITHOUT_5, ruleset: 'binh-thuan-1063' },
    expect: { total: 120, max: 160, label: null, satisfaction: null, certainty: 'secondary' },
    article: GAP,
  },
]);
