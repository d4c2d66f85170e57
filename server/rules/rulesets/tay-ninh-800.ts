import type { Citation } from '../law.ts';
import type { PointsRuleset } from './ruleset.ts';
import { TT01_2018 } from './tt01-2018.ts';

/** The decision's text is not at hand: what it says is read off the results published in 2020. */
const DECISION: Citation = {
  act: 'QĐ 800/QĐ-UBND ngày 04/4/2019 của UBND tỉnh Tây Ninh',
  certainty: 'secondary',
  note: 'Theo kết quả đã công bố năm 2020.',
};

/** Tây Ninh's own application of the circular, only ever by its decision. */
export const TAY_NINH_800 = {
  ...TT01_2018,
  id: 'tay-ninh-800',
  title: 'Chín chỉ số theo cách của Tây Ninh',
  inForce: [],
  from: '2019-04-04',
  caveats: [
    {
      text: 'Thang ba mức của máy tính bảng có mức thấp nhất là «Bình thường» nên không ghi nhận được sự không hài lòng.',
      cite: DECISION,
    },
  ],
  settledBy: DECISION,
} as const satisfies PointsRuleset;
