import type { FormatLang } from '../format.ts';
import type { Figure } from '../print-figure.ts';
import type { Drawing, Look, MarkForm, Shape } from './drawing.ts';
import { type Axis, axisShapes, LANE, LINE, laneShapes, rangeCells, rangeColumns } from './lane.ts';

/** Of each series its own mark: shape repeats what colour says. What was appraised is the unit's own, looked at: hollow. */
export const SERIES_MARKS = {
  citizen: { look: 'se-citizen', form: 'circle' },
  computed: { look: 'se-computed', form: 'square' },
  self: { look: 'se-self', form: 'triangle' },
  appraised: { look: 'se-self', form: 'diamond' },
} as const satisfies Record<string, { look: Look; form: MarkForm }>;

export interface DotLineInput {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  /** Heading of the first column of the table. */
  readonly head: string;
  /** What the value is called: `điểm`. */
  readonly value: string;
  readonly axis: Axis;
  readonly series: readonly { readonly label: string; readonly look: Look; readonly form: MarkForm }[];
  /** One figure for each series, in their order; `null` = the series is not asked about this row. */
  readonly rows: readonly { readonly label: string; readonly figures: readonly (Figure | null)[] }[];
  readonly notes?: readonly string[];
  readonly lang?: FormatLang;
}

const GAP = 10;

/** Several series side by side: a row for each thing measured, in it a lane for each series that is asked about it. */
export function dotLine({
  id,
  title,
  head,
  value,
  axis,
  series,
  rows,
  notes = [],
  lang = 'vi',
}: DotLineInput): Drawing {
  const lanes: Shape[] = [];
  let y = LINE;
  for (const { label, figures } of rows) {
    lanes.push({ kind: 'text', x: 0, y: y + 17, anchor: 'start', text: label, look: 'ink' });
    y += LINE;
    series.forEach((each, i) => {
      const figure = figures[i];
      if (!figure) return;
      lanes.push(...laneShapes(axis, figure, y, each, lang, each.label));
      y += LANE;
    });
    y += GAP;
  }
  const notAsked = { vi: 'không hỏi', en: 'not asked' }[lang];
  const none = [notAsked, '', ''].map((text) => ({ text, figure: null }));
  return {
    id,
    lang,
    title,
    height: Math.max(LINE, y - GAP),
    shapes: [...axisShapes(axis, y - GAP), ...lanes],
    legend: series,
    notes,
    table: {
      columns: [{ label: head, number: false }, ...series.flatMap(({ label }) => rangeColumns(lang, value, label))],
      rows: rows.map(({ label, figures }) => [
        { text: label, figure: null },
        ...series.flatMap((_, i) => {
          const figure = figures[i];
          return figure ? rangeCells(figure, lang) : none;
        }),
      ]),
    },
  };
}
