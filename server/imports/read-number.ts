import { type CellFault, isCellFault, type Read, readText, saysNone } from './read-cell.ts';
import type { Cell } from './row.ts';

const NO_NUMBER: CellFault = {
  code: 'number.form',
  message: 'Ô này phải là số. Ghi chữ số, ví dụ 1234 hoặc 12,5; để trống nếu chưa có số liệu.',
};
const EITHER_WAY: CellFault = {
  code: 'number.either',
  message:
    'Không rõ dấu trong số này ngăn hàng nghìn hay phần lẻ. Ghi không có dấu hàng nghìn, ví dụ 1234 hoặc 1,2340.',
};

const plain = (text: string): number => Number(text.replace(',', '.'));

/**
 * `1.234,5` and `1,234.5` → 1234.5; `22,75 %` → 22.75. One mark before exactly three digits parts thousands in a `count`; where a
 * fraction may stand (`decimal`) it could be either, which is a fault.
 */
export function readNumber(cell: Cell | undefined, kind: 'count' | 'decimal'): Read<number> {
  if (typeof cell === 'object' && 'number' in cell) return { value: cell.number };
  if (typeof cell === 'object' && 'date' in cell) return NO_NUMBER;
  const read = readText(cell);
  if (isCellFault(read)) return read;
  if (read.value === null || saysNone(read.value)) return { value: null };
  const text = read.value
    .replace(/\s*%$/, '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^−/, '-');
  if (/^-?\d+$/.test(text)) return { value: Number(text) };
  const grouped = /^-?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.exec(text);
  if (grouped) {
    const mark = grouped[1] ?? '';
    const other = mark === '.' ? ',' : '.';
    const once = text.split(mark).length === 2 && !text.includes(other);
    if (once && kind === 'decimal') return EITHER_WAY;
    const rest = text.slice(text.lastIndexOf(mark) + 1);
    if (/^\d{3}(?:$|[.,])/.test(rest) && !rest.includes(mark)) return { value: plain(text.replaceAll(mark, '')) };
  }
  return /^-?\d+[.,]\d+$/.test(text) ? { value: plain(text) } : NO_NUMBER;
}
