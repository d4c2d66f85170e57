import { type Indices, type Total, totalOf } from './aggregate.ts';
import type { Choices } from './choices.ts';
import type { IndicatorId } from './finding.ts';
import { formatBound, formatList, formatScore } from './format.ts';
import { type Citation, type Dated, type IsoDate, inForce } from './law.ts';
import {
  type GradeStep,
  OFFICER_GRADES,
  type OfficerGradeCode,
  STEPS,
  TT01_2018,
  UNIT_GRADES,
  type UnitGradeCode,
} from './rulesets/tt01-2018.ts';

/** The rule that pairs grades with satisfaction and grades a unit that did not evaluate; known from its published results. */
const BINH_THUAN: Citation = {
  act: 'QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận',
  certainty: 'secondary',
  note: 'Theo kết quả đã công bố năm 2020 và 2021.',
};

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
  history: Dated<readonly GradeStep<Code>[]>,
  values: Indices,
  of: readonly IndicatorId[],
  choices: Choices,
  on: IsoDate,
): Grade<Code> {
  const { value: steps, cite } = inForce(what, history, on);
  const sum = totalOf(values, of, inForce('Điểm của các chỉ số', STEPS, on).value.best);
  const none = { ...sum, code: null, label: null, cite };
  if (sum.total === null) return { ...none, because: 'Chưa có chỉ số nào đủ dữ liệu nên chưa xếp loại.' };
  const score = formatScore(sum.total, sum.max);
  const without = formatList(sum.missing.map(String));
  if (sum.missing.length > 0 && choices.gradeAsIs === 'no')
    return { ...none, because: `Tổng điểm ${score}, chưa đủ chỉ số (thiếu ${without}) nên chưa xếp loại.` };

  const index = steps.findIndex((step) => sum.total !== null && sum.total >= step.min);
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
export function unitGrade(values: Indices, choices: Choices, on: IsoDate, evaluated = true): UnitGrade {
  const graded = gradeOf('Xếp loại đơn vị', UNIT_GRADES, values, TT01_2018.unitTotal, choices, on);
  if (evaluated) return graded;
  if (choices.notEvaluated === 'noGrade') {
    const cite: Citation = { ...graded.cite, certainty: 'reading', note: 'notEvaluated: không xếp loại.' };
    return { ...graded, code: null, label: null, cite, because: 'Đơn vị không thực hiện đánh giá nên không xếp loại.' };
  }
  const weak = inForce('Xếp loại đơn vị', UNIT_GRADES, on).value.find((step) => step.code === 'weak');
  return {
    ...graded,
    code: 'weak',
    label: weak?.label ?? null,
    cite: BINH_THUAN,
    because: 'Đơn vị không thực hiện đánh giá nên xếp loại Yếu theo quy định của địa phương.',
  };
}

/** Grade of an officer: indicators 1, 2, 3, 4 and 7, at most 10 points (TT 01/2018/TT-VPCP Điều 15). */
export function officerGrade(values: Indices, choices: Choices, on: IsoDate): OfficerGrade {
  return gradeOf('Xếp loại cán bộ, công chức, viên chức', OFFICER_GRADES, values, TT01_2018.officerTotal, choices, on);
}

/** How Bình Thuận pairs a grade with a satisfaction label; no national text does. */
const SATISFACTION: Readonly<Record<UnitGradeCode, { label: string; cite: Citation }>> = {
  excellent: { label: 'Rất hài lòng', cite: BINH_THUAN },
  good: { label: 'Hài lòng', cite: BINH_THUAN },
  fair: { label: 'Bình thường', cite: BINH_THUAN },
  average: {
    label: 'Không hài lòng',
    cite: { ...BINH_THUAN, certainty: 'reading', note: 'Cặp duy nhất chưa thấy trong kết quả đã công bố.' },
  },
  weak: { label: 'Rất không hài lòng', cite: BINH_THUAN },
};

/** «Mức độ hài lòng theo xếp loại»: derived from the grade, not asked of anyone; `null` without a grade. */
export function satisfactionLabel(
  code: UnitGradeCode | null,
): { label: string; cite: Citation; because: string } | null {
  if (code === null) return null;
  return {
    ...SATISFACTION[code],
    because: 'Suy từ xếp loại theo bảng của địa phương, không phải câu trả lời của người dân.',
  };
}
