import { type FormatLang, MISSING } from '../format.ts';
import { type Figure, plainFigure, printFigure } from '../print-figure.ts';
import type { Drawing, Look, Shape } from './drawing.ts';
import { placeOf } from './lane.ts';

export interface TrendPoint {
  /** The period: `Quý IV/2026`. */
  readonly label: string;
  readonly figure: Figure;
  /** What changed just before it (ruleset, wording): a vertical tick, and the line does not run across it. */
  readonly changed: string | null;
}

export interface TrendLineInput {
  readonly id: string;
  readonly title: string;
  /** Heading of the first column of the table. */
  readonly head: string;
  /** Oldest first. */
  readonly series: readonly { readonly label: string; readonly look: Look; readonly points: readonly TrendPoint[] }[];
  /** The most the figure can reach, in its own unit: the axis runs from 0 to it, never cut. */
  readonly max: number;
  readonly lang?: FormatLang;
}

const TOP = 22;
const PLOT = 150;
const FORMS = ['circle', 'square', 'triangle'] as const;

/** Share of `max`, from 0 to 1. */
function heightOf(figure: Figure, max: number): number | null {
  const at = placeOf(figure);
  return at === null ? null : Math.min(1, Math.max(0, at / max));
}

/** A line for each series over the periods: markers, no smoothing, a gap where there is no value, a tick where the rules changed. */
export function trendLine({ id, title, head, series, max, lang = 'vi' }: TrendLineInput): Drawing {
  const periods = series[0]?.points ?? [];
  const x = (i: number) => (periods.length < 2 ? 500 : 40 + (920 * i) / (periods.length - 1));
  const y = (share: number) => TOP + PLOT * (1 - share);
  const shapes: Shape[] = [
    ...[0, 0.5, 1].map((share): Shape => ({ kind: 'line', x1: 0, y1: y(share), x2: 1000, y2: y(share), look: 'grid' })),
    { kind: 'line', x1: 0, y1: y(0), x2: 1000, y2: y(0), look: 'axis' },
  ];
  const sparse = Math.max(1, Math.ceil(periods.length / 4));
  periods.forEach(({ label, changed }, i) => {
    if (changed !== null && i > 0) {
      const between = (x(i - 1) + x(i)) / 2;
      shapes.push({ kind: 'line', x1: between, y1: TOP - 8, x2: between, y2: TOP + PLOT + 6, look: 'frame' });
    }
    if ((periods.length - 1 - i) % sparse === 0)
      shapes.push({
        kind: 'text',
        x: periods.length === 1 ? 500 : i === 0 ? 0 : i === periods.length - 1 ? 1000 : x(i),
        y: TOP + PLOT + 22,
        anchor: periods.length === 1 ? 'middle' : i === 0 ? 'start' : i === periods.length - 1 ? 'end' : 'middle',
        text: label,
        look: 'muted',
      });
  });
  series.forEach(({ look, points }, s) => {
    let last: { x: number; y: number } | null = null;
    points.forEach(({ figure, changed }, i) => {
      const share = heightOf(figure, max);
      const here = share === null ? null : { x: x(i), y: y(share) };
      if (here && last && changed === null)
        shapes.push({ kind: 'line', x1: last.x, y1: last.y, x2: here.x, y2: here.y, look });
      if (here) {
        shapes.push({ kind: 'mark', ...here, form: FORMS[s % FORMS.length] ?? 'circle', hollow: figure.few, look });
        // One series has room for its numbers; more would cover each other, and the table has them.
        if (series.length === 1)
          shapes.push({
            kind: 'text',
            x: here.x,
            y: here.y - 10,
            anchor: 'middle',
            text: printFigure(figure, 'value', lang),
            look: 'ink',
          });
      }
      last = here;
    });
  });
  const changes = periods.flatMap(({ label, changed }) => (changed === null ? [] : [`${label}: ${changed}`]));
  return {
    id,
    lang,
    title,
    height: TOP + PLOT + 30,
    shapes,
    legend: series.map(({ label, look }, s) => ({ label, look, form: FORMS[s % FORMS.length] ?? 'circle' })),
    notes: changes,
    table: {
      columns: [{ label: head, number: false }, ...series.map(({ label }) => ({ label, number: true }))],
      rows: periods.map(({ label }, i) => [
        { text: label, figure: null },
        ...series.map(({ points }) => {
          const figure = points[i]?.figure;
          if (!figure) return { text: MISSING, figure: null };
          const n = plainFigure(figure, 'n') === '' ? '' : ` (${printFigure(figure, 'n', lang)})`;
          const why = figure.value === null && figure.because ? ` ${figure.because}` : n;
          return { text: printFigure(figure, 'value', lang) + why, figure: figure.id };
        }),
      ]),
    },
  };
}
