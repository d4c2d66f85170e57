import type { DateOrder } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';
import { type Taken, takenIn } from './cell-at.ts';
import type { Columns } from './columns.ts';
import { codeIn, partsOf } from './composite.ts';
import { dateOrders } from './date-orders.ts';
import { isTableRow } from './grid.ts';
import type { Page, RowReading } from './host.ts';
import { makeReading } from './make-reading.ts';
import { readCode, readCodeLine } from './read-code.ts';
import { type RowLines, rowTemplates } from './row-template.ts';
import { cellsByMeaning, DATED, type RowTexts, textsOf, wholeOf } from './row-texts.ts';
import { visibleLines } from './visible-text.ts';

/** A mark stands beside what it speaks about; the applicant's cell is never touched, not even measured. */
const PLACES: readonly Meaning[] = ['promised', 'remaining', 'status', 'received', 'procedure', 'code'];
/** Rows asked for the order of day and month where those read do not tell. */
const MOST_ASKED = 2_000;

/** A line of sums or the title of a group: no code, or a number alone, and not one fact of a dossier beside it. */
const isSum = ({ code, texts }: RowTexts): boolean =>
  (code === null || /^\d{1,6}$/.test(code)) && ![...texts].some(([meaning, text]) => meaning !== 'procedure' && text);

export interface RowWithTexts {
  readonly row: HTMLElement;
  readonly texts: RowTexts;
}

/** Reads single rows of one list. Nothing is kept between two looks at a page. */
export interface RowReader {
  /** `null` = not shown, or a row of another kind: a title, a pager, «Không có hồ sơ nào». */
  readonly textsOf: (row: HTMLElement) => RowTexts | null;
  readonly codeOf: (row: HTMLElement) => string | null;
  readonly ordersOf: (rows: readonly RowWithTexts[]) => (meaning: Meaning) => DateOrder;
  readonly readingOf: (row: RowWithTexts, order: (meaning: Meaning) => DateOrder) => RowReading;
}

/** @param all every row of the list, for the cells that reach down over several of them. */
export function rowReader(columns: Columns, all: readonly HTMLElement[], page: Page): RowReader {
  let taken: Taken | null = null;
  const templates = rowTemplates();
  const cellsOf = (row: HTMLElement) => {
    const cells = cellsByMeaning(row, columns, taken?.get(row));
    if (cells || taken || !isTableRow(row) || row.childElementCount < 2) return cells;
    // Narrower than its head: a cell of an earlier row may reach into it. Found out once, for all rows.
    taken = takenIn(all);
    return cellsByMeaning(row, columns, taken.get(row));
  };
  const rawTexts = (meaning: Meaning): readonly string[] =>
    all.slice(0, MOST_ASKED).map((row) => cellsOf(row)?.get(meaning)?.textContent?.slice(0, 60) ?? '');

  const placesIn = (row: HTMLElement): ReadonlyMap<Meaning, HTMLElement> =>
    new Map([...(cellsOf(row) ?? [])].map(([field, cell]) => [field === 'all' ? 'code' : field, cell]));
  const readAs = (row: HTMLElement, lines: RowLines, isWhole: (field: Meaning | 'all') => boolean): RowTexts | null => {
    const found = { ...textsOf(lines, isWhole, page.site), cells: () => placesIn(row) };
    return isSum(found) ? null : found;
  };

  return {
    textsOf: (row) => {
      if (page.sees(row) === 0) return null;
      // Where cells reach down, rows built alike are not divided alike.
      const reached = (taken?.size ?? 0) > 0;
      const like = reached ? null : templates.linesOf(row);
      if (like) {
        const whole = wholeOf(like);
        return readAs(row, like, (field) => field === whole);
      }
      const cells = cellsOf(row);
      // A row with content that is not built like its head is counted: something is there that could not be read.
      if (!cells) return row.children.length > 2 ? { code: null, texts: new Map(), cells: () => new Map() } : null;
      const lines = new Map([...cells].map(([field, cell]) => [field, visibleLines(cell, page.sees)]));
      if (!taken?.size) templates.learn(row, cells, lines);
      const whole = cells.get(wholeOf(cells) ?? 'all');
      return readAs(row, lines, (field) => whole !== undefined && cells.get(field) === whole);
    },
    codeOf: (row) => {
      const cells = cellsOf(row);
      const own = cells?.get('code');
      const cell = own ?? cells?.get('all') ?? cells?.get('procedure');
      if (!cell) return null;
      const lines = visibleLines(cell, page.sees);
      if (own && lines.length < 2) return readCode(lines[0] ?? '');
      const parts = partsOf(lines, page.site);
      return own ? (readCodeLine(parts.bare[0], lines) ?? codeIn(parts)) : codeIn(parts);
    },
    ordersOf: (rows) =>
      dateOrders(
        [...DATED].flatMap((meaning) => {
          const read = rows.map(({ texts }) => texts.texts.get(meaning) ?? '');
          const all = () => (columns.at.has(meaning) ? rawTexts(meaning) : read);
          return columns.at.has(meaning) || read.some(Boolean) ? [{ meaning, read, all }] : [];
        }),
        page.site?.dateOrder,
      ),
    readingOf: ({ row, texts: { code, texts, cells } }, order) => {
      const text = (meaning: Meaning): string | null => texts.get(meaning) ?? null;
      const states = page.site?.states;
      const reading =
        code === null
          ? null
          : makeReading({ code, source: 'list', text, order, ...(states ? { states } : {}) }, page.office);
      let places: readonly HTMLElement[] | null = null;
      return {
        row,
        code,
        duplicate: false,
        reading,
        get places() {
          const found = places ? null : cells();
          places ??= PLACES.flatMap((meaning) => found?.get(meaning) ?? []);
          return places;
        },
      };
    },
  };
}
