import { type FormatLang, MISSING } from '../format.ts';
import { type Figure, printFigure } from '../print-figure.ts';
import { barSegments } from './bar-segments.ts';
import type { ChartCell, Drawing, Look, Shape } from './drawing.ts';

export interface LevelBarsInput {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  /** Heading of the first column of the table. */
  readonly head: string;
  /** Best first; the order of `parts` in every row. */
  readonly levels: readonly { readonly label: string; readonly look: Look }[];
  readonly rows: readonly {
    readonly label: string;
    /** Counts, one for each level; `of` is the row's whole. */
    readonly parts: readonly Figure[];
    /** A line of its own over the bar: the share and its interval, `n nhỏ`, why there is none. */
    readonly note: string | null;
  }[];
  readonly notes?: readonly string[];
  readonly lang?: FormatLang;
}

const LABEL = 22;
const NOTE = 20;
const BAR = 26;
const GAP = 12;

/** One 100 % stacked bar for each row, levels in fixed order, the row's name above its bar and its note under the name. */
export function levelBars({ id, title, head, levels, rows, notes = [], lang = 'vi' }: LevelBarsInput): Drawing {
  let bottom = 0;
  const shapes = rows.flatMap(({ label, parts, note }): Shape[] => {
    const y = bottom;
    const bar = y + LABEL + (note === null ? 0 : NOTE);
    bottom = bar + BAR + GAP;
    const bars = parts.flatMap((figure, k) => {
      const level = levels[k];
      return level ? [{ figure, look: level.look }] : [];
    });
    return [
      { kind: 'text', x: 0, y: y + 16, anchor: 'start', text: label, look: 'ink' },
      ...(note === null
        ? []
        : [{ kind: 'text', x: 0, y: y + LABEL + 14, anchor: 'start', text: note, look: 'muted' } as const]),
      ...barSegments(bars, bar, BAR, lang),
    ];
  });
  const used = levels.filter((_, k) => rows.some(({ parts }) => (parts[k]?.value ?? 0) > 0));
  const cellsOf = (figure: Figure | undefined): ChartCell[] =>
    figure
      ? [
          { text: printFigure(figure, 'value', lang), figure: figure.id },
          { text: printFigure(figure, 'part', lang), figure: null },
        ]
      : [
          { text: MISSING, figure: null },
          { text: MISSING, figure: null },
        ];
  return {
    id,
    lang,
    title,
    height: Math.max(1, bottom - GAP + 1),
    shapes,
    legend: used.map(({ label, look }) => ({ label, look, form: null })),
    notes,
    table: {
      columns: [
        { label: head, number: false },
        ...levels.flatMap(({ label }) => [
          { label, number: true },
          { label: '%', number: true },
        ]),
      ],
      rows: rows.map(({ label, parts }) => [
        { text: label, figure: null },
        ...levels.flatMap((_, k) => cellsOf(parts[k])),
      ]),
    },
  };
}
