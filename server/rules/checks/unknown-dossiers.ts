import { type Check, SMALLEST_N, type Tolerance } from './check.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { shownCounts } from './shown-counts.ts';

const TOLERANCE: Tolerance = { floor: 50, cap: 100 };

/** Answers tied to a dossier code that the system does not hold, of all answers tied to a code. */
export const unknownDossiers: Check = {
  id: 'unknownDossiers',
  family: 'answers',
  asks: ['unit'],
  name: 'Phiếu của hồ sơ chưa có trên hệ thống',
  smallestN: SMALLEST_N,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `${countWords(seen)} phiếu gắn với mã hồ sơ chưa có trên hệ thống (${shareWords(seen)})${usualWords(usual)}.`,
  explanations: ['Hồ sơ chưa được nhập vào hệ thống.', 'Gõ nhầm mã khi tạo đường dẫn.'],
  judge: ({ units }, by) =>
    judgeShares(
      units
        .filter(({ answers }) => answers.linked > 0)
        .map(({ unit, answers: { answers, linked, unknown } }) => ({
          about: { unit, officer: null },
          k: unknown,
          n: linked,
          evidence: shownCounts([{ label: 'Phiếu có mã hồ sơ', n: linked, of: answers }]),
        })),
      TOLERANCE,
      'unit',
      by,
    ),
};
