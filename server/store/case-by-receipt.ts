import type { IsoDate } from '#rules/law.ts';
import type { CaseKeys } from './case-keys.ts';
import { CASE_COLUMNS, type CaseRow, type StoredCase, toCase } from './cases.ts';
import { type Db, oneOrNull } from './db.ts';
import { tenantIds } from './tenants.ts';

/**
 * The case a receipt opens, before the seal and after it, until the last day the reply is shown; with its tenant, since a
 * receipt does not name it. @param receipt 10 characters.
 */
export async function caseByReceiptOrNull(
  db: Db,
  caseKeys: CaseKeys,
  receipt: string,
  today: IsoDate,
): Promise<{ readonly tenant: string; readonly stored: StoredCase } | null> {
  for (const tenant of await tenantIds(db)) {
    if (!caseKeys.exists(tenant)) continue;
    const row = await oneOrNull<CaseRow>(
      db,
      `select ${CASE_COLUMNS} from cases where tenant = ? and receipt_hash = ?
       and (shown_until is null or shown_until >= ?)`,
      [tenant, caseKeys.hash(tenant, receipt), today],
    );
    if (row) return { tenant, stored: toCase(row) };
  }
  return null;
}

/** Whether cases are stored under a key that is not there: their receipts open nothing until it is back. */
export async function caseKeyLost(db: Db, caseKeys: CaseKeys, tenant: string): Promise<boolean> {
  if (caseKeys.exists(tenant)) return false;
  return (await oneOrNull(db, 'select 1 as yes from cases where tenant = ? limit 1', [tenant])) !== null;
}
