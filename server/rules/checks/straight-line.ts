import type { Check } from './check.ts';
import { officerShares } from './officer-shares.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';

const TOLERANCE = { floor: 450, cap: 600 };

/** One point throughout, of the dossiers computed at differing points. */
export const straightLine: Check = {
  id: 'straightLine',
  family: 'self',
  asks: ['officer'],
  name: 'Cho một mức điểm ở mọi chỉ số',
  smallestN: 30,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `Cho cùng một mức điểm ở mọi chỉ số tại ${countWords(seen)} hồ sơ mà hệ thống tính các mức khác nhau (${shareWords(seen)})${usualWords(usual)}.`,
  explanations: ['Hồ sơ đơn giản, các chỉ số gần nhau.', 'Điểm điền sẵn đã được sửa có lý do.'],
  judge: (province, by) =>
    judgeShares(
      officerShares(province, ({ self }) => self.line),
      TOLERANCE,
      'officer',
      by,
    ),
};
