import type { Citation, IsoDate } from '../law.ts';
import type { Caveat, PointsRuleset } from './ruleset.ts';
import { LEVELS, OFFICER_GRADES, TT01_2018, UNIT_GRADES, underDecision, WITHOUT_DISTRICTS } from './tt01-2018.ts';

const FROM: IsoDate = '2019-04-04';

/** The decision's text is not at hand: what it says is read off the results published in 2020. */
const DECISION: Citation = {
  act: 'QĐ 800/QĐ-UBND ngày 04/4/2019 của UBND tỉnh Tây Ninh',
  certainty: 'secondary',
  note: 'Theo kết quả năm 2020 công bố ngày 02/12/2020.',
};

/** The counter tablets of the provincial centre: 6.053, 971 and 141 of 7.165 answers in 2020. */
export const TABLET_CAVEAT: Caveat = {
  text: 'Thang ba mức của máy tính bảng có mức thấp nhất là «Bình thường» nên không ghi nhận được sự không hài lòng.',
  cite: {
    ...DECISION,
    note: 'Theo kết quả năm 2020 công bố ngày 02/12/2020: rất hài lòng 6.053, hài lòng 971, bình thường 141 trong 7.165 lượt.',
  },
};

const withNote = (note: string): Citation => ({ ...DECISION, note });

/** No grade of Tây Ninh was seen published: that it grades as the circular does is taken from the nine indicators it names. */
const GRADES_OF_CIRCULAR = withNote(
  'Theo kết quả năm 2020 công bố theo chín chỉ số; chưa thấy văn bản quyết định, mức và ngưỡng điểm lấy theo Điều 15 TT 01/2018/TT-VPCP.',
);

/** Tây Ninh's own application of the circular, only ever by its decision; its published results name the same nine indicators. */
export const TAY_NINH_800 = {
  ...TT01_2018,
  id: 'tay-ninh-800',
  title: 'Chín chỉ số theo cách của Tây Ninh',
  inForce: [],
  from: FROM,
  caveats: [
    TABLET_CAVEAT,
    {
      text: 'Chưa có toàn văn quyết định của Tây Ninh: điểm và ngưỡng xếp loại theo Thông tư 01/2018/TT-VPCP.',
      cite: DECISION,
    },
  ],
  unitGrades: underDecision(UNIT_GRADES, FROM, GRADES_OF_CIRCULAR),
  officerGrades: underDecision(OFFICER_GRADES, FROM, GRADES_OF_CIRCULAR),
  levels: [
    ...LEVELS.slice(0, 1),
    {
      from: FROM,
      value: ['province', 'district', 'commune'],
      cite: withNote('Theo kết quả năm 2020: huyện và xã lấy phiếu giấy, trung tâm của tỉnh dùng máy tính bảng.'),
    },
    WITHOUT_DISTRICTS,
  ],
  settledBy: DECISION,
} as const satisfies PointsRuleset;
