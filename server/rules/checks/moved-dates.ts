import { formatCount } from '../format.ts';
import type { Check } from './check.ts';
import { judgeShares, type Share } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { codesOf } from './sums/tally.ts';
import type { MovedSums, ProvinceSums } from './sums.ts';

/** The floor is low enough for a fifth of 60 to stand out: good offices have few overdue dossiers to judge by (`npm run checks`). */
const TOLERANCE = { floor: 50, cap: 120 };

function sharesOf({ units }: ProvinceSums): Share[] {
  return units.flatMap(({ unit, dates, officers }) => {
    const subjects: [string | null, MovedSums][] = [
      [null, dates],
      ...[...officers].map(([officer, sums]): [string, MovedSums] => [officer, sums.dates]),
    ];
    return subjects.flatMap(([officer, { moved, unclear }]) => {
      const share = { k: moved.k, n: moved.n, said: { unclear }, hits: codesOf(moved) };
      return moved.n === 0 ? [] : [{ about: { unit, officer }, ...share }];
    });
  });
}

const unclearWords = (unclear: number) =>
  unclear === 0 ? '' : ` ${formatCount(unclear)} hồ sơ không rõ đổi lúc nào, không tính.`;

/** The promised date set anew after it had passed, of the dossiers past their first one. An officer = the main processor then. */
export const movedDates: Check = {
  id: 'movedDates',
  family: 'dates',
  asks: ['officer', 'unit'],
  name: 'Đổi ngày hẹn sau khi đã quá hạn',
  smallestN: 30,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `Ngày hẹn bị đổi sau khi đã quá hạn ở ${countWords(seen)} hồ sơ quá hạn (${shareWords(seen)})${usualWords(usual)}.${unclearWords(seen.said.unclear ?? 0)}`,
  explanations: [
    'Hẹn lại đúng quy định nhưng ghi vào phần mềm muộn.',
    'Sửa ngày đã nhập sai, hoặc tính lại thời hạn sau khi bổ sung hồ sơ.',
    'Người đổi có thể không phải là cán bộ xử lý chính: phần mềm không ghi ai đã đổi.',
  ],
  judge: (province, by) => judgeShares(sharesOf(province), TOLERANCE, 'unit', by),
};
