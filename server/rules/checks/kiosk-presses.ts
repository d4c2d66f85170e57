import { type Check, SMALLEST_N, type Tolerance } from './check.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { shownCounts } from './shown-counts.ts';

const TOLERANCE: Tolerance = { floor: 50, cap: 90 };

/** Presses on the tablets of a unit that were put aside: outside its hours, or too soon after the one before. */
export const kioskPresses: Check = {
  id: 'kioskPresses',
  family: 'answers',
  asks: ['unit'],
  name: 'Lượt bấm bất thường trên máy ở quầy',
  smallestN: SMALLEST_N,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `${countWords(seen)} lượt bấm máy ở quầy là ngoài giờ hoặc quá gần lượt trước (${shareWords(seen)})${usualWords(usual)}. Các lượt này đã không được tính.`,
  explanations: ['Người dùng bấm hai lần.', 'Quầy mở ngoài giờ đã báo nhưng máy chưa đặt lại giờ.', 'Trẻ em bấm chơi.'],
  judge: ({ units }, by) =>
    judgeShares(
      units
        .filter(({ answers }) => answers.presses > 0)
        .map(({ unit, answers: { presses, outsideHours, tooSoon } }) => ({
          about: { unit, officer: null },
          k: outsideHours + tooSoon,
          n: presses,
          evidence: shownCounts([
            { label: 'Ngoài giờ mở cửa', n: outsideHours, of: presses },
            { label: 'Quá gần lượt trước', n: tooSoon, of: presses },
          ]),
        })),
      TOLERANCE,
      'unit',
      by,
    ),
};
