import { isPersonalColumn, isPersonalLabel } from '#rules/packs/personal-column.ts';
import { cellAt, cellsWithColumns } from '../hosts/cell-at.ts';
import type { Header } from '../hosts/pack-place.ts';
import { headersOf, headRowsOf } from '../hosts/pack-place.ts';
import { type Sees, visibleLines } from '../hosts/visible-text.ts';
import type { LineChoice, PickedColumn } from '../teach-messages.ts';
import { selectorOf, selectorWithin, simpleSelector } from './selector-of.ts';

/** Rows looked at. */
const SAMPLE = 50;
const FEWEST_ALIKE = 3;
const LABEL = /^[-–•\s]*([^:\d]{2,40}):\s*\S/;

/** A column and the elements it is drawn on. */
export interface Pointed {
  readonly pick: PickedColumn;
  readonly cells: readonly HTMLElement[];
}

/** Which lines of these cells may be read. A line of names or numbers of persons is not offered. */
function linesOf(cells: readonly HTMLElement[], header: string, sees: Sees): readonly LineChoice[] {
  const all = cells.map((cell) => visibleLines(cell, sees)).filter((lines) => lines.length > 0);
  const counts = new Map<number, number>();
  for (const { length } of all) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual = 1] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const alike = all.filter(({ length }) => length === usual);
  const choices: LineChoice[] = [];
  const whole = all.map((lines) => lines.join(' '));
  if (!isPersonalColumn(usual > 1 ? '' : header, whole)) choices.push({ line: null, label: null });
  if (usual === 1) return choices;
  for (let at = 0; at < usual; at += 1)
    if (
      !isPersonalColumn(
        '',
        alike.map((lines) => lines[at] ?? ''),
      )
    )
      choices.push({ line: { at, of: usual }, label: null });
  const labels = new Map<string, number>();
  for (const line of all.flat()) {
    const label = LABEL.exec(line)?.[1]?.trim();
    if (label) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  // A label stands in row after row; what stands once may be somebody's name.
  for (const [label, times] of labels)
    if (times >= 2 && !isPersonalLabel(label)) choices.push({ line: { label }, label });
  return choices;
}

/** The row of the headers; `null` for a table that begins with data: a text of a dossier must not become a header. */
function headOf(table: HTMLTableElement, sees: Sees): { row: HTMLTableRowElement; headers: readonly Header[] } | null {
  const [best] = headRowsOf(table)
    .slice(0, 3)
    .map((row) => ({ row, headers: headersOf(row, sees) }))
    .sort((a, b) => b.headers.filter(({ label }) => label).length - a.headers.filter(({ label }) => label).length);
  return best ?? null;
}

/** Column `column` of a table as a pack names it: by its header where that is the only one of its words. */
function tableColumn(table: HTMLTableElement, column: number, sees: Sees): Pointed {
  const head = headOf(table, sees);
  const headers = head?.headers ?? [];
  const header = headers.findLast((each) => each.column <= column)?.label ?? '';
  const rows = [...table.rows].filter(
    (row) => row !== head?.row && row.parentElement?.tagName !== 'THEAD' && sees(row) > 0,
  );
  const cells = rows.slice(0, SAMPLE).flatMap((row) => cellAt(row, column) ?? []);
  const named = header !== '' && headers.filter(({ label }) => label === header).length === 1;
  const lines = isPersonalLabel(header) ? [] : linesOf(cells, header, sees);
  const place = named ? { header } : { column, under: header.slice(0, 80) };
  const pick = {
    root: selectorOf(table),
    row: null,
    place,
    header,
    lines,
    personal: lines.length === 0 && cells.length > 0,
  };
  const above = head && cellAt(head.row, column);
  return { pick, cells: above ? [above, ...cells] : cells };
}

/** The element around `element` that has the most others like it beside it: one row of a list that is no table. */
function repeatedRow(element: Element): { row: HTMLElement; alike: readonly HTMLElement[] } | null {
  let best: { row: HTMLElement; alike: readonly HTMLElement[] } | null = null;
  for (let at: Element | null = element; at?.parentElement && at.tagName !== 'BODY'; at = at.parentElement) {
    const own = simpleSelector(at);
    const alike = [...at.parentElement.children].filter((each) => simpleSelector(each) === own) as HTMLElement[];
    if (alike.length >= FEWEST_ALIKE && alike.length >= (best?.alike.length ?? 0))
      best = { row: at as HTMLElement, alike };
  }
  return best;
}

/** What an element of the page belongs to: a column of its table, or the same element of every card. `null` = neither. */
export function pointAt(element: Element, sees: Sees): Pointed | null {
  const cell = element.closest<HTMLElement>('td, th');
  const table = cell?.closest('table');
  const row = cell?.closest('tr');
  if (cell && table && row) {
    const at = cellsWithColumns(row).find((each) => each.cell === cell);
    return at ? tableColumn(table, at.from, sees) : null;
  }
  const repeated = repeatedRow(element);
  const selector = repeated && selectorWithin(repeated.row, element);
  const root = repeated?.row.parentElement && selectorOf(repeated.row.parentElement);
  if (!repeated || !selector || !root) return null;
  const cells = repeated.alike.slice(0, SAMPLE).flatMap((each) => each.querySelector<HTMLElement>(selector) ?? []);
  const lines = linesOf(cells, '', sees);
  const pick = {
    root,
    row: simpleSelector(repeated.row),
    place: { selector },
    header: '',
    lines,
    personal: lines.length === 0,
  };
  return { pick, cells };
}

/** Every column of a table, in order. */
export function columnsOfTable(table: HTMLTableElement, sees: Sees): readonly PickedColumn[] {
  const [first] = table.rows;
  const columns = headOf(table, sees)?.headers ?? (first ? headersOf(first, sees) : []);
  return columns.map(({ column }) => tableColumn(table, column, sees).pick);
}
