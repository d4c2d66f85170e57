import { labelKey } from '#rules/labels.ts';
import { type Column, FileRefused } from '../row.ts';

/** How far down a report's titles may push its header. */
export const HEADER_WITHIN = 20;
const MOST_COLUMNS = 100;

/** A row of texts by place; an empty place is ''. */
export interface TextRow {
  readonly row: number;
  readonly texts: readonly string[];
}

/** The header of a table. */
export interface Header {
  /** The last row of the header; a header may take two. */
  readonly row: number;
  /** Columns by place, to the last named one; `null` = nameless or told twice, not read. */
  readonly columns: readonly (Column | null)[];
  /** Columns the importer knows. */
  readonly hits: number;
}

const filled = ({ texts }: TextRow): number => texts.filter(Boolean).length;

/** How many different headers of a row the importer knows. */
export function hitsOf({ texts }: TextRow, known: ReadonlySet<string>): number {
  return new Set(texts.map(labelKey).filter((key) => known.has(key))).size;
}

/** A report's header of two rows, groups above and columns below: the lower text counts, the upper one where there is none. */
function joined(upper: TextRow | undefined, lower: TextRow | undefined): TextRow | null {
  if (!upper || !lower) return null;
  const width = Math.max(upper.texts.length, lower.texts.length);
  const texts = Array.from({ length: width }, (_, at) => lower.texts[at] || upper.texts[at] || '');
  return { row: lower.row, texts };
}

/**
 * The row that names the most known columns, alone or with the row above or below; when none names two, the first that is filled as far as
 * most rows are, for titles fill one place or two.
 */
function headerRow(rows: readonly TextRow[], known: ReadonlySet<string>): TextRow | undefined {
  const singles = rows.map((row) => ({ row, hits: hitsOf(row, known) }));
  const pairs = rows.flatMap((row, at) => {
    const both = joined(row, rows[at + 1]);
    const apart = Math.max(singles[at]?.hits ?? 0, singles[at + 1]?.hits ?? 0);
    const hits = both ? hitsOf(both, known) : 0;
    return both && hits > apart ? [{ row: both, hits }] : [];
  });
  const most = Math.max(0, ...[...singles, ...pairs].map(({ hits }) => hits));
  if (most >= 2) return [...singles, ...pairs].find(({ hits }) => hits === most)?.row;
  const widths = rows.map(filled).sort((a, b) => a - b);
  const usual = widths[Math.floor((widths.length - 1) * 0.75)] ?? 0;
  return rows.find((row) => filled(row) >= usual);
}

/** Letters of a spreadsheet's columns: 0 → A, 27 → AB. */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}

/** @throws FileRefused `header.twice` when a header that matters stands twice. */
function columnsOf(texts: readonly string[], known: ReadonlySet<string> | undefined): (Column | null)[] {
  const first = new Map<string, number>();
  return texts.slice(0, texts.findLastIndex(Boolean) + 1).map((label, at) => {
    const key = labelKey(label);
    const before = first.get(key);
    if (!key) return null;
    if (before === undefined) {
      first.set(key, at);
      return { key, label };
    }
    if (!known || known.has(key))
      throw new FileRefused(
        'header.twice',
        `Tiêu đề «${label.slice(0, 60)}» có ở hai cột ${letters(before)} và ${letters(at)}. Đổi tên hoặc bỏ một cột rồi nhập lại.`,
      );
    return null;
  });
}

/**
 * The header among the first rows of a table: titles above it are passed over.
 * @throws FileRefused `file.empty`, `file.columns` (more than 100), `header.twice`.
 */
export function findHeader(head: readonly TextRow[], known: ReadonlySet<string> | undefined): Header {
  const rows = head.filter((row) => filled(row) > 0);
  const keys = known ?? new Set<string>();
  const header = headerRow(rows, keys);
  if (!header)
    throw new FileRefused('file.empty', 'Tệp không có dòng nào. Chọn đúng tệp, hoặc xuất lại từ phần mềm nguồn.');
  const { row, texts } = header;
  if (texts.filter(Boolean).length > MOST_COLUMNS)
    throw new FileRefused('file.columns', 'Bảng có hơn 100 cột. Bỏ các cột không cần rồi nhập lại.');
  return { row, columns: columnsOf(texts, known), hits: hitsOf({ row, texts }, keys) };
}

/** The row under a report's header that numbers its columns: (1) (2) (3), or A B 1 2. */
export function numbersColumns(texts: readonly string[]): boolean {
  const marks = texts.filter(Boolean).map((text) => text.replace(/^\((.*)\)$/, '$1'));
  const lettered = /^[AB]$/.test(marks[0] ?? '') ? (/^B$/.test(marks[1] ?? '') ? 2 : 1) : 0;
  const numbers = marks.slice(lettered);
  return marks.length > 2 && numbers.length > 0 && numbers.every((mark, at) => mark === String(at + 1));
}

/**
 * The header once more further down, as where pages of a report were put one below the other.
 * @param textAt the row's text at a place; asked for more than one only where that could be a header's.
 */
export function repeatsHeader(textAt: (at: number) => string, { columns }: Pick<Header, 'columns'>): boolean {
  const first = columns.findIndex(Boolean);
  if (labelKey(textAt(first)) !== columns[first]?.key) return false;
  const named = columns.flatMap((column, at) => (column && textAt(at) ? [labelKey(textAt(at)) === column.key] : []));
  return named.length >= 2 && named.every(Boolean);
}
