import { formatPercent } from '#rules/format.ts';
import { roundHalfUp } from '#rules/points.ts';
import { type Figure, type FigureShow, printFigure } from '#rules/print-figure.ts';

/** A figure as a spreadsheet holds it; `digits` after the point of `value`. */
export interface SheetNumber {
  readonly value: number;
  readonly format: string;
  readonly digits: number;
}

const COUNT = '#,##0';
const TENTHS = '0.0';

function share(part: number, whole: number, fine: boolean): SheetNumber | null {
  // «> 99,9 %» is no number.
  if (/[<>—]/.test(formatPercent(part, whole, 'vi', fine ? 2 : 1))) return null;
  const digits = fine ? 4 : 3;
  return { value: roundHalfUp(part * 10 ** digits, whole) / 10 ** digits, format: fine ? '0.00%' : '0.0%', digits };
}

/** `null` = shown as text: a label, a missing value, an interval. */
export function numberOf(figure: Figure, show: FigureShow = 'value'): SheetNumber | null {
  const { unit, value, of } = figure;
  if (value === null || unit === 'text' || show === 'interval' || show === 'n') return null;
  if (show === 'part') return of === null ? null : share(value, of, false);
  if (unit === 'share' || unit === 'fineShare') return of === null ? null : share(value, of, unit === 'fineShare');
  if (unit === 'permille') return { value: value / 1000, format: '0.0%', digits: 3 };
  if (unit === 'hundredths') return { value: value / 100, format: '0.00', digits: 2 };
  if (unit === 'difference') return { value: value / 10, format: '+0.0;-0.0;0.0', digits: 1 };
  // What it is out of is told by the format, so that the cell stays a number.
  const most = show === 'over' && of !== null ? printFigure(figure, 'over').split('/')[1] : undefined;
  const after = most === undefined ? '' : `"/${most}"`;
  return unit === 'tenths'
    ? { value: value / 10, format: TENTHS + after, digits: 1 }
    : { value, format: COUNT + after, digits: 0 };
}
