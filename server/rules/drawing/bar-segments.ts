import type { FormatLang } from '../format.ts';
import type { Figure } from '../print-figure.ts';
import { printFigure } from '../print-figure.ts';
import type { Look, Shape } from './drawing.ts';
import { inkOn } from './inks.ts';

export interface BarPart {
  readonly figure: Figure;
  readonly look: Look;
}

/** A label stands in its segment only where it fits: 6 % at least, and room for every character on a phone. */
const roomFor = (label: string, width: number) => width >= Math.max(60, label.length * 30);

/**
 * The segments of one 100 % bar, left to right, framed, each with its printed number where it fits. Parts without a value are left out.
 * @param y top edge, px.
 */
export function barSegments(parts: readonly BarPart[], y: number, height: number, lang: FormatLang): Shape[] {
  const whole = parts.reduce((sum, { figure }) => sum + (figure.value ?? 0), 0);
  if (whole === 0) return [];
  const shapes: Shape[] = [];
  let before = 0;
  for (const { figure, look } of parts) {
    const value = figure.value ?? 0;
    if (value === 0) continue;
    const x = (1000 * before) / whole;
    const width = (1000 * value) / whole;
    before += value;
    shapes.push({ kind: 'rect', x, y, width, height, look });
    const text = printFigure(figure, 'value', lang);
    if (roomFor(text, width))
      shapes.push({
        kind: 'text',
        x: x + width / 2,
        y: y + height / 2 + 6,
        anchor: 'middle',
        text,
        look: inkOn(look),
      });
  }
  return shapes;
}
