import { type Check, SMALLEST_N, type Tolerance } from './check.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { isShown, shownCounts } from './shown-counts.ts';
import type { AnswerSums } from './sums.ts';

const TOLERANCE: Tolerance = { floor: 50, cap: 90 };

/** The tablet most presses were put aside on, in a list of one; empty where there is none. */
const oddest = (tablets: AnswerSums['tablets']) =>
  [...tablets].sort((a, b) => b.aside - a.aside || (a.counter < b.counter ? -1 : 1)).slice(0, 1);

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
        .map(({ unit, answers: { presses, outsideHours, tooSoon, tablets } }) => ({
          about: { unit, officer: null },
          k: outsideHours + tooSoon,
          n: presses,
          evidence: shownCounts([
            { label: 'Ngoài giờ mở cửa', n: outsideHours, of: presses },
            { label: 'Quá gần lượt trước', n: tooSoon, of: presses },
            ...oddest(tablets)
              // Beside the numbers of the unit this one tells those of its other tablets.
              .filter(({ aside }) => isShown(aside, outsideHours + tooSoon))
              .map(({ counter, aside, presses: all }) => ({ label: `Trên máy ở ${counter}`, n: aside, of: all })),
          ]),
        })),
      TOLERANCE,
      'unit',
      by,
    ),
};
