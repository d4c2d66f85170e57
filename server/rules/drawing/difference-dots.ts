import type { FormatLang } from '../format.ts';
import type { Figure } from '../print-figure.ts';
import type { Drawing, Shape } from './drawing.ts';
import { type Axis, axisShapes, LANE, LINE, laneShapes, rangeCells, rangeColumns } from './lane.ts';

export interface DifferenceDotsInput {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  /** Heading of the first column of the table. */
  readonly head: string;
  /** What the value is called: `Tự chấm − hệ thống`. */
  readonly value: string;
  /** As far to either side of 0. */
  readonly axis: Axis;
  /** Figures of unit `difference`. */
  readonly rows: readonly { readonly label: string; readonly figure: Figure }[];
  /** The sentence in words stands here. */
  readonly notes: readonly string[];
  readonly lang?: FormatLang;
}

const MARK = { look: 'se-self', form: 'diamond' } as const;

/** Differences around a line at 0, each with its interval: where the whisker meets the line, no difference is shown. */
export function differenceDots({
  id,
  title,
  head,
  value,
  axis,
  rows,
  notes,
  lang = 'vi',
}: DifferenceDotsInput): Drawing {
  const height = LINE + rows.length * (LINE + LANE);
  const zero = axisShapes({ ...axis, ticks: [{ at: 0, label: '0' }] }, height).map(
    (shape): Shape => (shape.kind === 'line' ? { ...shape, look: 'axis' } : shape),
  );
  const others = axisShapes({ ...axis, ticks: axis.ticks.filter(({ at }) => at !== 0) }, height);
  return {
    id,
    lang,
    title,
    height,
    shapes: [
      ...others,
      ...zero,
      ...rows.flatMap(({ label, figure }, i): Shape[] => {
        const y = LINE + i * (LINE + LANE);
        return [
          { kind: 'text', x: 0, y: y + 17, anchor: 'start', text: label, look: 'ink' },
          ...laneShapes(axis, figure, y + LINE, MARK, lang),
        ];
      }),
    ],
    legend: [],
    notes,
    table: {
      columns: [{ label: head, number: false }, ...rangeColumns(lang, value)],
      rows: rows.map(({ label, figure }) => [{ text: label, figure: null }, ...rangeCells(figure, lang)]),
    },
  };
}
