import type { FormatLang } from '../format.ts';

/** Opens the table beside a chart. */
export const NUMBERS_LABEL: Readonly<Record<FormatLang, string>> = { vi: 'Xem bảng số liệu', en: 'Show the numbers' };

/** What a shape looks like, by name; the medium gives the colour (a class in a page, a fill in a document). */
export type Look =
  | 'lv-5'
  | 'lv-4'
  | 'lv-3'
  | 'lv-2'
  | 'lv-1'
  | 'lv-none'
  | 'st-early'
  | 'st-ontime'
  | 'st-overdue'
  | 'st-paused'
  | 'st-unknown'
  | 'se-citizen'
  | 'se-computed'
  | 'se-self'
  | 'shade-0'
  | 'shade-1'
  | 'shade-2'
  | 'shade-3'
  | 'shade-4'
  | 'band'
  | 'frame'
  | 'axis'
  | 'grid'
  | 'ink'
  | 'muted'
  | 'on-dark'
  | 'on-light';

export type MarkForm = 'circle' | 'square' | 'triangle' | 'diamond' | 'bang' | 'bars' | 'ring';

/** `x` and widths in thousandths of the width, so that text keeps its size on every screen; `y` and heights in px. */
export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly look: Look;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly look: Look;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
      readonly look: Look;
    }
  | {
      readonly kind: 'mark';
      readonly x: number;
      readonly y: number;
      readonly form: MarkForm;
      /** Few answers: the outline only. */
      readonly hollow: boolean;
      readonly look: Look;
    };

export interface LegendEntry {
  readonly label: string;
  readonly look: Look;
  /** `null` = a filled square of the look. */
  readonly form: MarkForm | null;
}

/** One cell of the table beside a chart: the printed text and the id of the figure it is of. */
export interface ChartCell {
  readonly text: string;
  readonly figure: string | null;
}

export interface ChartTable {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly ChartCell[])[];
}

/**
 * A chart as data: shapes, legend and the same numbers as a table. The title is the finding («17/18 đơn vị Xuất sắc»); `notes` stand
 * under it (method of the interval, rounding, a sum that is whole). There is no chart library: those set `style` attributes and run in the
 * browser, which neither the content policy nor the pages without script allow.
 */
export interface Drawing {
  readonly id: string;
  readonly lang: FormatLang;
  readonly title: string;
  /** px. */
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly legend: readonly LegendEntry[];
  readonly notes: readonly string[];
  readonly table: ChartTable;
}
