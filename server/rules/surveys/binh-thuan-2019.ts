import { choice } from './choice.ts';
import type { Survey } from './survey.ts';

const SHORTER_EQUAL_LONGER = { shorter: { points: 20 }, equal: { points: 10 }, longer: { points: 0 } };

/**
 * The form used in Bình Thuận in 2019–2021, as complained about: its options carry the points of TT 01/2018/TT-VPCP
 * Điều 13. Codes never meet those of later forms: "1 lần" here is not "1 lần" there. The wording of questions 1, 2, 6–9
 * is rebuilt from the circular, because the decision's own text is not at hand.
 */
export const binhThuan2019 = {
  id: 'binh-thuan-2019',
  version: 1,
  from: '2019-04-26',
  cite: {
    act: 'QĐ 1063/QĐ-UBND (Bình Thuận, 26/4/2019)',
    certainty: 'recalled',
    note: 'Câu 3, 4 theo báo cáo năm 2021 của Bình Thuận; các câu khác dựng lại từ Điều 13 TT 01/2018/TT-VPCP.',
  },
  questions: [
    choice('l1', SHORTER_EQUAL_LONGER, { indicator: 1 }),
    choice('l2', SHORTER_EQUAL_LONGER, { indicator: 2 }),
    choice('l3', { none: { points: 20 }, one: { points: 10 }, many: { points: 0 } }, { indicator: 3 }),
    choice('l4', { none: { points: 20 }, one: { points: 10 }, many: { points: 0 } }, { indicator: 4 }),
    choice('l6', { both: { points: 20 }, one: { points: 10 }, faulty: { points: 0 } }, { indicator: 6 }),
    choice('l7', { early: { points: 20 }, onTime: { points: 10 }, petition: { points: 0 } }, { indicator: 7 }),
    choice('l8', { all: { points: 20 }, most: { points: 10 }, few: { points: 0 } }, { indicator: 8 }),
    choice('l9', { full: { points: 20 }, part: { points: 10 }, low: { points: 0 } }, { indicator: 9 }),
  ],
  stages: { returned: ['l1', 'l2', 'l3', 'l4', 'l6', 'l7', 'l8', 'l9'] },
  satisfaction: null,
  misread: {
    answers: [
      { question: 'l3', option: 'one', indicator: 3 },
      { question: 'l4', option: 'one', indicator: 4 },
    ],
    cite: {
      act: 'Báo cáo số 25/BC-TTHCC ngày 24/11/2021 của Trung tâm Hành chính công Bình Thuận',
      certainty: 'secondary',
      note: 'Hầu hết người trả lời đánh vào ô 1 lần dù chỉ đến nộp và không phải hoàn thiện gì.',
    },
  },
} as const satisfies Survey;
