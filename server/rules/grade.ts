import { type Indices, type Total, totalOf } from './aggregate.ts';
import type { Choices } from './choices.ts';
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
): Grade<Code> {
  const { value: steps, cite } = inForce(what, history, on);
  const sum = totalOf(values, of, inForce('Điểm của các chỉ số', STEPS, on).value.best, choices);
  const none = { ...sum, code: null, label: null, cite };
  const { total } = sum;
  if (total === null) return { ...none, because: 'Chưa có chỉ số nào đủ dữ liệu nên chưa xếp loại.' };
  const score = formatScore(total, sum.max);
  const without = formatList(sum.missing.map(String));
  if (sum.missing.length > 0 && choices.gradeAsIs === 'no')
    return { ...none, because: `Tổng điểm ${score}, chưa đủ chỉ số (thiếu ${without}) nên chưa xếp loại.` };

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
    cite: { ...cite, certainty: 'reading', note: 'gradeAsIs: xếp loại theo tổng điểm hiện có.' },
    because: `${because} Thiếu chỉ số ${without}, ngưỡng xếp loại giữ nguyên.`,
  };
}

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
    const cite: Citation = { ...graded.cite, certainty: 'reading', note: 'notEvaluated: không xếp loại.' };
    return { ...graded, code: null, label: null, cite, because: 'Đơn vị không thực hiện đánh giá nên không xếp loại.' };
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
      ? 'Đơn vị không thực hiện đánh giá nên xếp loại Yếu theo quyết định của tỉnh.'
      : 'Đơn vị không thực hiện đánh giá nên xếp loại Yếu theo cách của Bình Thuận, do địa phương chọn.',
  };
}

/** Completion level of an officer: indicators 1, 2, 3, 4 and 7, at most 10 points (TT 01/2018/TT-VPCP Điều 15). */
export function officerGrade(ruleset: PointsRuleset, values: Indices, choices: Choices, on: IsoDate): OfficerGrade {
  const what = 'Xếp loại cán bộ, công chức, viên chức';
  return gradeOf(what, ruleset.officerGrades, values, ruleset.officerTotal, choices, on);
}

/**
 * «Mức độ hài lòng theo xếp loại»: derived from the grade, not asked of anyone; `null` without a grade, and where the province has
 * no table of its own (choice `satisfaction.label`).
 */
export function satisfactionLabel(
  code: UnitGradeCode | null,
  choices: Choices,
): { label: string; cite: Citation; because: string } | null {
  if (code === null || choices['satisfaction.label'] === 'none') return null;
  return {
    ...SATISFACTION_LABELS[code],
    because: 'Suy từ xếp loại theo bảng của địa phương, không phải câu trả lời của người dân.',
  };
}
