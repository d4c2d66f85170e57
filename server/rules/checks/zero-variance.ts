import { formatCount } from '../format.ts';
import { ALL_MAXIMUM_TOLERANCE } from './all-maximum.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import { usualOf } from './share-test.ts';

/** So many dossiers computed otherwise before one pattern for all says anything. */
const FEWEST_OTHERWISE = 5;

/** One pattern of points for all dossiers while others were computed. p = every one of those given full points at the usual share. */
export const zeroVariance: Check = {
  id: 'zeroVariance',
  family: 'self',
  asks: ['officer'],
  name: 'Mọi hồ sơ được chấm giống hệt nhau',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: true,
  alpha: null,
  sentence: ({ n, k }) =>
    `${formatCount(n)} hồ sơ được tự chấm giống hệt nhau, trong khi hệ thống tính ${formatCount(k ?? 0)} hồ sơ khác đi.`,
  explanations: ['Cán bộ chỉ nhận một loại thủ tục.', 'Chấm theo mẫu chung của phòng.'],
  judge: ({ units }) => {
    const officers = units.flatMap(({ unit, officers }) =>
      [...officers].map(([officer, { self }]) => ({ about: { unit, officer }, self })),
    );
    const usual = usualOf(
      officers.map(({ self }) => self.max),
      ALL_MAXIMUM_TOLERANCE,
    );
    const outcomes = officers
      .filter(({ self }) => self.patterns.n > 0)
      .map(({ about, self: { patterns } }): Outcome => {
        const { n, alike, otherwise: k } = patterns;
        if (n < SMALLEST_N) return { is: 'few', about, n };
        const bounds = { value: k, low: null, high: null, unit: 'count' } as const;
        const p = alike && k >= FEWEST_OTHERWISE ? (usual / 1000) ** k : 1;
        return { is: 'seen', p, seen: { about, n, k, ...bounds, said: {}, hits: [], evidence: [] } };
      });
    return { usual: null, outcomes };
  },
};
