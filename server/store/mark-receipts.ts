import type { Db } from './db.ts';
import { MARKED, type PeriodKeys } from './period-keys.ts';
import { revealReceipt } from './receipts.ts';
import { tenantIds } from './tenants.ts';

const PAGE = 500;

interface Plain {
  readonly idHash: string;
  readonly period: string;
  readonly hidden: string;
  readonly receiptHash: string;
}

/**
 * Puts the keyed mark in the place of the plain SHA-256 an earlier version stored of each receipt: 50 bits without a key can
 * be tried out from a stolen database. Those of a period whose key is not there wait for it. Can be cut short and called
 * again.
 */
export async function markReceipts(db: Db, keys: PeriodKeys): Promise<void> {
  let marked = 0;
  for (const tenant of await tenantIds(db))
    for (let after = ''; ; ) {
      // Hex sorts before every mark, so this reads the old ones alone.
      const rows = await db.all<Plain>(
        `select id_hash as "idHash", period, hidden, receipt_hash as "receiptHash" from receipts
         where tenant = ? and receipt_hash > ? and receipt_hash < ? order by receipt_hash limit ?`,
        [tenant, after, MARKED, PAGE],
      );
      const last = rows.at(-1);
      if (!last) break;
      after = last.receiptHash;
      const keyed = rows.filter(({ period }) => keys.exists(tenant, period));
      marked += keyed.length;
      await db.batch(
        keyed.map((row) => ({
          sql: 'update receipts set receipt_hash = ? where tenant = ? and id_hash = ?',
          params: [keys.receiptMark(tenant, row.period, revealReceipt(keys, tenant, row).receipt), tenant, row.idHash],
        })),
      );
    }
  if (marked > 0) await db.settle('file');
}
