import { LABELS, labelKey, type Meaning, meaningOf } from '#rules/labels.ts';
import { cellAt, cellsWithColumns, takenIn } from './cell-at.ts';
import { allGridsOf, type Grid } from './grid.ts';
import type { Page, SiteWords } from './host.ts';
import { type Sees, visibleText } from './visible-text.ts';

/** Where each meaning stands in a table, counted in columns (a `colspan` of 2 is two). */
export interface Columns {
  readonly at: ReadonlyMap<Meaning, number>;
  /** One column that holds everything about a dossier, line by line. */
  readonly composite: number | null;
  /** Row widths that fit this head; in a row of another width no column is where its header says. */
  readonly widths: readonly number[];
}

const COMPOSITE = 'thong tin ho so';
/** No header says more; a layout table whose "head" holds the whole page does. */
const LONGEST_HEADER = 80;

/** What a label means on this site: as it was taught, else as everywhere. */
export function meaningOn(label: string, site: SiteWords | null | undefined): Meaning | null {
  return site?.labels?.[labelKey(label)] ?? (site?.only ? null : meaningOf(label));
}

function headerText(cell: HTMLElement, sees: Sees): string {
  if (cell.querySelector('table')) return '';
  const text = visibleText(cell, sees);
  return text.length > LONGEST_HEADER ? '' : text;
}

/** Header texts by column; the lowest row of the head that says something there speaks for the column. */
function headersOf(heads: readonly HTMLElement[], sees: Sees): readonly string[] {
  const taken = takenIn(heads);
  const texts: string[] = [];
  for (const row of heads) {
    const cells = cellsWithColumns(row, taken.get(row));
    // A bar of progress or a title: as wide as it likes.
    if (cells.length < 2 && !taken.has(row)) continue;
    for (const { cell, from, to } of cells) {
      const text = headerText(cell, sees);
      for (let column = from; column < to; column++) texts[column] = text || (texts[column] ?? '');
    }
  }
  return Array.from(texts, (text) => text ?? '');
}

const CODE_LABELS = LABELS.code.map(labelKey);

/** Of two numbers of a dossier («Mã hồ sơ», «Số biên nhận») the one whose label stands first in the list is its code, here as elsewhere. */
export const codeRank = (label: string): number => CODE_LABELS.indexOf(labelKey(label));

/** @param isHidden asked only of two columns of one meaning: of a wide and a narrow version of a column one is shown. */
function named(
  texts: readonly string[],
  site: SiteWords | null | undefined,
  isHidden: (column: number) => boolean,
): Columns {
  const at = new Map<Meaning, number>();
  let composite: number | null = null;
  texts.forEach((text, column) => {
    const meaning = text ? meaningOn(text, site) : null;
    const before = meaning ? at.get(meaning) : undefined;
    const better =
      before !== undefined &&
      (isHidden(before) || (meaning === 'code' && codeRank(text) < codeRank(texts[before] ?? '') && !isHidden(column)));
    if (meaning && (before === undefined || better)) at.set(meaning, column);
    if (labelKey(text) === COMPOSITE) composite ??= column;
  });
  // A head that stays while its rows scroll has one more cell, above the scroll bar.
  const widths = texts.at(-1) === '' ? [texts.length, texts.length - 1] : [texts.length];
  return { at, composite, widths };
}

/** A row of a head, and the one below where a cell reaches down into it. */
const headFrom = (row: HTMLElement, below: HTMLElement | undefined): readonly HTMLElement[] =>
  below && takenIn([row, below]).has(below) ? [row, below] : [row];

/**
 * The columns of `grid` and the rows that are its head, or `null` when no row names a dossier code or a column of everything. In a table
 * with a `thead` all its rows are the head together; elsewhere it is the first row that names them.
 */
export function columnsOf(grid: Grid, page: Page): { columns: Columns; heads: readonly HTMLElement[] } | null {
  const inHead = grid.heads[0]?.parentElement?.tagName === 'THEAD';
  const choices = inHead ? [grid.heads] : grid.heads.map((row, i) => headFrom(row, grid.heads[i + 1]));
  for (const heads of choices) {
    const lowest = heads.at(-1);
    const isHidden = (column: number): boolean => {
      const cell = lowest && cellAt(lowest, column);
      return cell ? page.sees(cell) === 0 : false;
    };
    const columns = named(headersOf(heads, page.sees), page.site, isHidden);
    if (columns.at.has('code') || columns.composite !== null || columns.at.has('procedure')) return { columns, heads };
  }
  return null;
}

/** Whether some visible table names a column of dossier codes, read or not: then silence would be mistaken for "nothing due". */
export function showsDossiers(page: Page): boolean {
  return allGridsOf(page.document, page.sees).some((grid) => {
    const found = columnsOf(grid, page);
    return found !== null && (found.columns.at.has('code') || found.columns.composite !== null);
  });
}
