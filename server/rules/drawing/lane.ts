import type { FormatLang } from '../format.ts';
import { type Figure, printFigure } from '../print-figure.ts';
import type { ChartCell, Look, MarkForm, Shape } from './drawing.ts';

/** The scale of a plot, in the unit its figures are placed by (`placeOf`). */
export interface Axis {
  readonly min: number;
  readonly max: number;
  /** What is named over the plot. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** A lane: its value on the left, the plot on the right. */
export const LANE = 20;
/** A line of text over a lane. */
export const LINE = 24;
const LEFT = 150;
const RIGHT = 980;
const CAP = 4;

/** Where a value lies on a scale: shares per mille, whatever they are parts of; everything else in its own unit. */
export function placeOf({ unit, value, of }: Figure): number | null {
  if (value === null) return null;
  if (unit === 'share' || unit === 'fineShare') return of ? (1000 * value) / of : null;
  return value;
}

const across = ({ min, max }: Axis, at: number) =>
  LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, (at - min) / (max - min)));

/** Names of the ticks in a line from y = 0, and what leads the eye down from each of them. */
export function axisShapes(axis: Axis, bottom: number): Shape[] {
  return axis.ticks.flatMap(({ at, label }): Shape[] => {
    const x = across(axis, at);
    return [
      { kind: 'line', x1: x, y1: LINE - 4, x2: x, y2: bottom, look: 'grid' },
      { kind: 'text', x, y: 14, anchor: 'middle', text: label, look: 'muted' },
    ];
  });
}

/**
 * One figure in its lane: number, interval as a whisker, mark; hollow where it stands on few. Without a value there is no mark, but the
 * reason in words.
 * @param y top of the lane.
 * @param named what the reason is said of, where lanes have no name of their own.
 */
export function laneShapes(
  axis: Axis,
  figure: Figure,
  y: number,
  { look, form }: { readonly look: Look; readonly form: MarkForm },
  lang: FormatLang,
  named: string | null = null,
): Shape[] {
  const middle = y + LANE / 2;
  const text = (said: string, ink: Look): Shape => ({
    kind: 'text',
    x: 0,
    y: middle + 5,
    anchor: 'start',
    text: said,
    look: ink,
  });
  const at = placeOf(figure);
  if (at === null) {
    const why = figure.because ?? printFigure(figure, 'value', lang);
    return [text(named === null ? why : `${named}: ${why}`, 'muted')];
  }
  const shapes: Shape[] = [text(printFigure(figure, 'value', lang), 'ink')];
  if (figure.low !== null && figure.high !== null) {
    const [low, high] = [across(axis, figure.low), across(axis, figure.high)];
    shapes.push({ kind: 'line', x1: low, y1: middle, x2: high, y2: middle, look });
    for (const x of [low, high]) shapes.push({ kind: 'line', x1: x, y1: middle - CAP, x2: x, y2: middle + CAP, look });
  }
  shapes.push({ kind: 'mark', x: across(axis, at), y: middle, form, hollow: figure.few, look });
  return shapes;
}

/** Value, interval and n of a figure as cells; a missing value stands with its reason. */
export function rangeCells(figure: Figure, lang: FormatLang): ChartCell[] {
  const value = printFigure(figure, 'value', lang);
  const missing = figure.value === null && figure.because !== null;
  return [
    { text: missing ? `${value} (${figure.because})` : value, figure: figure.id },
    { text: printFigure(figure, 'interval', lang), figure: null },
    { text: printFigure(figure, 'n', lang), figure: null },
  ];
}

/** Headings of `rangeCells`. @param of whose they are, where there are several. */
export function rangeColumns(lang: FormatLang, value: string, of: string | null = null) {
  const [interval, n] = lang === 'vi' ? ['khoảng 95\u00a0%', 'số phiếu hoặc hồ sơ'] : ['95% interval', 'n'];
  const prefix = of === null ? '' : `${of}: `;
  return [value, interval, n].map((label) => ({ label: `${prefix}${label}`, number: true }));
}
