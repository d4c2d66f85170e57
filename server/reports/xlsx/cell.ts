/** `typed`: an empty cell somebody writes text into. */
export type Look = 'plain' | 'head' | 'title' | 'note' | 'typed';

/** One cell: text, a number, or a formula with the value it has now. `format` is a number format of spreadsheets. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look }
  | { readonly kind: 'number'; readonly value: number; readonly format: string; readonly bold: boolean }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly value: number;
      readonly format: string;
      readonly bold: boolean;
    };

export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that stay in sight. */
  readonly frozen: number;
  /** Of the last of them, in points: a header of long sentences. Left out = as the program finds. */
  readonly headHeight?: number;
  /** Below its rows people type: every empty cell is text, so that what begins with = + - @ and codes stay as typed. */
  readonly typed?: boolean;
  readonly choices?: readonly Choice[];
}

/** Cells of a column in which one of a list is chosen; the list stands in a column of another sheet. Counted from 0. */
export interface Choice {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly from: {
    readonly sheet: string;
    readonly column: number;
    readonly firstRow: number;
    readonly lastRow: number;
  };
  /** Said of what is not in the list. */
  readonly otherwise: string;
}

export const textCell = (text: string, look: Look = 'plain'): Cell => ({
  kind: 'text',
  text,
  look,
});

/** 0 → `A`, 26 → `AA`. */
export function columnName(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnName(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}
