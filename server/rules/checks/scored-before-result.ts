import type { Check } from './check.ts';
import { officerShares } from './officer-shares.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';

const TOLERANCE = { floor: 50, cap: 100 };

/** Scored before the result, as its date stands today. */
export const scoredBeforeResult: Check = {
  id: 'scoredBeforeResult',
  family: 'self',
  asks: ['officer'],
  name: 'Tự chấm trước khi có kết quả',
  smallestN: 30,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `Tự chấm trước khi có kết quả ở ${countWords(seen)} hồ sơ (${shareWords(seen)})${usualWords(usual)}.`,
  explanations: ['Ngày có kết quả được sửa về sau.', 'Giờ trên máy của cán bộ sai.'],
  judge: (province, by) =>
    judgeShares(
      officerShares(province, ({ self }) => self.early),
      TOLERANCE,
      'officer',
      by,
    ),
};
