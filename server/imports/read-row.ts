import { asLocalTime, type DateOrder } from '#rules/calendar/printed-date.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import { labelKey } from '#rules/labels.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { ImportFault } from '#wire/import.ts';
import type { ColumnMap, ColumnSpec } from './columns.ts';
import { isCellFault, listAt, type Read, readText } from './read-cell.ts';
import { readCode, readProcedureCode } from './read-code.ts';
import { readCellDate } from './read-date.ts';
import { readNumber } from './read-number.ts';
import type { Cell, Cells, RawRow } from './row.ts';

type Order = DateOrder | 'mixed' | 'undecided';

/** What the rows of a file are read with. */
export interface Reading {
  readonly specs: readonly ColumnSpec[];
  readonly map: ColumnMap;
  /** Order of day and month by key of the file's column. */
  readonly orders: Readonly<Record<string, Order>>;
  readonly office: Office;
}

/** A phone number, the number of an identity paper or an address of e-mail where a code should be. */
const PERSONAL_CODE = /^(?:0[235789]\d{8}|\+84\d{9}|0\d{11})$|@/;

/**
 * One row as a kind reads it: by field, gathering what is wrong on the way. An empty cell is `null`. The same for the rows nested in
 * an item of JSON (`rows`).
 */
export class ReadRow {
  readonly faults: ImportFault[] = [];
  readonly notices: ImportFault[] = [];
  readonly row: number;
  readonly #cells: Cells;
  readonly #reading: Reading;

  constructor(raw: RawRow, reading: Reading) {
    this.row = raw.row;
    this.#cells = raw.cells;
    this.#reading = reading;
  }

  /** Header of the field's column as the file writes it, or its own name. */
  headerOf(key: string | null): string | null {
    if (key === null) return null;
    const { map, specs } = this.#reading;
    // A fault inside a list or a group belongs to the column that holds it.
    for (let path = key; ; path = path.slice(0, path.lastIndexOf('.'))) {
      const label = map.read.get(path)?.label ?? specs.find((spec) => spec.key === path)?.label;
      if (label !== undefined) return label;
      if (!path.includes('.')) return null;
    }
  }

  fault(key: string | null, code: string, message: string): null {
    this.faults.push({ row: this.row, column: this.headerOf(key), kind: 'fault', code, message });
    return null;
  }

  notice(key: string | null, code: string, message: string): null {
    this.notices.push({ row: this.row, column: this.headerOf(key), kind: 'notice', code, message });
    return null;
  }

  #columnKey(key: string): string | undefined {
    return this.#reading.map.read.get(key)?.key;
  }

  #cell(key: string): Cell | undefined {
    const column = this.#columnKey(key);
    return column === undefined ? undefined : this.#cells[column];
  }

  /** Whether the file has the column at all. */
  has(key: string): boolean {
    return this.#columnKey(key) !== undefined;
  }

  #value<T>(key: string, read: Read<T>): T | null {
    return isCellFault(read) ? this.fault(key, read.code, read.message) : read.value;
  }

  text(key: string): string | null {
    return this.#value(key, readText(this.#cell(key)));
  }

  /** A code: a text that is not somebody's number. */
  code(key: string): string | null {
    const text = this.#value(key, readCode(this.#cell(key)));
    if (text === null || !PERSONAL_CODE.test(text.replace(/[\s.-]/g, ''))) return text;
    return this.fault(
      key,
      'cell.personal',
      'Ô này giống số điện thoại, số giấy tờ hoặc thư điện tử, không phải mã. Hệ thống không lưu ô này; xem lại cột.',
    );
  }

  procedure(key: string): string | null {
    return this.#value(key, readProcedureCode(this.#cell(key)));
  }

  /** A bare day is the office's opening or closing hour on that day. */
  moment(key: string, edge: 'opening' | 'closing'): LocalTime | null {
    return this.momentIn(this.#cell(key), key, edge);
  }

  /** The same of a cell in a nested row of the field `key`. */
  momentIn(cell: Cell | undefined, key: string, edge: 'opening' | 'closing'): LocalTime | null {
    const order = this.#reading.orders[this.#columnKey(key) ?? ''] ?? 'dmy';
    const printed = this.#value(key, readCellDate(cell, order));
    return printed && asLocalTime(printed, edge, this.#reading.office);
  }

  day(key: string): IsoDate | null {
    const order = this.#reading.orders[this.#columnKey(key) ?? ''] ?? 'dmy';
    return this.#value(key, readCellDate(this.#cell(key), order))?.day ?? null;
  }

  count(key: string): number | null {
    return this.#value(key, readNumber(this.#cell(key), 'count'));
  }

  decimal(key: string): number | null {
    return this.#value(key, readNumber(this.#cell(key), 'decimal'));
  }

  /** One of `words`, which are `labelKey`s; another one is a fault with `remedy`. */
  word<T>(key: string, words: ReadonlyMap<string, T>, remedy: string): T | null {
    const text = this.text(key);
    if (text === null) return null;
    return words.get(labelKey(text)) ?? this.fault(key, 'word.unknown', remedy);
  }

  /** The rows nested in an item of JSON; `null` = the file has no such field. */
  rows(key: string): readonly Cells[] | null {
    const column = this.#columnKey(key);
    return column === undefined ? null : listAt(this.#cells, column);
  }

  decimalIn(cell: Cell | undefined, key: string): number | null {
    return this.#value(key, readNumber(cell, 'decimal'));
  }

  /** A text of a nested row of the field `key`. */
  textIn(cell: Cell | undefined, key: string): string | null {
    return this.#value(key, readText(cell));
  }
}
