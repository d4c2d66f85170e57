import type { Citation } from '../law.ts';
import type { PointsRuleset, UnitGradeCode } from './ruleset.ts';
import { OFFICER_GRADES, TT01_2018, UNIT_GRADES } from './tt01-2018.ts';

/** The decision's text is not at hand: what it says is read off the results published in 2020 and 2021. */
export const BINH_THUAN_DECISION: Citation = {
  act: 'QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận',
  certainty: 'secondary',
  note: 'Theo kết quả đã công bố năm 2020 và 2021.',
};

/** How Bình Thuận pairs a grade with a satisfaction label; no national text does. */
export const SATISFACTION_LABELS: Readonly<Record<UnitGradeCode, { readonly label: string; readonly cite: Citation }>> =
  {
    excellent: { label: 'Rất hài lòng', cite: BINH_THUAN_DECISION },
    good: { label: 'Hài lòng', cite: BINH_THUAN_DECISION },
    fair: { label: 'Bình thường', cite: BINH_THUAN_DECISION },
    average: {
      label: 'Không hài lòng',
      cite: {
        ...BINH_THUAN_DECISION,
        certainty: 'reading',
        note: 'Cặp duy nhất chưa thấy trong kết quả đã công bố.',
      },
    },
    weak: { label: 'Rất không hài lòng', cite: BINH_THUAN_DECISION },
  };

/** Bình Thuận's own application of the circular, only ever by its decision. */
export const BINH_THUAN_1063 = {
  ...TT01_2018,
  id: 'binh-thuan-1063',
  title: 'Chín chỉ số theo cách của Bình Thuận',
  inForce: [],
  from: '2019-04-26',
  caveats: [],
  unitGrades: UNIT_GRADES,
  officerGrades: OFFICER_GRADES,
  settles: { notEvaluated: 'weak', 'satisfaction.label': 'binhThuan' },
  settledBy: BINH_THUAN_DECISION,
} as const satisfies PointsRuleset;
