import type { DateOrder, PrintedDate } from '#rules/calendar/printed-date.ts';

/**
 * What stands in one cell: its text (NFC, without blanks at its ends), a true number or date of a spreadsheet or of JSON, or the
 * rows nested in a JSON item (steps, pauses; a plain value in a list is a row whose one cell has the key `''`).
 * Read it with `read-cell.ts`, which knows what may be wrong with it.
 */
export type Cell =
  | string
  | { readonly number: number }
  | { readonly date: PrintedDate }
  | { readonly list: readonly Cells[] };

/**
 * Cells by the key of their column (`headerKey`): `ma ho so`; in JSON the path, `procedure.code`. An empty cell is absent.
 */
export type Cells = Readonly<Record<string, Cell>>;

/** One row of a file, before it is understood. */
export interface RawRow {
  /** As the person sees it: the number of the line or of the sheet's row; in JSON the number of the item, from 1. */
  readonly row: number;
  readonly cells: Cells;
}

/** What is wrong with one row. `message` says what and how to mend it, in Vietnamese, and never repeats the value. */
export interface RowFault {
  /** `null` = the file as a whole. */
  readonly row: number | null;
  /** The header as the file writes it; `null` = the whole row. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** A column of the file: its key and the header as the file writes it. */
export interface Column {
  readonly key: string;
  readonly label: string;
}

export type Format = 'csv' | 'xlsx' | 'json';
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';
export type Separator = ',' | ';' | '\t';

/** What the person says about the file; what is left out is detected. */
export interface ReadOptions {
  readonly encoding?: 'utf-8' | 'windows-1258';
  readonly separator?: Separator;
  readonly dateOrder?: DateOrder;
  /** The sheet by its name; left out = the first one with a header. */
  readonly sheet?: string;
  /**
   * Keys of headers the importer knows. With them the header is the first row that holds two of them (title rows above are
   * passed over), and the sheet is the first that has such a row; without them it is the first row with the most texts.
   */
  readonly known?: ReadonlySet<string>;
}

/** What was found out about the file, for the person to check. */
export interface Detected {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly sheet?: string;
  /** Number of the row that holds the headers. */
  readonly headerRow?: number;
  /** Order of day and month, by key of each column that holds slashed dates. */
  readonly dateOrders: Readonly<Record<string, DateOrder | 'mixed' | 'undecided'>>;
}

/** A file whose head has been read. */
export interface OpenedFile {
  readonly format: Format;
  /** Columns in the order of the file; in JSON those of the first items. */
  readonly columns: readonly Column[];
  readonly detected: Detected;
  /** Rows and faults in the order of the file; the same file gives the same ones each time. To be read once. */
  readonly rows: AsyncIterable<RawRow | RowFault>;
}

export function isFault(one: RawRow | RowFault): one is RowFault {
  return 'code' in one;
}

/** A file that cannot be read at all. `message` says what to do, in Vietnamese. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
