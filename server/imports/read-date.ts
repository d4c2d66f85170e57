import { type DateFault, type DateOrder, type PrintedDate, parseDate } from '#rules/calendar/printed-date.ts';
import { FIRST_SERIAL, fromSerial, LAST_SERIAL } from './excel-serial.ts';
import { type CellFault, isCellFault, type Read, readText, saysNone } from './read-cell.ts';
import type { Cell } from './row.ts';

const MESSAGES: Readonly<Record<DateFault | 'mixed', string>> = {
  form: 'Không đọc được ngày. Ghi dạng 24/11/2026 hoặc 24/11/2026 17:05; để trống nếu chưa có.',
  shortYear: 'Năm chỉ có hai chữ số nên không rõ thế kỷ. Ghi đủ bốn chữ số, ví dụ 24/11/2026.',
  day: 'Không có ngày này trong lịch. Sửa ngày; nếu cột ghi tháng trước ngày, chọn thứ tự tháng/ngày rồi nhập lại.',
  time: 'Không có giờ này trong ngày. Ghi giờ từ 00:00 đến 23:59.',
  year: 'Năm nằm ngoài 2000–2100. Sửa năm; để trống nếu chưa có ngày.',
  mixed:
    'Cột này có cả ngày/tháng lẫn tháng/ngày, ô này hiểu được theo hai cách. Ghi cả cột theo một thứ tự, ví dụ 24/11/2026.',
};

const fault = (why: keyof typeof MESSAGES): CellFault => ({ code: `date.${why}`, message: MESSAGES[why] });

function inRange(date: PrintedDate): Read<PrintedDate> {
  return date.day >= '2000-01-01' && date.day <= '2100-12-31' ? { value: date } : fault('year');
}

function parsed(text: string, order: DateOrder | 'mixed'): Read<PrintedDate> {
  const first = parseDate(text, order === 'mixed' ? 'dmy' : order);
  if (order !== 'mixed') return typeof first === 'string' ? fault(first) : inRange(first);
  const second = parseDate(text, 'mdy');
  if (typeof first === 'string') return typeof second === 'string' ? fault(first) : inRange(second);
  return typeof second === 'string' || first.day === second.day ? inRange(first) : fault('mixed');
}

function fromNumber(number: number): Read<PrintedDate> {
  if (number >= FIRST_SERIAL && number < LAST_SERIAL + 1) return { value: fromSerial(number) };
  return Number.isInteger(number) && number > 10 ** 11 ? parsed(String(number), 'dmy') : fault('form');
}

/**
 * A cell as a date from 2000 to 2100: a true date, a text of any form of `parseDate`, a spreadsheet's day number, epoch ms.
 * @param order of day and month in this column, as `Detected.dateOrders` says (`undecided` is read day first).
 */
export function readCellDate(
  cell: Cell | undefined,
  order: DateOrder | 'mixed' | 'undecided' = 'dmy',
): Read<PrintedDate> {
  if (typeof cell === 'object' && 'date' in cell) return inRange(cell.date);
  if (typeof cell === 'object' && 'number' in cell) return fromNumber(cell.number);
  const read = readText(cell);
  if (isCellFault(read)) return read;
  if (read.value === null || saysNone(read.value)) return { value: null };
  if (/^\d{5}(?:[.,]\d+)?$/.test(read.value)) return fromNumber(Number(read.value.replace(',', '.')));
  return parsed(read.value, order === 'undecided' ? 'dmy' : order);
}
