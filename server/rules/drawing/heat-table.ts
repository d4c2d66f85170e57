import type { FormatLang } from '../format.ts';
import { type Figure, printFigure } from '../print-figure.ts';
import type { Drawing, Look, Shape } from './drawing.ts';
import { inkOn } from './inks.ts';

export interface HeatTableInput {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  /** Heading of the first column: `Thứ`. */
  readonly head: string;
  readonly columns: readonly string[];
  /** One count for each column. */
  readonly rows: readonly { readonly label: string; readonly figures: readonly Figure[] }[];
  readonly notes?: readonly string[];
  readonly lang?: FormatLang;
}

const HEAD = 26;
const ROW = 36;
/** Room of the names of the rows, thousandths. */
const NAMES = 170;
const SHADES: readonly Look[] = ['shade-0', 'shade-1', 'shade-2', 'shade-3', 'shade-4'];

/** 0 has a shade of its own; the others are cut into equal parts up to the largest. */
function shadeOf(value: number, largest: number): Look {
  if (value === 0 || largest === 0) return 'shade-0';
  return SHADES[Math.max(1, Math.ceil((4 * value) / largest))] ?? 'shade-4';
}

/** A table with its number in each cell; the shade of one hue repeats the number. What is not known is `—` without a shade. */
export function heatTable({ id, title, head, columns, rows, notes = [], lang = 'vi' }: HeatTableInput): Drawing {
  const largest = Math.max(0, ...rows.flatMap(({ figures }) => figures.map(({ value }) => value ?? 0)));
  const width = (1000 - NAMES) / Math.max(1, columns.length);
  const middle = (i: number) => NAMES + width * (i + 0.5);
  const shapes: Shape[] = columns.map((text, i) => ({
    kind: 'text',
    x: middle(i),
    y: 16,
    anchor: 'middle',
    text,
    look: 'muted',
  }));
  rows.forEach(({ label, figures }, r) => {
    const y = HEAD + r * ROW;
    shapes.push({ kind: 'text', x: 0, y: y + 23, anchor: 'start', text: label, look: 'ink' });
    figures.forEach((figure, i) => {
      const look = figure.value === null ? null : shadeOf(figure.value, largest);
      if (look !== null) shapes.push({ kind: 'rect', x: NAMES + width * i, y, width, height: ROW, look });
      const text = printFigure(figure, 'value', lang);
      const ink = look === null ? 'muted' : inkOn(look);
      shapes.push({ kind: 'text', x: middle(i), y: y + 23, anchor: 'middle', text, look: ink });
    });
  });
  return {
    id,
    lang,
    title,
    height: HEAD + rows.length * ROW + 1,
    shapes,
    legend: [],
    notes,
    table: {
      columns: [{ label: head, number: false }, ...columns.map((label) => ({ label, number: true }))],
      rows: rows.map(({ label, figures }) => [
        { text: label, figure: null },
        ...figures.map((figure) => ({ text: printFigure(figure, 'value', lang), figure: figure.id })),
      ]),
    },
  };
}
