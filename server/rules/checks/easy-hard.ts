import { formatCount, formatHundredths } from '../format.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import { logRatio, type RatioSide, ratioInterval } from './log-ratio.ts';
import { median } from './median.ts';
import { isShown, SMALLEST_CELL } from './shown-counts.ts';
import type { UnitSums } from './sums.ts';

/** Quick procedures are answered more often anyway: 1,5 times the middle unit, but taken as usual from 1,5 up to 2 times. */
const TIMES_MEDIAN = 1.5;
const FLOOR = 1.5;
const CAP = 2;

/** `few`: so few answered on the side of long procedures that it counts as the most that is not printed. */
interface Sides {
  readonly easy: RatioSide;
  readonly hard: RatioSide;
  readonly few: boolean;
}

type SideSums = UnitSums['answers']['easy'];
const sideOf = ({ answers, dossiers }: SideSums): RatioSide => ({ k: answers, n: dossiers });
const isPrinted = ({ answers, dossiers }: SideSums) => answers < dossiers && isShown(answers, dossiers);

/**
 * Both shares, or `null` where one of their four counts would be too small to print. Of enough dossiers of long procedures hardly any
 * of which was answered, too: otherwise whoever invites the quick ones alone would not be asked. They are taken as one answer fewer than
 * is printed, the most favourable number for the unit, which gives away no smaller one.
 */
function sidesOf({ answers: { easy, hard } }: UnitSums): Sides | null {
  if (easy.answers + hard.answers < SMALLEST_N || !isPrinted(easy)) return null;
  if (hard.answers < SMALLEST_CELL && hard.dossiers >= SMALLEST_N)
    return { easy: sideOf(easy), hard: { k: SMALLEST_CELL - 1, n: hard.dossiers }, few: true };
  return isPrinted(hard) ? { easy: sideOf(easy), hard: sideOf(hard), few: false } : null;
}

const counts = ({ k, n }: RatioSide) => `${formatCount(k)}/${formatCount(n)}`;
const fewCounts = ({ k, n }: RatioSide) => `dưới ${formatCount(k + 1)}/${formatCount(n)}`;

/** Whether dossiers of quick procedures bring more answers than those of long ones, beyond what is usual in the province. */
export const easyHard: Check = {
  id: 'easyHard',
  family: 'answers',
  asks: ['unit'],
  name: 'Mời trả lời nhiều hơn ở thủ tục nhanh',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: false,
  alpha: null,
  sentence: ({ value, low, high, said: { a = 0, b = 0, c = 0, d = 0, usual = 0 } }) => {
    const times = `${high === null ? 'ít nhất ' : ''}${formatHundredths(value)} lần`;
    const bounds =
      high === null ? `từ ${formatHundredths(low)}` : `[${formatHundredths(low)}; ${formatHundredths(high)}]`;
    const hard = (high === null ? fewCounts : counts)({ k: c, n: d });
    return `Hồ sơ thủ tục nhanh có phiếu nhiều gấp ${times} hồ sơ thủ tục dài (${bounds}; ${counts({ k: a, n: b })} và ${hard}); thường gặp dưới ${formatHundredths(usual)} lần.`;
  },
  explanations: [
    'Thủ tục nhanh trả kết quả tại chỗ nên dễ mời trả lời.',
    'Hồ sơ dài chưa trả kết quả nên chưa ai được mời.',
  ],
  judge: ({ units }, by) => {
    const asked = units
      .filter(({ answers: { easy, hard } }) => easy.answers + hard.answers > 0)
      .map((unit) => ({ unit, sides: sidesOf(unit) }));
    const logs = asked.flatMap(({ sides }) => (sides && !sides.few ? [logRatio(sides.easy, sides.hard).log] : []));
    const usual = Math.min(CAP, Math.max(FLOOR, TIMES_MEDIAN * Math.exp(median(logs) ?? 0)));
    const outcomes = asked.map(({ unit: sums, sides }): Outcome => {
      const { unit, answers } = sums;
      const about = { unit, officer: null };
      if (!sides) return { is: 'few', about, n: answers.easy.answers + answers.hard.answers };
      const { easy, hard, few } = sides;
      const n = easy.k + hard.k;
      const ratio = logRatio(easy, hard);
      const interval = ratioInterval(ratio);
      // Fewer answers than the bound only make the ratio greater: it has no upper end.
      const measured = few ? { ...interval, high: null } : interval;
      const said = { a: easy.k, b: easy.n, c: hard.k, d: hard.n, usual: Math.round(100 * usual) };
      const evidence = [
        { label: 'Phiếu trên hồ sơ thủ tục nhanh', value: counts(easy) },
        { label: 'Phiếu trên hồ sơ thủ tục dài', value: (few ? fewCounts : counts)(hard) },
      ];
      const seen = { about, n, k: null, ...measured, unit: 'ratio' as const, said, hits: [], evidence };
      return { is: 'seen', seen, p: by.normalTail((ratio.log - Math.log(usual)) / ratio.error) };
    });
    return { usual: null, outcomes };
  },
};
