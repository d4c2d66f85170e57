import type { Indices } from '#rules/aggregate.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { officerGrade, satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { choicesUnder, rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset, PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { group } from './case.ts';

interface Given {
  readonly who: 'unit' | 'officer';
  /** Tenths, in the order of the indicators that count: 1 to 9 for a unit, 1, 2, 3, 4, 7 for an officer; `null` = missing. */
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
  readonly satisfaction?: string | null;
  readonly certainty?: string;
}

const OFFICER: readonly IndicatorId[] = [1, 2, 3, 4, 7];

function indicesOf(of: readonly IndicatorId[], values: Given['indices']): Indices {
  const rows = INDICATOR_IDS.map((id) => {
    const value = values[of.indexOf(id)] ?? null;
    return [id, { sum: value ?? 0, n: value === null ? 0 : 1, value }] as const;
  });
  return Object.fromEntries(rows) as unknown as Indices;
}

function run({ who, indices, ruleset: id = 'tt01-2018', choices: own, evaluated = true }: Given, on: string): Expect {
  const ruleset = rulesetById<PointsRuleset>(id);
  const choices = choicesUnder(ruleset, { ...DEFAULT_CHOICES, ...own });
  if (who === 'officer') {
    const { total, max, label } = officerGrade(ruleset, indicesOf(OFFICER, indices), choices, on);
    return { total, max, label };
  }
  const { total, max, label, code, cite } = unitGrade(
    ruleset,
    indicesOf(INDICATOR_IDS, indices),
    choices,
    on,
    evaluated,
  );
  const satisfaction = satisfactionLabel(code, choices)?.label ?? null;
  return { total, max, label, satisfaction, certainty: cite.certainty };
}

const on = '2021-11-01';
const UNIT = 'Điều 15 TT 01/2018/TT-VPCP, xếp loại đơn vị';
const STAFF = 'Điều 15 TT 01/2018/TT-VPCP, mức độ hoàn thành của cán bộ';
const GAP = 'Điều 15 TT 01/2018/TT-VPCP: chỉ số không đủ thông tin thì không tính';
const SAID = 'Kết quả năm 2020 và 2021 theo QĐ 1063/QĐ-UBND của Bình Thuận';

/** Nine values that add to `total` tenths: as many twos as fit, then the rest. */
const nine = (total: number) => INDICATOR_IDS.map((_, i) => Math.max(0, Math.min(20, total - 20 * i)));
const five = (total: number) => nine(total).slice(0, 5);
const TWELVE_WITHOUT_5 = [20, 20, 20, 20, null, 20, 20, 0, 0];
const SIX_WITHOUT_5 = [20, 20, 20, 0, null, 0, 0, 0, 0];

const unit = (total: number, label: string, name: string) => ({
  name,
  on,
  given: { who: 'unit' as const, indices: nine(total) },
  expect: { total, max: 180, label, satisfaction: null, certainty: 'text' },
  article: UNIT,
});
const officer = (total: number, label: string, name: string) => ({
  name,
  on,
  given: { who: 'officer' as const, indices: five(total) },
  expect: { total, max: 100, label },
  article: STAFF,
});
const binhThuan = (total: number, label: string, satisfaction: string, name: string) => ({
  name,
  on,
  given: { who: 'unit' as const, indices: nine(total), ruleset: 'binh-thuan-1063' as const },
  expect: { total, max: 180, label, satisfaction, certainty: 'secondary' },
  article: SAID,
});

export const GRADES = group('Xếp loại đơn vị và cán bộ', run, [
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

  officer(100, 'Hoàn thành 100% nhiệm vụ', 'Cán bộ đạt tối đa 10 điểm'),
  officer(50, 'Hoàn thành 100% nhiệm vụ', 'Cán bộ đạt đúng 5 điểm'),
  officer(49, 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ', 'Cán bộ đạt 4,9 điểm'),
  officer(35, 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ', 'Cán bộ đạt đúng 3,5 điểm'),
  officer(34, 'Hoàn thành dưới 70% nhiệm vụ', 'Cán bộ đạt 3,4 điểm'),
  officer(0, 'Hoàn thành dưới 70% nhiệm vụ', 'Cán bộ bị 0 điểm'),
  {
    name: 'Cán bộ chưa có chỉ số 2 thì không xếp mức',
    on,
    given: { who: 'officer', indices: [20, null, 20, 20, 20] },
    expect: { total: 80, max: 80, label: null },
    article: GAP,
    worked: '2 + 2 + 2 + 2 = 8 trên tối đa 8',
  },
  {
    name: 'Cán bộ chưa có chỉ số 2, địa phương chọn xếp theo điểm hiện có',
    on,
    given: { who: 'officer', indices: [10, null, 10, 10, 10], choices: { gradeAsIs: 'yes' } },
    expect: { total: 40, max: 80, label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ' },
    article: GAP,
    worked: '1 + 1 + 1 + 1 = 4, từ 3,5 đến dưới 5',
  },

  {
    name: 'Đơn vị thiếu chỉ số 5 thì có tổng điểm nhưng không xếp loại',
    on,
    given: { who: 'unit', indices: TWELVE_WITHOUT_5 },
    expect: { total: 120, max: 160, label: null, satisfaction: null, certainty: 'text' },
    article: GAP,
    worked: '6 chỉ số × 2 + 2 chỉ số × 0 = 12 trên tối đa 16',
  },
  {
    name: 'Đơn vị thiếu chỉ số 5, địa phương chọn xếp theo điểm hiện có: ngưỡng giữ nguyên',
    on,
    given: { who: 'unit', indices: TWELVE_WITHOUT_5, choices: { gradeAsIs: 'yes' } },
    expect: { total: 120, max: 160, label: 'Tốt', satisfaction: null, certainty: 'reading' },
    article: GAP,
    worked: '12 điểm từ 12 đến dưới 15; không nhân lên 13,5 trên 18',
  },
  {
    name: 'Đơn vị thiếu chỉ số 5 được 6 điểm, xếp theo điểm hiện có',
    on,
    given: { who: 'unit', indices: SIX_WITHOUT_5, choices: { gradeAsIs: 'yes' } },
    expect: { total: 60, max: 160, label: 'Trung bình', satisfaction: null, certainty: 'reading' },
    article: GAP,
  },
  {
    name: 'Đơn vị đủ chín chỉ số thì lựa chọn xếp theo điểm hiện có không đổi gì',
    on,
    given: { who: 'unit', indices: nine(150), choices: { gradeAsIs: 'yes' } },
    expect: { total: 150, max: 180, label: 'Xuất sắc', satisfaction: null, certainty: 'text' },
    article: UNIT,
  },
  {
    name: 'Không có chỉ số nào thì không có tổng điểm, không phải 0 điểm',
    on,
    given: { who: 'unit', indices: nine(0).map(() => null), choices: { gradeAsIs: 'yes' } },
    expect: { total: null, max: 0, label: null, satisfaction: null, certainty: 'text' },
    article: GAP,
  },

  {
    name: 'Đơn vị không thực hiện đánh giá thì không xếp loại',
    on,
    given: { who: 'unit', indices: nine(180), evaluated: false },
    expect: { total: 180, max: 180, label: null, satisfaction: null, certainty: 'reading' },
    article: 'Điều 15 TT 01/2018/TT-VPCP không nói (cách hiểu)',
  },
  {
    name: 'Đơn vị không thực hiện đánh giá, tỉnh khác chọn cách của Bình Thuận',
    on,
    given: {
      who: 'unit',
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
    given: { who: 'unit', indices: nine(180), evaluated: false, choices: { notEvaluated: 'weak' } },
    expect: { total: 180, max: 180, label: 'Yếu', satisfaction: null, certainty: 'reading' },
    article: SAID,
  },
  {
    name: 'Xã của Bình Thuận không thực hiện đánh giá: Yếu và Rất không hài lòng',
    on: '2020-11-20',
    given: { who: 'unit', indices: nine(0).map(() => null), ruleset: 'binh-thuan-1063', evaluated: false },
    expect: { total: null, max: 0, label: 'Yếu', satisfaction: 'Rất không hài lòng', certainty: 'secondary' },
    article: SAID,
    worked: '7/124 xã năm 2020',
  },
  {
    name: 'Bình Thuận có quyết định thì lựa chọn khác của địa phương không đổi được',
    on,
    given: {
      who: 'unit',
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
    given: { who: 'unit', indices: nine(159), choices: { 'satisfaction.label': 'none' } },
    expect: { total: 159, max: 180, label: 'Xuất sắc', satisfaction: null, certainty: 'text' },
    article: 'Không văn bản toàn quốc nào suy mức hài lòng từ xếp loại',
  },
  {
    name: 'Tỉnh khác chọn ghi theo bảng của Bình Thuận',
    on,
    given: { who: 'unit', indices: nine(120), choices: { 'satisfaction.label': 'binhThuan' } },
    expect: { total: 120, max: 180, label: 'Tốt', satisfaction: 'Hài lòng', certainty: 'text' },
    article: SAID,
  },
  {
    name: 'Chưa xếp loại thì không ghi mức hài lòng',
    on,
    given: { who: 'unit', indices: TWELVE_WITHOUT_5, ruleset: 'binh-thuan-1063' },
    expect: { total: 120, max: 160, label: null, satisfaction: null, certainty: 'secondary' },
    article: GAP,
  },
]);
