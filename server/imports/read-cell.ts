import type { Cell, Cells } from './row.ts';

/** What a cell holds, or what is wrong with it; `null` = it is empty or says "none". */
export type Read<T> = { readonly value: T | null } | CellFault;

/** `message` says what and how to mend it, and never repeats the value. */
export interface CellFault {
  readonly code: string;
  readonly message: string;
}

/** Values of failed formulas, and of a column too narrow when it was copied. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#+)$/;
/** What no text of a person holds: the sign for bytes that could not be read, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const BROKEN = /[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** Ways to say that there is nothing, in a cell for a date or a number. */
const NONE = /^(?:[-–—]+|null|n\/a)$/i;

const FAILED_FORMULA: CellFault = {
  code: 'cell.failed',
  message: 'Ô là lỗi công thức của bảng tính (như #N/A). Sửa công thức hoặc gõ giá trị vào ô.',
};
const BROKEN_TEXT: CellFault = {
  code: 'text.broken',
  message: 'Chữ trong ô bị hỏng vì sai bảng mã. Lưu tệp dạng «CSV UTF-8», hoặc chọn đúng bảng mã, rồi nhập lại.',
};
const NOT_ONE: CellFault = {
  code: 'cell.list',
  message: 'Chỗ này phải là một giá trị, tệp lại ghi một danh sách. Ghi một giá trị.',
};

export function isCellFault(read: Read<unknown>): read is CellFault {
  return 'code' in read;
}

/** What is wrong with a text whatever it should say, or `null`. */
export function textFault(text: string): CellFault | null {
  if (FAILED.test(text)) return FAILED_FORMULA;
  return BROKEN.test(text) ? BROKEN_TEXT : null;
}

/** Whether a text in a cell for a date or a number says that there is none. */
export function saysNone(text: string): boolean {
  return text === '' || NONE.test(text);
}

/** A cell as one text. A true date is written `2026-11-24 17:05`, a number with a point. */
export function readText(cell: Cell | undefined): Read<string> {
  if (cell === undefined || cell === '') return { value: null };
  if (typeof cell === 'string') return textFault(cell) ?? { value: cell };
  if ('number' in cell) return { value: String(cell.number) };
  if ('date' in cell) return { value: cell.date.time ? `${cell.date.day} ${cell.date.time}` : cell.date.day };
  return NOT_ONE;
}

/**
 * The rows nested at `key`, `null` when there are none. Programs that turn XML into JSON write a list of one as the one itself: its
 * cells, `key.…`, are taken for a list of one.
 */
export function listAt(cells: Cells, key: string): readonly Cells[] | null {
  const cell = cells[key];
  if (typeof cell === 'object' && 'list' in cell) return cell.list;
  if (cell !== undefined) return [{ '': cell }];
  const within = Object.entries(cells).filter(([path]) => path.startsWith(`${key}.`));
  return within.length ? [Object.fromEntries(within.map(([path, one]) => [path.slice(key.length + 1), one]))] : null;
}
