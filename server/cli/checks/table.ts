import { clopperPearson } from '#rules/clopper-pearson.ts';
import { formatCount, formatInterval, formatPercent } from '#rules/format.ts';
import { distributions } from '../../distributions.ts';
import { MANIPULATIONS } from '../../simulate/manipulations/list.ts';
import type { Measured, Outcome } from './measure.ts';
import { OWN_CHECK } from './own-check.ts';

const SMALLEST_N = 30;
/** Found at least so often is found, permille. */
const FOUND = 950;

interface Row {
  readonly strength: number;
  /** With 30 cases or more. */
  readonly planted: number;
  readonly byOwn: number;
  readonly byAny: number;
  /** Strength reached with fewer cases, or not reached: nothing is said of either. */
  readonly apart: number;
}

const lineOf = (cells: readonly string[]) => `${cells.join(' | ')}\n`;

/** `98,3 % (95,1–99,6)`, exact; `—` of nobody. */
function share(k: number, n: number): string {
  const range = clopperPearson(k, n, distributions);
  return range ? `${formatPercent(k, n)} (${formatInterval(range.lo, range.hi)})` : '—';
}

function rowOf(strength: number, all: readonly Outcome[]): Row {
  const own = all.filter((outcome) => outcome.strength === strength);
  const judged = own.filter(({ done, n }) => done && n >= SMALLEST_N);
  const asked = (key: 'byOwn' | 'byAny') => judged.filter((outcome) => outcome[key]).length;
  return {
    ...{ strength, planted: judged.length, byOwn: asked('byOwn'), byAny: asked('byAny') },
    apart: own.length - judged.length,
  };
}

/** How many cases there were to judge by, from each of these on. */
const SIZES = [30, 60, 120, 250] as const;

/** Found at the strength that has to be found, by how many cases there were. */
function bySize(all: readonly Outcome[], strength: number): string {
  const judged = all.filter((outcome) => outcome.strength === strength && outcome.done && outcome.n >= SMALLEST_N);
  const parts = SIZES.map((from, i) => {
    const to = SIZES[i + 1];
    const own = judged.filter(({ n }) => n >= from && (to === undefined || n < to));
    const label = to === undefined ? `từ ${from}` : `${from}–${to - 1}`;
    return own.length === 0 ? '' : `${label}: ${own.filter(({ byOwn }) => byOwn).length}/${own.length}`;
  });
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? '' : ` Theo n ở mức phải tìm thấy: ${told.join('; ')}.`;
}

/** Found less often than that beyond doubt: few cases leave it open. */
function isLost({ byOwn, planted }: Row): boolean {
  const range = clopperPearson(byOwn, planted, distributions);
  return range !== null && range.hi < FOUND;
}

/** From which strength on it is found, none stronger being lost, and how far it is found below. */
function fallOff(rows: readonly Row[], words: (strength: number) => string): string {
  const isFound = ({ byOwn, planted }: Row) => planted > 0 && 1000 * byOwn >= FOUND * planted;
  const first = rows.findIndex((row, i) => isFound(row) && !rows.slice(i + 1).some(isLost));
  const from = rows[first];
  const found = from ? `Tìm thấy từ mức: ${words(from.strength)}.` : 'Chưa mức nào tìm thấy 95 %.';
  const below = rows[first < 0 ? rows.length - 1 : first - 1];
  return below
    ? `${found} Dưới đó, ${words(below.strength)}: ${formatPercent(below.byOwn, Math.max(1, below.planted))}.`
    : found;
}

/** Manipulation by manipulation and strength by strength: planted, found, and where finding ends. Markdown. */
export function powerTable(measured: readonly Measured[]): string {
  const outcomes = measured.flatMap((each) => each.outcomes);
  const parts = MANIPULATIONS.map(({ id, strength, steps, words }) => {
    const all = outcomes.filter((outcome) => outcome.id === id);
    if (all.length === 0) return '';
    const rows = steps.map((step) => rowOf(step, all));
    const lines = rows.map((row) =>
      lineOf([
        `| ${words(row.strength)}${row.strength === strength ? ' (mức phải tìm thấy)' : ''}`,
        formatCount(row.planted),
        share(row.byOwn, row.planted),
        share(row.byAny, row.planted),
        `${formatCount(row.apart)} |`,
      ]),
    );
    const head = lineOf([
      '| Việc gieo vào',
      'Số ca n ≥ 30',
      `Hỏi đúng (${OWN_CHECK[id]})`,
      'Hỏi bởi bất kỳ',
      'Ngoài |',
    ]);
    return `${head}|---|--:|--:|--:|--:|\n${lines.join('')}${fallOff(rows, words)}${bySize(all, strength)}\n\n`;
  });
  return parts.join('');
}

/** Who did nothing and was asked all the same. */
export function honestTable(measured: readonly Measured[]): string {
  const sum = (of: (each: Measured['honest']) => number) => measured.reduce((all, { honest }) => all + of(honest), 0);
  const [officers, units] = [sum((each) => each.officers), sum((each) => each.units)];
  const [askedOfficers, askedUnits] = [sum((each) => each.askedOfficers), sum((each) => each.askedUnits)];
  const byCheck = new Map<string, number>();
  for (const { honest } of measured)
    for (const [check, n] of Object.entries(honest.flags)) byCheck.set(check, (byCheck.get(check) ?? 0) + n);
  const each = [...byCheck].sort((a, b) => b[1] - a[1]).map(([check, n]) => `${check} ${formatCount(n)}`);
  return [
    lineOf(['| Không làm gì', 'Số', 'Bị hỏi nhầm, mọi phép kiểm cộng lại |']),
    '|---|--:|--:|\n',
    lineOf(['| Cán bộ', formatCount(officers), `${formatCount(askedOfficers)}: ${share(askedOfficers, officers)} |`]),
    lineOf(['| Đơn vị', formatCount(units), `${formatCount(askedUnits)}: ${share(askedUnits, units)} |`]),
    `Câu hỏi nhầm theo phép kiểm: ${each.length > 0 ? each.join(', ') : 'không có'}. `,
    `Trên mọi câu hỏi đã nêu: ${formatCount(sum(({ wrong }) => wrong))}/${formatCount(sum(({ all }) => all))}.\n`,
  ].join('');
}
