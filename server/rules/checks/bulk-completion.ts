import { formatCount } from '../format.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import type { Distributions } from './distributions.ts';
import { minuteWords } from './local-minute.ts';
import { codesOf, emptyTally } from './sums/tally.ts';
import type { UnitDateSums } from './sums.ts';

/** Fewer overdue dossiers in one minute are never asked about. */
export const FEWEST_OVERDUE = 25;
const DAY_MINUTES = 1440;
/** A day whose results stand to four fifths on the first or last minute of a session was written down without hours. */
const EDGE_SHARE = 0.8;
const [LEAST_SHARE, MOST_SHARE] = [0.3, 0.6];

/**
 * The minute that is hardest to explain. p: as many overdue ones among its results when each is overdue with twice the unit's own
 * share, at least 30 and at most 60 %; times the days with results, for so many batches were looked at.
 */
function worstMinute(dates: UnitDateSums, by: Distributions) {
  const share = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, (2 * dates.overdue) / Math.max(1, dates.finished)));
  const timed = [...dates.overdueMinutes].filter(([minute]) => {
    const day = dates.days.get(Math.floor(minute / DAY_MINUTES));
    return day && day.onEdge <= EDGE_SHARE * day.all;
  });
  const minutes = timed.map(([minute, late]) => {
    const all = dates.minutes.get(minute) ?? late.k;
    const tail = late.k >= FEWEST_OVERDUE ? by.binomialTail(late.k, all, share) * dates.days.size : 1;
    return { minute, late, all, p: Math.min(1, tail) };
  });
  const [worst] = minutes.sort((a, b) => a.p - b.p || b.late.k - a.late.k || a.minute - b.minute);
  return worst ?? { minute: 0, late: emptyTally(), all: 0, p: 1 };
}

/** Many overdue dossiers given their result in one and the same minute. */
export const bulkCompletion: Check = {
  id: 'bulkCompletion',
  family: 'dates',
  asks: ['unit'],
  name: 'Hoàn thành hàng loạt hồ sơ quá hạn',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: true,
  alpha: null,
  sentence: ({ k, n, said }) =>
    `${formatCount(k ?? 0)} hồ sơ quá hạn được chuyển hoàn thành trong cùng một phút, ${minuteWords(said.minute ?? 0)} (cả phút đó ${formatCount(said.all ?? 0)} hồ sơ, cả kỳ ${formatCount(n)} hồ sơ).`,
  explanations: [
    'Ký số theo lô cuối ngày.',
    'Chuyển dữ liệu từ phần mềm cũ.',
    'Phần mềm nguồn chỉ ghi ngày, không ghi giờ.',
  ],
  judge: ({ units }, by) => ({
    usual: null,
    outcomes: units.flatMap(({ unit, dates }): Outcome[] => {
      const about = { unit, officer: null };
      const n = dates.finished;
      if (n === 0) return [];
      if (n < SMALLEST_N) return [{ is: 'few', about, n }];
      const { minute, late, all, p } = worstMinute(dates, by);
      const evidence = [
        { label: 'Phút', value: minuteWords(minute) },
        { label: 'Hồ sơ quá hạn trong phút đó', value: formatCount(late.k) },
        { label: 'Mọi hồ sơ trong phút đó', value: formatCount(all) },
      ];
      const bounds = { value: late.k, low: null, high: null, unit: 'count' } as const;
      const seen = { about, n, k: late.k, ...bounds, said: { minute, all }, hits: codesOf(late), evidence };
      return [{ is: 'seen', p, seen }];
    }),
  }),
};
