import { heatTable } from '#rules/drawing/heat-table.ts';
import { figureOf, timelinessId } from '#rules/figure-id.ts';
import type { Timeliness } from '#wire/timeliness.ts';
import { Chart } from '../../parts/chart.tsx';
import { language, text } from '../../text.ts';

/** Two hours of an office day each; what was ready outside them stands apart, where there is any. */
const BANDS = [
  { label: '7–9', from: 7, to: 9 },
  { label: '9–11', from: 9, to: 11 },
  { label: '11–13', from: 11, to: 13 },
  { label: '13–15', from: 13, to: 15 },
  { label: '15–17', from: 15, to: 17 },
] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

/** Overdue dossiers by weekday and hour at which their result was there. Nothing where none was overdue. */
export function HoursMap({ time }: { time: Timeliness }) {
  const late = time.hours.filter(({ overdue }) => overdue > 0);
  if (late.length === 0) return null;
  const scope = time.unit ?? 'all';
  const inBand = (from: number, to: number) => (hour: string) =>
    hour !== '' && Number(hour) >= from && Number(hour) < to;
  const outside = (hour: string) => hour !== '' && !BANDS.some(({ from, to }) => inBand(from, to)(hour));
  const bands = [
    ...BANDS.map(({ label, from, to }) => ({ label, holds: inBand(from, to), always: true })),
    { label: text('timeliness.hours.other'), holds: outside, always: false },
    { label: text('timeliness.hours.unknown'), holds: (hour: string) => hour === '', always: false },
  ].filter(({ holds, always }) => always || late.some(({ hour }) => holds(hour)));
  const days = WEEKDAYS.filter((day) => (day > 0 && day < 6) || late.some(({ weekday }) => weekday === day));
  const count = (day: number, holds: (hour: string) => boolean) =>
    late.reduce((n, each) => n + (each.weekday === day && holds(each.hour) ? each.overdue : 0), 0);
  const rows = days.map((day) => ({
    label: text(`timeliness.weekday.${day}`),
    figures: bands.map(({ label, holds }) =>
      figureOf(timelinessId(scope, `hours-${day}-${label}`), 'count', count(day, holds)),
    ),
  }));
  const columns = bands.map(({ label }) => label);
  return (
    <section aria-labelledby="gio">
      <h2 id="gio">{text('timeliness.hours')}</h2>
      <Chart
        drawing={heatTable({
          ...{ id: 'hours', title: text('timeliness.hours.title'), head: text('timeliness.hours.day'), columns, rows },
          ...{ notes: [text('timeliness.hours.note')], lang: language() },
        })}
      />
    </section>
  );
}
