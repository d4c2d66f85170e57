import { formatTenths } from '../format.ts';
import type { Check } from './check.ts';
import { judgeShares, type Share } from './share-test.ts';
import { countWords, shareWords, usualWords } from './share-words.ts';
import { codesOf, pooled } from './sums/tally.ts';
import type { ProvinceSums, SelfSums } from './sums.ts';

/** Lower than twice the middle of ordinary offices would be: with 30 dossiers half of them inflated has to stand out (`npm run checks`). */
const TOLERANCE = { floor: 150, cap: 200 };

const meanOf = (sums: readonly SelfSums[]) => {
  const sum = sums.reduce((total, { difference }) => total + difference.sum, 0);
  return Math.round(
    sum /
      Math.max(
        1,
        sums.reduce((total, { difference }) => total + difference.n, 0),
      ),
  );
};

function sharesOf({ units }: ProvinceSums): Share[] {
  return units.flatMap(({ unit, officers }) => {
    const subjects = [
      { officer: null, sums: [...officers.values()].map(({ self }) => self) },
      ...[...officers].map(([officer, { self }]) => ({ officer, sums: [self] })),
    ];
    return subjects.flatMap(({ officer, sums }) => {
      const tally = pooled(sums.map(({ above }) => above));
      const share = { k: tally.k, n: tally.n, said: { mean: meanOf(sums) }, hits: codesOf(tally) };
      return tally.n === 0 ? [] : [{ about: { unit, officer }, ...share }];
    });
  });
}

/** Scored above the computed points by half a point or more, of the dossiers that leave that much room. */
export const selfAbove: Check = {
  id: 'selfAbove',
  family: 'self',
  asks: ['officer', 'unit'],
  name: 'Tự chấm cao hơn hệ thống',
  smallestN: 30,
  tolerance: TOLERANCE,
  rule: false,
  alpha: null,
  sentence: (seen, usual) =>
    `Tự chấm cao hơn hệ thống từ 0,5 điểm ở ${countWords(seen)} hồ sơ có thể chấm cao hơn (${shareWords(seen)})${usualWords(usual)}. Chênh trung bình ${formatTenths(seen.said.mean ?? null, 'vi', true)} điểm một chỉ số.`,
  explanations: [
    'Ngày có kết quả được nhập vào phần mềm muộn.',
    'Hồ sơ được hẹn lại đúng quy định.',
    'Lịch nghỉ của đơn vị khác lịch chung.',
  ],
  judge: (province, by) => judgeShares(sharesOf(province), TOLERANCE, 'officer', by),
};
