import { labelKey } from '#rules/labels.ts';
import type { ImportFault } from '#wire/import.ts';
import { isCellFault, readText } from './read-cell.ts';
import type { Cell, Cells } from './row.ts';

/** How a row of totals begins: `Tổng cộng`, `Tổng số: 12 hồ sơ`, `Cộng`. */
const TOTAL = /^(?:tong(?: cong| so)?|cong)(?: ho so)?\s*:?\s*(?:\d+(?: ho so)?)?$/;
/** In a table of at least so many columns, titles of groups and places to sign fill no more than so many cells. */
const [WIDE, FEW] = [4, 2];
/** What no code is: nothing, words, the number of a group. */
const NO_CODE = /^(?:[^\d#]*\s[^\d#]*|[IVXLC]+|[A-Z]|)$/;

const textOf = (cell: Cell | undefined): string => {
  const read = readText(cell);
  return isCellFault(read) ? '#' : (read.value ?? '');
};

/**
 * What to say of a refused row that looks like no data: a total, the title of a group, a place to sign. `null` for any other row, which
 * is told what is wrong with each cell.
 * @param code what stands where the item's code should; absent where items have none.
 * @param columns how many columns of the file are read.
 */
export function strayRow(
  { row, cells }: { readonly row: number; readonly cells: Cells },
  code: Cell | undefined,
  columns: number,
): ImportFault | null {
  const texts = Object.values(cells).map(textOf).filter(Boolean);
  const total = texts.some((text) => TOTAL.test(labelKey(text)));
  const few = columns >= WIDE && texts.length <= FEW && code !== undefined && NO_CODE.test(textOf(code));
  if (!total && !few) return null;
  const message =
    'Dòng này giống dòng tổng, tên nhóm hoặc chỗ ký, không phải dữ liệu. Đúng vậy thì không cần sửa; là dữ liệu thì ghi đủ ô như tệp mẫu.';
  return { row, column: null, kind: 'fault', code: 'row.stray', message };
}
