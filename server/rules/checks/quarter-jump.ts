import { formatCount, formatHundredths, formatPercent } from '../format.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import { logRatio, ratioInterval } from './log-ratio.ts';
import { median } from './median.ts';
import type { ProvinceSums } from './sums.ts';

/** With fewer units to compare, how far they usually move cannot be told. */
const SMALLEST_UNITS = 30;

/** Stricter than the shared level: the spread of the others is itself only estimated. */
const ALPHA = 0.0001;

/** Overdue dossiers needed in the period before for a fall to mean anything. */
const SMALLEST_BEFORE = 5;

/** Standard deviation of a normal distribution by its median absolute deviation. */
const OF_DEVIATION = 1.4826;

interface Moved {
  readonly unit: string;
  readonly now: { readonly k: number; readonly n: number };
  readonly past: { readonly k: number; readonly n: number };
}

function movesOf({ units, before }: ProvinceSums): Moved[] {
  const past = new Map((before ?? []).map((each) => [each.unit, { k: each.overdue, n: each.finished }]));
  return units.flatMap(({ unit, dates: { overdue, finished } }) => {
    const was = past.get(unit);
    return was && finished > 0 ? [{ unit, now: { k: overdue, n: finished }, past: was }] : [];
  });
}

// Half a dossier more on both sides, so that none overdue is a very small share and not no number.
const half = ({ k, n }: Moved['now']) => ({ k: k + 1 / 2, n: n + 1 / 2 });

/** Whether the overdue share of a unit fell from one period to the next by far more than those of the others. */
export const quarterJump: Check = {
  id: 'quarterJump',
  family: 'figures',
  asks: ['unit'],
  name: 'Tỷ lệ quá hạn giảm đột ngột so với kỳ trước',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: false,
  alpha: ALPHA,
  sentence: ({ n, value, said: { overdue = 0, pastOverdue = 0, pastFinished = 0, middle = 0 } }) =>
    `Tỷ lệ quá hạn từ ${formatPercent(pastOverdue, pastFinished)} (${formatCount(pastOverdue)}/${formatCount(pastFinished)}) xuống ${formatPercent(overdue, n)} (${formatCount(overdue)}/${formatCount(n)}), bằng ${formatHundredths(value)} lần kỳ trước; mức giữa của tỉnh: ${formatHundredths(middle)} lần.`,
  explanations: [
    'Đơn vị được sáp nhập hoặc tăng người.',
    'Đơn vị đổi phần mềm.',
    'Thủ tục hoặc thời hạn giải quyết thay đổi.',
  ],
  judge: (province, by) => {
    const moves = movesOf(province);
    const enough = moves
      .filter(({ now, past }) => now.n >= SMALLEST_N && past.n >= SMALLEST_N && past.k >= SMALLEST_BEFORE)
      .map((move) => ({ ...move, ...logRatio(half(move.now), half(move.past)) }));
    const middle = median(enough.map(({ log }) => log)) ?? 0;
    const spread = OF_DEVIATION * (median(enough.map(({ log }) => Math.abs(log - middle))) ?? 0);
    const found = new Map(enough.map((move) => [move.unit, move]));
    const outcomes = moves.map(({ unit, now, past }): Outcome => {
      const move = found.get(unit);
      const about = { unit, officer: null };
      if (!move || enough.length < SMALLEST_UNITS) return { is: 'few', about, n: now.n };
      const evidence = [
        { label: 'Kỳ trước: quá hạn trên đã có kết quả', value: `${formatCount(past.k)}/${formatCount(past.n)}` },
        { label: 'Kỳ này: quá hạn trên đã có kết quả', value: `${formatCount(now.k)}/${formatCount(now.n)}` },
      ];
      const said = {
        overdue: now.k,
        pastOverdue: past.k,
        pastFinished: past.n,
        middle: Math.round(100 * Math.exp(middle)),
      };
      const seen = {
        about,
        n: now.n,
        k: null,
        ...ratioInterval(move),
        unit: 'ratio' as const,
        said,
        hits: [],
        evidence,
      };
      return { is: 'seen', seen, p: by.normalTail((middle - move.log) / Math.hypot(move.error, spread)) };
    });
    return { usual: null, outcomes };
  },
};
