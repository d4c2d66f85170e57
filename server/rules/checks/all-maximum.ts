import type { Check } from './check.ts';
import { officerShares } from './officer-shares.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';

export const ALL_MAXIMUM_TOLERANCE = { floor: 400, cap: 550 };

/** Full points throughout, of the dossiers computed below them. */
export const allMaximum: Check = {
  id: 'allMaximum',
  family: 'self',
  asks: ['officer'],
  name: 'Cho điểm tối đa mọi chỉ số',
  smallestN: 30,
  tolerance: ALL_MAXIMUM_TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `Cho điểm tối đa mọi chỉ số tại ${countWords(seen)} hồ sơ mà hệ thống tính thấp hơn (${shareWords(seen)})${usualWords(usual)}.`,
  explanations: ['Dữ liệu của hệ thống thiếu hoặc được nhập sau.', 'Cán bộ có minh chứng cho từng hồ sơ.'],
  judge: (province, by) =>
    judgeShares(
      officerShares(province, ({ self }) => self.max),
      ALL_MAXIMUM_TOLERANCE,
      'officer',
      by,
    ),
};
