import { type CellFault, isCellFault, type Read, readText } from './read-cell.ts';
import type { Cell } from './row.ts';

/** `1.23457E+14`, `1,23457E+14`: what a spreadsheet shows of a long number. */
const COLLAPSED = /^-?\d+(?:[.,]\d+)?E[+-]?\d+$/i;
/** A spreadsheet keeps 15 digits of a number and writes 0 for the rest. */
const KEPT_DIGITS = 15;

const COLLAPSED_CODE: CellFault = {
  code: 'code.collapsed',
  message:
    'Mã đã bị Excel đổi thành số nên mất chữ số. Đặt cột này là Văn bản (Text), chép lại mã từ phần mềm nguồn, rồi lưu tệp.',
};
const NOT_WHOLE: CellFault = {
  code: 'code.number',
  message:
    'Mã đã bị đổi thành số lẻ hoặc ngày. Đặt cột này là Văn bản (Text), chép lại mã từ phần mềm nguồn, rồi lưu tệp.',
};

/**
 * A code as text. A number of at most 15 digits is written out; zeros it may have lost in front cannot be known here. A longer one,
 * one in powers of ten and a date have lost what they were: a fault.
 */
export function readCode(cell: Cell | undefined): Read<string> {
  if (typeof cell === 'object' && 'number' in cell) {
    if (!Number.isInteger(cell.number) || cell.number < 0) return NOT_WHOLE;
    return cell.number >= 10 ** KEPT_DIGITS ? COLLAPSED_CODE : { value: String(cell.number) };
  }
  if (typeof cell === 'object' && 'date' in cell) return NOT_WHOLE;
  const read = readText(cell);
  if (isCellFault(read) || read.value === null) return read;
  return COLLAPSED.test(read.value) ? COLLAPSED_CODE : read;
}

/**
 * A procedure's code, `1.001612` or `1.001612.000.00.00.H48`. It always has six digits behind the point, so the zeros a spreadsheet drops
 * at the end (`2.00081`) are put back.
 */
export function readProcedureCode(cell: Cell | undefined): Read<string> {
  const read = typeof cell === 'object' && 'number' in cell ? { value: String(cell.number) } : readCode(cell);
  if (isCellFault(read) || read.value === null) return read;
  const short = /^([1-9])[.,](\d{1,6})$/.exec(read.value);
  return short ? { value: `${short[1]}.${short[2]!.padEnd(6, '0')}` } : read;
}
