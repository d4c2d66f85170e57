import { formatCount, formatHundredths } from '../format.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import { logRatio, type RatioSide, ratioInterval } from './log-ratio.ts';
import { median } from './median.ts';
import { isShown } from './shown-counts.ts';
import type { UnitSums } from './sums.ts';

/** Quick procedures are answered more often anyway: 1,5 times the middle unit, but taken as usual from 1,6 up to 2 times. */
const TIMES_MEDIAN = 1.5;
const FLOOR = 1.6;
const CAP = 2;

/** Both shares, or `null` where one of their four counts would be too small to print. */
function sidesOf({ answers: { easy, hard } }: UnitSums): [easy: RatioSide, hard: RatioSide] | null {
  if (easy.answers + hard.answers < SMALLEST_N) return null;
  const printed = [easy, hard].every((side) => side.answers < side.dossiers && isShown(side.answers, side.dossiers));
  return printed
    ? [
        { k: easy.answers, n: easy.dossiers },
        { k: hard.answers, n: hard.dossiers },
      ]
    : null;
}

const counts = ({ k, n }: RatioSide) => `${formatCount(k)}/${formatCount(n)}`;

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
  sentence: ({ value, low, high, said: { a = 0, b = 0, c = 0, d = 0, usual = 0 } }) =>
    `Hồ sơ thủ tục nhanh có phiếu nhiều gấp ${formatHundredths(value)} lần hồ sơ thủ tục dài ([${formatHundredths(low)}; ${formatHundredths(high)}]; ${counts({ k: a, n: b })} và ${counts({ k: c, n: d })}); thường gặp dưới ${formatHundredths(usual)} lần.`,
  explanations: [
    'Thủ tục nhanh trả kết quả tại chỗ nên dễ mời trả lời.',
    'Hồ sơ dài chưa trả kết quả nên chưa ai được mời.',
  ],
  judge: ({ units }, by) => {
    const asked = units
      .filter(({ answers: { easy, hard } }) => easy.answers + hard.answers > 0)
      .map((unit) => ({ unit, sides: sidesOf(unit) }));
    const logs = asked.flatMap(({ sides }) => (sides ? [logRatio(...sides).log] : []));
    const usual = Math.min(CAP, Math.max(FLOOR, TIMES_MEDIAN * Math.exp(median(logs) ?? 0)));
    const outcomes = asked.map(({ unit: sums, sides }): Outcome => {
      const { unit, answers } = sums;
      const about = { unit, officer: null };
      const n = answers.easy.answers + answers.hard.answers;
      if (!sides) return { is: 'few', about, n };
      const [easy, hard] = sides;
      const ratio = logRatio(easy, hard);
      const said = { a: easy.k, b: easy.n, c: hard.k, d: hard.n, usual: Math.round(100 * usual) };
      const evidence = [
        { label: 'Phiếu trên hồ sơ thủ tục nhanh', value: counts(easy) },
        { label: 'Phiếu trên hồ sơ thủ tục dài', value: counts(hard) },
      ];
      const seen = { about, n, k: null, ...ratioInterval(ratio), unit: 'ratio' as const, said, hits: [], evidence };
      return { is: 'seen', seen, p: by.normalTail((ratio.log - Math.log(usual)) / ratio.error) };
    });
    return { usual: null, outcomes };
  },
};
