import type { Meaning } from '#rules/labels.ts';
import { cellsWithColumns } from './cell-at.ts';
import type { Columns } from './columns.ts';
import { codeIn, dateIn, partsOf, remainingIn } from './composite.ts';
import type { SiteWords } from './host.ts';
import { readCode, readCodeLine } from './read-code.ts';
import type { RowLines } from './row-template.ts';

/** What one row says and where. */
export interface RowTexts {
  readonly code: string | null;
  readonly texts: ReadonlyMap<Meaning, string>;
  /** Looked for when a mark is to be drawn. */
  readonly cells: () => ReadonlyMap<Meaning, HTMLElement>;
}

/** The field whose cell says everything of a dossier, line by line, where a list has such a one. */
export const wholeOf = (fields: { readonly has: (field: Meaning | 'all') => boolean }): Meaning | 'all' | null =>
  fields.has('all') ? 'all' : fields.has('code') ? null : 'procedure';

export const DATED: ReadonlySet<Meaning> = new Set([
  'received',
  'promised',
  'ready',
  'returned',
  'reappointed',
  'submittedOnline',
]);
/** On a narrow screen some hosts print each label again within its cell. */
const LABELLED: ReadonlySet<Meaning | 'all'> = new Set([...DATED, 'code', 'status']);
/** Fields that come into a reading; a cell of any other meaning is not looked into. */
const READ: readonly Meaning[] = [...DATED, 'code', 'procedure', 'status', 'remaining', 'duration'];

/** Cells of the columns that are read, by meaning; `null` when the row is not built like the head. */
export function cellsByMeaning(
  row: HTMLElement,
  { at, composite, widths }: Columns,
  taken?: ReadonlySet<number>,
): Map<Meaning | 'all', HTMLElement> | null {
  const cells = cellsWithColumns(row, taken);
  const width = cells.at(-1)?.to ?? 0;
  const placed = cells[0]?.cell.hasAttribute('aria-colindex') ?? false;
  if (cells.length < 2 || (!placed && !widths.includes(width))) return null;
  const under = (column: number) => cells.find(({ from, to }) => column >= from && column < to)?.cell;
  const found = new Map<Meaning | 'all', HTMLElement>();
  for (const meaning of READ) {
    const column = at.get(meaning);
    const cell = column === undefined ? undefined : under(column);
    if (cell) found.set(meaning, cell);
  }
  // One cell under two headers of dates: which of them it speaks of is not said.
  if (cells.length < width) {
    const dated = [...found].filter(([meaning]) => DATED.has(meaning as Meaning));
    for (const [meaning, cell] of dated)
      if (dated.some(([other, same]) => same === cell && other !== meaning)) found.delete(meaning);
  }
  const whole = composite === null ? undefined : under(composite);
  if (whole) found.set('all', whole);
  return found;
}

function textIn(meaning: Meaning, bare: readonly string[]): string | null {
  if (DATED.has(meaning)) return dateIn(bare);
  // Under the first line of a procedure or a status may stand a person's name.
  return bare[0] ?? null;
}

/** Reads one row. A cell of several lines also fills what no column of its own says. @param isWhole whether it is the cell of `wholeOf`. */
export function textsOf(
  said: RowLines,
  isWhole: (field: Meaning | 'all') => boolean,
  site: SiteWords | null | undefined,
): Pick<RowTexts, 'code' | 'texts'> {
  const texts = new Map<Meaning, string>();
  const more = new Map<Meaning, string>();
  let code: string | null = null;
  for (const [meaning, lines] of said) {
    const whole = isWhole(meaning);
    const single = lines.length < 2 && !whole && !(LABELLED.has(meaning) && lines[0]?.includes(': '));
    const parts = single ? { values: new Map<Meaning, string>(), bare: lines } : partsOf(lines, site);
    for (const [other, value] of parts.values) more.set(other, value);
    if (whole) {
      code ??= codeIn(parts);
      const time = remainingIn(parts.bare);
      if (time) more.set('remaining', time);
      const title = code && parts.bare[0]?.includes(code) ? parts.bare[1] : parts.bare[0];
      if (meaning === 'procedure' && title && title !== time) texts.set('procedure', title);
    } else if (meaning === 'code')
      code = readCodeLine(parts.bare[0], lines) ?? readCode(parts.values.get('code') ?? '');
    else if (meaning !== 'all') {
      const text = textIn(meaning, parts.bare) ?? parts.values.get(meaning);
      if (text) texts.set(meaning, text);
      // Under the due date or the status some hosts print the time that is left.
      if ((meaning === 'promised' || meaning === 'status') && parts.bare.length > 1) {
        const time = remainingIn(parts.bare.slice(1));
        if (time) more.set('remaining', time);
      }
    }
  }
  for (const [meaning, value] of more) if (!texts.has(meaning)) texts.set(meaning, value);
  return { code, texts };
}
