import { type DateOrder, dateOrderOf } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';
import { bestTable, type Columns, cellAt } from './columns.ts';
import type { ListReading, Page, RowReading } from './host.ts';
import { makeReading } from './make-reading.ts';
import { readCode } from './read-code.ts';
import { visibleText } from './visible-text.ts';

/** Skeletons of the component libraries seen; while one is drawn the rows belong to no page. */
const PLACEHOLDERS =
  '.vue-content-placeholders, .v-skeleton-loader, .ant-skeleton, .ant-spin-spinning, .mat-progress-bar, [aria-busy="true"]';
/** A mark stands beside what it speaks about; the applicant's cell is never touched, not even measured. */
const PLACES: readonly Meaning[] = ['promised', 'remaining', 'status', 'received', 'procedure', 'code'];
const DATED: readonly Meaning[] = ['received', 'promised', 'ready', 'returned', 'reappointed'];

function bodyRows(table: HTMLTableElement, columns: Columns): HTMLTableRowElement[] {
  return [...table.rows].filter(
    (row) => row !== columns.head && row.cells.length > 2 && !/^(THEAD|TFOOT)$/.test(row.parentElement?.tagName ?? ''),
  );
}

function textAt(row: HTMLTableRowElement, meaning: Meaning, columns: Columns, page: Page): string | null {
  const column = columns.at.get(meaning);
  const cell = column === undefined || meaning === 'applicant' ? null : cellAt(row, column);
  return (cell && visibleText(cell, page.sees)) || null;
}

function readRows(table: HTMLTableElement, columns: Columns, page: Page): RowReading[] {
  const rows = bodyRows(table, columns).filter((row) => page.sees(row) > 0);
  const order = new Map<Meaning, DateOrder>(
    DATED.map((field) => [field, dateOrderOf(rows.map((row) => textAt(row, field, columns, page) ?? ''))]),
  );
  const codes = rows.map((row) => readCode(textAt(row, 'code', columns, page) ?? ''));
  return rows.map((row, i) => {
    const code = codes[i] ?? null;
    const duplicate = code !== null && codes.indexOf(code) !== codes.lastIndexOf(code);
    const reading =
      code === null || duplicate
        ? null
        : makeReading(
            {
              code,
              source: 'list',
              text: (meaning) => textAt(row, meaning, columns, page),
              order: (meaning) => order.get(meaning) ?? 'dmy',
            },
            page.office,
          );
    const places = PLACES.map((meaning) => columns.at.get(meaning))
      .filter((column) => column !== undefined)
      .map((column) => cellAt(row, column))
      .filter((cell) => cell !== null);
    return { row, code, duplicate, reading, places };
  });
}

/**
 * Reads the list of dossiers on a page without any configuration, by the words of its headers.
 * @param anchorOf element beside which the layer may stand, for the table found.
 */
export function readTable(page: Page, anchorOf: (table: HTMLTableElement) => HTMLElement): ListReading | null {
  const found = bestTable(page.document, page.sees);
  if (!found) return null;
  const { table, columns } = found;
  const loading = [table, ...table.querySelectorAll(PLACEHOLDERS)].some(
    (element) => element.matches(PLACEHOLDERS) && page.sees(element) > 0,
  );
  const rows = loading ? [] : readRows(table, columns, page);
  return {
    table,
    anchor: anchorOf(table),
    loading,
    rows,
    total: rows.length,
    more: null,
    codeOf: (row) => readCode(textAt(row as HTMLTableRowElement, 'code', columns, page) ?? ''),
  };
}
