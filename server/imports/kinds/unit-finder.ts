import { labelKey } from '#rules/labels.ts';
import type { StoredUnit } from '../../store/units.ts';
import type { ReadRow } from '../read-row.ts';

/**
 * Reads the unit of a row: by its code, or by its name where exactly one unit is called so. `common`: of rows of a file without the
 * column.
 */
export function unitFinder(units: readonly StoredUnit[], common: string | undefined): (row: ReadRow) => string | null {
  const codes = new Set(units.map(({ unit }) => unit));
  const byName = new Map<string, string[]>();
  for (const { unit, name } of units) {
    const key = labelKey(name);
    byName.set(key, [...(byName.get(key) ?? []), unit]);
  }
  return (row) => {
    const text = row.code('unit');
    if (text === null) {
      if (row.faults.some(({ code }) => code === 'cell.personal')) return null;
      return common ?? row.fault('unit', 'unit.none', 'Dòng không ghi đơn vị. Ghi mã đơn vị.');
    }
    if (codes.has(text)) return text;
    const named = byName.get(labelKey(text)) ?? [];
    if (named.length === 1) return named[0] as string;
    return named.length > 1
      ? row.fault('unit', 'unit.several', 'Có nhiều đơn vị cùng tên này. Ghi mã đơn vị thay cho tên.')
      : row.fault(
          'unit',
          'unit.unknown',
          'Không có đơn vị này. Xem mã ở Thiết lập, mục Đơn vị, hoặc nhập đơn vị trước.',
        );
  };
}
