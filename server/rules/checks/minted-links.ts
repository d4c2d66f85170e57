import { type Check, SMALLEST_N, type Tolerance } from './check.ts';
import { judgeShares } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { shownCounts } from './shown-counts.ts';
import type { AnswerSums } from './sums.ts';

const TOLERANCE: Tolerance = { floor: 100, cap: 130 };

/** The officer most answers came through the links of, in a list of one; empty where there is none. */
const busiest = (issuers: AnswerSums['issuers']) =>
  [...issuers].sort((a, b) => b.answers - a.answers || (a.officer < b.officer ? -1 : 1)).slice(0, 1);

/** Answers given within two minutes of an officer of the unit making the link, of all answers of the unit. */
export const mintedLinks: Check = {
  id: 'mintedLinks',
  family: 'answers',
  asks: ['unit'],
  name: 'Phiếu trả lời ngay sau khi cán bộ tạo đường dẫn',
  smallestN: SMALLEST_N,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `${countWords(seen)} phiếu của đơn vị được trả lời trong 2 phút sau khi cán bộ tạo đường dẫn (${shareWords(seen)})${usualWords(usual)}.`,
  explanations: [
    'Cán bộ đưa máy cho người dân trả lời ngay tại quầy.',
    'Người dân cần giúp đọc phiếu.',
    'Máy của người dân và của cán bộ dùng chung mạng của cơ quan.',
  ],
  judge: ({ units }, by) =>
    judgeShares(
      units
        .filter(({ answers }) => answers.answers > 0)
        .map(({ unit, answers: { answers, quick, officerLink, sameAddress, addressKnown, issuers } }) => ({
          about: { unit, officer: null },
          k: quick,
          n: answers,
          evidence: shownCounts([
            { label: 'Qua đường dẫn của cán bộ trong đơn vị', n: officerLink, of: answers },
            ...busiest(issuers).map((each) => ({
              label: `Trong đó qua đường dẫn do cán bộ ${each.officer} tạo`,
              n: each.answers,
              of: officerLink,
            })),
            { label: 'Cùng địa chỉ mạng với máy tạo đường dẫn', n: sameAddress, of: addressKnown },
          ]),
        })),
      TOLERANCE,
      'unit',
      by,
    ),
};
