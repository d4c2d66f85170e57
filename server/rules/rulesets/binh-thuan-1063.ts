import type { Citation, IsoDate } from '../law.ts';
import type { PointsRuleset, UnitGradeCode } from './ruleset.ts';
import { LEVELS, OFFICER_GRADES, TT01_2018, UNIT_GRADES, underDecision, WITHOUT_DISTRICTS } from './tt01-2018.ts';

const FROM: IsoDate = '2019-04-26';

/** The decision's text is not at hand: what it says is read off the results published in 2020 and 2021. */
export const BINH_THUAN_DECISION: Citation = {
  act: 'QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận',
  certainty: 'secondary',
  note: 'Theo kết quả đã công bố năm 2020 và 2021.',
};

const published = (note: string): Citation => ({ ...BINH_THUAN_DECISION, note });

/** Results of 2020 as the national control agency reported them, and of 2021 as the province's centre did. */
const REPORT_2020 = 'Theo bài ngày 15/01/2021 của Cục Kiểm soát thủ tục hành chính về kết quả năm 2020';
const OF_2020 = published(`${REPORT_2020}.`);
const OF_2021 = published('Theo Báo cáo số 25/BC-TTHCC ngày 24/11/2021 về kết quả năm 2021.');

/** How Bình Thuận pairs a grade with a satisfaction label; no national text does. */
export const SATISFACTION_LABELS: Readonly<Record<UnitGradeCode, { readonly label: string; readonly cite: Citation }>> =
  {
    excellent: { label: 'Rất hài lòng', cite: BINH_THUAN_DECISION },
    good: { label: 'Hài lòng', cite: BINH_THUAN_DECISION },
    fair: { label: 'Bình thường', cite: OF_2020 },
    average: {
      label: 'Không hài lòng',
      cite: {
        ...BINH_THUAN_DECISION,
        certainty: 'reading',
        note: 'Cặp duy nhất chưa thấy trong kết quả đã công bố.',
      },
    },
    weak: { label: 'Rất không hài lòng', cite: OF_2020 },
  };

/** Bình Thuận's own application of the circular, only ever by its decision. */
export const BINH_THUAN_1063 = {
  ...TT01_2018,
  id: 'binh-thuan-1063',
  title: 'Chín chỉ số theo cách của Bình Thuận',
  inForce: [],
  from: FROM,
  caveats: [
    {
      text: 'Chưa có toàn văn quyết định của Bình Thuận: phần riêng của tỉnh đọc từ kết quả đã công bố, phần còn lại theo Thông tư 01/2018/TT-VPCP.',
      cite: BINH_THUAN_DECISION,
    },
  ],
  // The labels were published; that the thresholds are the circular's is only consistent with what was.
  unitGrades: underDecision(
    UNIT_GRADES,
    FROM,
    published(
      'Nhãn theo kết quả năm 2020 và 2021; ngưỡng điểm theo Điều 15 TT 01/2018/TT-VPCP, khớp 15,9 điểm xếp loại Xuất sắc năm 2021.',
    ),
  ),
  officerGrades: underDecision(
    OFFICER_GRADES,
    FROM,
    published(
      'Mức 100% và mức từ 70% đến dưới 100% theo kết quả năm 2020; mức dưới 70% và ngưỡng điểm theo Điều 15 TT 01/2018/TT-VPCP.',
    ),
  ),
  levels: [
    ...LEVELS.slice(0, 1),
    { from: FROM, value: ['province', 'district', 'commune'], cite: OF_2020 },
    WITHOUT_DISTRICTS,
  ],
  selfScoreEvery: [{ from: FROM, value: 'quarter', cite: OF_2021 }],
  periods: [
    { from: '2019-12-15', last: '2020-11-20', cite: published(`${REPORT_2020}: thời gian khảo sát.`) },
    { from: '2020-12-01', last: '2021-11-01', cite: OF_2021 },
  ],
  settles: { notEvaluated: 'weak', 'satisfaction.label': 'binhThuan' },
  settledBy: BINH_THUAN_DECISION,
} as const satisfies PointsRuleset;
