import { forEachIndicator, type Indices, type Total, totalOf } from './aggregate.ts';
import { asReading } from './as-reading.ts';
import { type Choices, choiceLabel } from './choices.ts';
import type { IndicatorId } from './finding.ts';
import { formatBound, formatList, formatScore } from './format.ts';
import { type Citation, type IsoDate, inForce } from './law.ts';
import { BINH_THUAN_DECISION, SATISFACTION_LABELS } from './rulesets/binh-thuan-1063.ts';
import type { Grades, OfficerGradeCode, PointsRuleset, UnitGradeCode } from './rulesets/ruleset.ts';
import { STEPS } from './rulesets/tt01-2018.ts';

export interface Grade<Code> extends Total {
  readonly code: Code | null;
  /** `Xuất sắc`; `null` = not graded, for the reason in `because`. */
  readonly label: string | null;
  readonly cite: Citation;
  readonly because: string;
}

export type UnitGrade = Grade<UnitGradeCode>;
export type OfficerGrade = Grade<OfficerGradeCode>;

function gradeOf<Code>(
  what: string,
  history: Grades<Code>,
  values: Indices,
  of: readonly IndicatorId[],
  choices: Choices,
  on: IsoDate,
  why = '',
): Grade<Code> {
  const { value: steps, cite } = inForce(what, history, on);
  const sum = totalOf(values, of, inForce('Điểm của các chỉ số', STEPS, on).value.best, choices);
  const none = { ...sum, code: null, label: null, cite };
  const { total } = sum;
  if (total === null) return { ...none, because: 'Chưa có chỉ số nào đủ dữ liệu nên chưa xếp loại.' };
  const score = formatScore(total, sum.max);
  const without = formatList(sum.missing.map(String));
  if (sum.missing.length > 0 && choices.gradeAsIs === 'no')
    return { ...none, because: `Tổng điểm ${score}, chưa đủ chỉ số (thiếu ${without}) nên chưa xếp loại.${why}` };

  const index = steps.findIndex((step) => total >= step.min);
  const step = steps[index];
  if (!step) throw new RangeError(`${what}: tổng điểm ${score} không thuộc mức nào.`);
  const above = steps[index - 1];
  const range =
    step.min === 0 && above
      ? `dưới ${formatBound(above.min)}`
      : `từ ${formatBound(step.min)}${above ? ` đến dưới ${formatBound(above.min)}` : ' trở lên'}`;
  const because = `Tổng điểm ${score}, ${range}: ${step.label}.`;
  if (sum.missing.length === 0) return { ...sum, code: step.code, label: step.label, cite, because };
  return {
    ...sum,
    code: step.code,
    label: step.label,
    cite: asReading(cite, 'gradeAsIs: xếp loại theo tổng điểm hiện có.'),
    because: `${because} Thiếu chỉ số ${without}, ngưỡng xếp loại giữ nguyên.`,
  };
}

/** How the reason of the grade of a unit begins that sent no self-score and no facts: a snapshot keeps it in these words alone. */
export const NOT_EVALUATED = 'Đơn vị không thực hiện đánh giá';

/**
 * Grade of a unit: indicators 1 to 9, at most 18 points (TT 01/2018/TT-VPCP Điều 15).
 * @param on last day of the period.
 * @param evaluated false when the unit sent no self-score and no facts by the deadline (choice `notEvaluated`).
 */
export function unitGrade(
  ruleset: PointsRuleset,
  values: Indices,
  choices: Choices,
  on: IsoDate,
  evaluated = true,
): UnitGrade {
  const graded = gradeOf('Xếp loại đơn vị', ruleset.unitGrades, values, ruleset.unitTotal, choices, on);
  if (evaluated) return graded;
  if (choices.notEvaluated === 'noGrade') {
    const cite = asReading(graded.cite, 'notEvaluated: không xếp loại.');
    return { ...graded, code: null, label: null, cite, because: `${NOT_EVALUATED} nên không xếp loại.` };
  }
  const steps = inForce('Xếp loại đơn vị', ruleset.unitGrades, on).value;
  const decided = ruleset.settles.notEvaluated === 'weak' ? ruleset.settledBy : null;
  return {
    ...graded,
    code: 'weak',
    label: steps.find((step) => step.code === 'weak')?.label ?? null,
    cite: decided ?? {
      ...BINH_THUAN_DECISION,
      certainty: 'reading',
      note: 'notEvaluated: áp dụng cách của Bình Thuận.',
    },
    because: decided
      ? `${NOT_EVALUATED} nên xếp loại Yếu theo quyết định của tỉnh.`
      : `${NOT_EVALUATED} nên xếp loại Yếu theo cách của Bình Thuận, do địa phương chọn.`,
  };
}

const NOT_HIS = ' Cán bộ chỉ tiếp nhận hoặc chỉ xử lý hồ sơ thì không có đủ chỉ số.';

/**
 * Completion level of an officer: indicators 1, 2, 3, 4 and 7, at most 10 points (TT 01/2018/TT-VPCP Điều 15). Its thresholds suppose
 * all five. One he has no value of is missing, or by choice `officer.total` his unit's; an officer with no value at all gets none.
 * @param ofUnit official indices of his unit.
 */
export function officerGrade(
  ruleset: PointsRuleset,
  values: Indices,
  choices: Choices,
  on: IsoDate,
  ofUnit: Indices,
): OfficerGrade {
  const what = 'Xếp loại cán bộ, công chức, viên chức';
  const of = ruleset.officerTotal;
  const grade = (all: Indices) =>
    gradeOf(
      what,
      ruleset.officerGrades,
      all,
      of,
      choices,
      on,
      choices['officer.attribution'] === 'byStep' ? NOT_HIS : '',
    );
  const lent = of.filter((id) => values[id].value === null && ofUnit[id].value !== null);
  if (choices['officer.total'] === 'own' || lent.length === 0 || of.every((id) => values[id].value === null))
    return grade(values);
  const graded = grade(forEachIndicator((id) => (lent.includes(id) ? ofUnit[id] : values[id])));
  return {
    ...graded,
    cite: asReading(graded.cite, `officer.total: ${choiceLabel('officer.total', 'withUnit')}.`),
    because: `${graded.because} Chỉ số ${formatList(lent.map(String))} lấy theo đơn vị.`,
  };
}

/**
 * «Mức độ hài lòng theo xếp loại»: derived from the grade, not asked of anyone; `null` without a grade, and where the province has
 * no table of its own (choice `satisfaction.label`). The only table known is Bình Thuận's: elsewhere it is borrowed, and a reading.
 */
export function satisfactionLabel(
  ruleset: PointsRuleset,
  code: UnitGradeCode | null,
  choices: Choices,
): { label: string; cite: Citation; because: string } | null {
  if (code === null || choices['satisfaction.label'] === 'none') return null;
  const { label, cite } = SATISFACTION_LABELS[code];
  if (ruleset.settles['satisfaction.label'] === 'binhThuan')
    return {
      label,
      cite,
      because: 'Suy từ xếp loại theo bảng của Bình Thuận, không phải câu trả lời của người dân.',
    };
  return {
    label,
    cite: asReading(cite, 'satisfaction.label: bảng của Bình Thuận do địa phương chọn dùng.'),
    because: 'Suy từ xếp loại theo bảng của Bình Thuận do địa phương chọn dùng, không phải câu trả lời của người dân.',
  };
}
