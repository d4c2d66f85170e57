import { type Columns, columnsOf } from './columns.ts';
import { type Grid, gridsOf } from './grid.ts';
import type { ListReading, Page } from './host.ts';
import { rowReader } from './list-rows.ts';
import { isLoading } from './placeholders.ts';
import { readInParts } from './read-in-parts.ts';
import { withDuplicates } from './with-duplicates.ts';

/** A table that can be read, with its columns and its rows. */
interface Found {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly heads: readonly HTMLElement[];
  readonly rows: readonly HTMLElement[];
}

const PROBED = 3;

/** Without a column of codes the first rows must show that a cell holds code and dates, line by line. */
function holdsDossiers(columns: Columns, rows: readonly HTMLElement[], page: Page): boolean {
  const { at, composite } = columns;
  if (at.has('code') && (at.has('promised') || at.has('remaining'))) return true;
  if (composite === null && (at.has('code') || !at.has('procedure'))) return false;
  const reader = rowReader(columns, rows, page);
  const probed = rows.slice(0, PROBED).flatMap((row) => reader.textsOf(row) ?? []);
  if (composite !== null && (rows.length === 0 || probed.length === 0)) return true;
  return probed.some(({ code, texts }) => code !== null && (texts.has('promised') || texts.has('remaining')));
}

/**
 * The list of dossiers among all tables of the page: visible, more than a line high, naming the most meanings; the larger of two
 * equals. Closed dialogs keep hidden tables in the page, so the first table is never good enough.
 */
function bestOf(grids: readonly Grid[], page: Page): Found | null {
  let best: Found | null = null;
  for (const grid of grids) {
    const named = columnsOf(grid, page);
    if (!named) continue;
    const { columns, heads } = named;
    const gain = best ? columns.at.size - best.columns.at.size : 1;
    if (gain < 0) continue;
    const rows = grid.body().filter((row) => !heads.includes(row));
    if ((gain > 0 || rows.length > (best?.rows.length ?? 0)) && holdsDossiers(columns, rows, page))
      best = { grid, columns, heads, rows };
  }
  return best;
}

/** Elements with the role of a table are looked for where no table will do. */
function bestGrid(page: Page): Found | null {
  const { document, sees } = page;
  return bestOf(gridsOf(document, sees, 'table'), page) ?? bestOf(gridsOf(document, sees, 'role'), page);
}

/**
 * Reads the list of dossiers on a page without any configuration, by the words of its headers.
 * @param anchorOf element beside which the layer may stand, for the table found.
 */
export function readTable(page: Page, anchorOf: (table: HTMLElement) => HTMLElement): ListReading | null {
  const found = bestGrid(page);
  if (!found) return null;
  const { grid, columns, heads, rows } = found;
  const reader = rowReader(columns, rows, page);
  const list = { table: grid.element, anchor: anchorOf(grid.element), codeOf: reader.codeOf };
  if (isLoading(grid.element, heads, rows, page.sees))
    return { ...list, loading: true, rows: [], total: 0, more: null };
  return readInParts(rows, reader, (parts) => ({
    ...list,
    loading: false,
    ...parts,
    rows: withDuplicates(parts.rows),
  }));
}
