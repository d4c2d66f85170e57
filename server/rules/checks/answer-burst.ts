import { dayNumber, fromDayNumber } from '../calendar/date.ts';
import { formatBound, formatCount, formatDate } from '../format.ts';
import { type Check, type Outcome, SMALLEST_N } from './check.ts';
import type { Distributions } from './distributions.ts';
import { median } from './median.ts';
import { SMALLEST_CELL } from './shown-counts.ts';
import type { UnitSums } from './sums.ts';

/** A day is asked about above this many times the unit's own middle day. */
const TIMES = 6;

/** Fewer answers on one day are never asked about. */
const SMALLEST_DAY = 20;

/** Days shown behind a flag. */
const DAYS = 5;

function outcomeOf({ unit, answers: { answers, days } }: UnitSums, by: Distributions): Outcome {
  const about = { unit, officer: null };
  const byCount = [...days].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const [busiest] = byCount;
  const middle = median([...days.values()]);
  if (answers < SMALLEST_N || !busiest || middle === null) return { is: 'few', about, n: answers };
  const [day, k] = busiest;
  // The busiest day is looked for among all of them, so its chance counts as often.
  const p = k < SMALLEST_DAY ? 1 : Math.min(1, by.poissonTail(k, TIMES * middle) * days.size);
  const evidence = byCount
    .slice(0, DAYS)
    .filter(([, n]) => n >= SMALLEST_CELL)
    .map(([date, n]) => ({ label: formatDate(date), value: `${formatCount(n)} phiếu` }));
  const said = { day: dayNumber(day), middleTenths: 10 * middle };
  return {
    is: 'seen',
    p,
    seen: { about, n: answers, k, value: k, low: null, high: null, unit: 'count', said, hits: [], evidence },
  };
}

/** The busiest day of a unit against six times its own middle day, of days on which anybody answered. */
export const answerBurst: Check = {
  id: 'answerBurst',
  family: 'answers',
  asks: ['unit'],
  name: 'Phiếu dồn vào một ngày',
  smallestN: SMALLEST_N,
  tolerance: null,
  rule: false,
  alpha: null,
  sentence: ({ k, n, said }) =>
    `Ngày ${formatDate(fromDayNumber(said.day ?? 0))} có ${formatCount(k ?? 0)} trong ${formatCount(n)} phiếu của kỳ, bình thường ${formatBound(said.middleTenths ?? 0)} phiếu một ngày.`,
  explanations: ['Đợt nhắn tin mời trả lời.', 'Nhập phiếu giấy dồn vào một ngày.'],
  judge: ({ units }, by) => ({
    usual: null,
    outcomes: units.filter(({ answers }) => answers.answers > 0).map((unit) => outcomeOf(unit, by)),
  }),
};
