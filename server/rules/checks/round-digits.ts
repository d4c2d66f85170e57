import { formatCount } from '../format.ts';
import { type Check, HITS, SMALLEST_N, type Tolerance } from './check.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';

/** Two of ten last digits are 0 or 5, so one number in five; fixed, for counting is the same everywhere. */
const TOLERANCE: Tolerance = { floor: 350, cap: 350 };

/** Smaller numbers have too few digits for the last one to be free. */
const SMALLEST_NUMBER = 20;

const isRound = (n: number) => n % 5 === 0;

/** Declared numbers that end in 0 or 5, of all from 20 on. */
export const roundDigits: Check = {
  id: 'roundDigits',
  family: 'figures',
  asks: ['unit', 'province'],
  name: 'Số kê khai làm tròn',
  smallestN: SMALLEST_N,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `${countWords(seen)} số kê khai tận cùng bằng 0 hoặc 5 (${shareWords(seen)}); nếu đếm thật thường khoảng 20\u00a0%${usualWords(usual)}.`,
  explanations: ['Số được làm tròn có chủ ý.', 'Số lấy từ chỉ tiêu hoặc kế hoạch giao, vốn là số tròn.'],
  judge: ({ declared }, by) =>
    judgeShares(
      declared.flatMap(({ unit, numbers }) => {
        const counted = numbers.filter((n) => n >= SMALLEST_NUMBER);
        const round = counted.filter(isRound);
        const shown = round.slice(0, HITS).map((n) => formatCount(n));
        const evidence = [{ label: `Tối đa ${HITS} số tận cùng bằng 0 hoặc 5`, value: shown.join('; ') }];
        return counted.length === 0
          ? []
          : [{ about: { unit, officer: null }, k: round.length, n: counted.length, evidence }];
      }),
      TOLERANCE,
      'unit',
      by,
    ),
};
