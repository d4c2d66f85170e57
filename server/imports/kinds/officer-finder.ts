import { labelKey } from '#rules/labels.ts';
import type { Db } from '../../store/db.ts';
import { officersOf } from '../../store/officers.ts';
import type { ReadRow } from '../read-row.ts';

/**
 * Reads an officer of a row: by code, or by the label where exactly one officer has it. Back offices write names there: a name nobody
 * is known by is not kept, and the row is taken without it.
 */
export async function officerFinder(db: Db, tenant: string): Promise<(row: ReadRow, key: string) => string | null> {
  const officers = await officersOf(db, tenant);
  const codes = new Set(officers.map(({ officer }) => officer));
  const byLabel = new Map<string, string[]>();
  for (const { officer, label } of officers) {
    const key = labelKey(label);
    byLabel.set(key, [...(byLabel.get(key) ?? []), officer]);
  }
  return (row, key) => {
    const text = row.text(key);
    if (text === null || codes.has(text)) return text;
    const [only, ...more] = byLabel.get(labelKey(text)) ?? [];
    if (only !== undefined && more.length === 0) return only;
    return row.notice(
      key,
      'officer.unknown',
      'Không có cán bộ nào mang mã hay nhãn này nên dòng được nhập không kèm cán bộ. Ghi mã cán bộ nếu cần tính điểm theo người.',
    );
  };
}
