import type { Check } from './check.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { codesOf } from './sums/tally.ts';

const TOLERANCE = { floor: 100, cap: 150 };

/** Dossier codes whose day is not that of receipt; online ones handed in after hours are in no count. */
export const receiptDate: Check = {
  id: 'receiptDate',
  family: 'dates',
  asks: ['unit'],
  name: 'Ngày trong mã khác ngày tiếp nhận',
  smallestN: 30,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `Ngày trong mã hồ sơ khác ngày tiếp nhận ở ${countWords(seen)} hồ sơ (${shareWords(seen)})${usualWords(usual)}.`,
  explanations: [
    'Hồ sơ nộp trực tuyến ngoài giờ, tiếp nhận vào ngày làm việc sau.',
    'Mã hồ sơ do một phần mềm khác cấp.',
  ],
  judge: ({ units }, by) => {
    const held = units.filter(({ dates }) => dates.receipt.n > 0);
    const shares = held.map(({ unit, dates: { receipt } }) => ({
      about: { unit, officer: null },
      k: receipt.k,
      n: receipt.n,
      hits: codesOf(receipt),
    }));
    return judgeShares(shares, TOLERANCE, 'unit', by);
  },
};
