import { labelKey } from '#rules/labels.ts';
import type { Line, ListRecipe, Place } from '#rules/packs/host-pack.ts';
import { cellAt } from './cell-at.ts';
import type { Page } from './host.ts';
import { type Sees, visibleLines, visibleText } from './visible-text.ts';

/** A list found by a recipe: what it stands in, its rows, and the headers above its columns. */
export interface FoundList {
  readonly table: HTMLElement;
  readonly anchor: HTMLElement;
  readonly rows: readonly HTMLElement[];
  /** Empty where the list is no table. */
  readonly headers: readonly Header[];
}

/** Text of a header and the column it begins at, counted with its colspan. */
export interface Header {
  readonly label: string;
  readonly column: number;
}

/** A list is higher than one line; closed dialogs keep hidden tables in the page. */
const LINE_PX = 20;
/** Rows above the data that may hold headers. */
const HEADS = 3;

/** Headers in the cells of `head`. */
export function headersOf(head: HTMLTableRowElement, sees: Sees): readonly Header[] {
  let column = 0;
  return [...head.cells].map((cell) => {
    const header = { label: visibleText(cell, sees), column };
    column += cell.colSpan;
    return header;
  });
}

const isHead = (row: HTMLTableRowElement): boolean => row.parentElement?.tagName === 'THEAD';

/** A code or a date in a row says that it is data. */
const DATA = /\d[\d./-]{4,}/;

/** Rows that may be the head of `table`: those of its `thead`, else its first ones, unless they hold data: then nothing is a header. */
export function headRowsOf(table: HTMLTableElement): readonly HTMLTableRowElement[] {
  const rows = [...table.rows];
  const heads = rows.filter(isHead);
  if (heads.length > 0) return heads;
  const data = rows.findIndex((row) => [...row.cells].some((cell) => DATA.test(cell.textContent ?? '')));
  return rows.slice(0, data < 0 ? HEADS : Math.min(data, HEADS));
}

/** The column a place names under these headers, or `null` when the page no longer has it there. */
export function columnOf(place: Place, headers: readonly Header[]): number | null {
  if ('selector' in place) return null;
  if ('header' in place) return headers.find(({ label }) => labelKey(label) === labelKey(place.header))?.column ?? null;
  // A header that is no longer the one shown when this was taught: another column stands there now.
  const label = headers.findLast(({ column }) => column <= place.column)?.label ?? '';
  return labelKey(label) === labelKey(place.under) ? place.column : null;
}

function inTable(table: HTMLTableElement, anchor: HTMLElement, { columns }: ListRecipe, sees: Sees): FoundList | null {
  const [best] = headRowsOf(table)
    .map((head) => ({ head, headers: headersOf(head, sees) }))
    .map((each) => ({ ...each, named: columns.filter(({ place }) => columnOf(place, each.headers) !== null).length }))
    .sort((a, b) => b.named - a.named);
  const headers = best?.headers ?? [];
  const placed = columns.filter(({ place }) => !('selector' in place));
  if (placed.length > 0 && placed.every(({ place }) => columnOf(place, headers) === null)) return null;
  const rows = [...table.rows].filter(
    (row) => !isHead(row) && row !== best?.head && row.parentElement?.tagName !== 'TFOOT',
  );
  return { table, anchor, rows, headers };
}

/** The lists of a page that a recipe may be about, those with more of its columns first. */
export function listsFor(recipe: ListRecipe, { document, sees }: Page): readonly FoundList[] {
  const roots = [...document.querySelectorAll<HTMLElement>(recipe.root ?? 'table')].filter(
    (root) => sees(root) > LINE_PX,
  );
  if (recipe.row !== null) {
    const { row } = recipe;
    return roots.map((root) => ({
      table: root,
      anchor: root,
      rows: [...root.querySelectorAll<HTMLElement>(row)],
      headers: [],
    }));
  }
  return roots.flatMap((root) => {
    const tables = root.matches('table') ? [root] : [...root.querySelectorAll('table')];
    return (tables as HTMLTableElement[])
      .filter((table) => sees(table) > LINE_PX)
      .flatMap((table) => inTable(table, root, recipe, sees) ?? []);
  });
}

/** The cell a place names in a row; `column` as `columnOf` found it. */
export function cellIn(row: HTMLElement, place: Place, column: number | null): HTMLElement | null {
  if ('selector' in place) return row.querySelector<HTMLElement>(place.selector);
  return column === null ? null : cellAt(row as HTMLTableRowElement, column);
}

/** Header above an element of a row, `''` where there is none. */
export function headerAbove(cell: HTMLElement, row: HTMLElement, headers: readonly Header[]): string {
  if (headers.length === 0) return '';
  let column = 0;
  for (const each of (row as HTMLTableRowElement).cells) {
    if (each.contains(cell)) break;
    column += each.colSpan;
  }
  return headers.findLast((header) => header.column <= column)?.label ?? '';
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The line of a cell that a pack names: without its label, up to the next label in the same line. `null` = there is none. */
export function lineIn(cell: Element, line: Line, sees: Sees): string | null {
  if (line === null) return visibleText(cell, sees) || null;
  const lines = visibleLines(cell, sees);
  if ('at' in line) return lines.length === line.of ? (lines[line.at] ?? null) : null;
  const label = escaped(line.label.normalize('NFC').trim());
  const value = new RegExp(`(?:^|[,;–-])\\s*${label}\\s*:\\s*(.*?)(?=[,;]\\s*[^,;:\\d]{2,40}:|$)`, 'iu');
  for (const each of lines) {
    const found = value.exec(each)?.[1]?.trim();
    if (found) return found;
  }
  return null;
}
