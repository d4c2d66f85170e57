import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';
import { randomCrockford } from './secret.ts';

/** Days a receipt opens the answers for change, the day of receiving not counted; never past the close. */
const EDIT_DAYS = 15;

export interface Receipt {
  readonly id: string;
  /** Hash of the body as sent, to tell a repeat from a conflict. */
  readonly bodyHash: string;
  readonly receipt: string;
  readonly period: string;
  readonly seq: number;
  readonly editableUntil: IsoDate;
}

/** 10 random Crockford characters (50 bits): the key to one's answers, so it is derived from nothing. */
export function newReceiptCode(): string {
  return randomCrockford(10);
}

export function editableUntil(received: IsoDate): IsoDate {
  return addDays(received, EDIT_DAYS);
}

/** The receipts of `ids` that exist, by id. */
export async function receiptsOf(db: Db, tenant: string, ids: readonly string[]): Promise<Map<string, Receipt>> {
  const list = inList(ids);
  const rows = await db.all<Receipt>(
    `select id, body_hash as "bodyHash", receipt, period, seq, editable_until as "editableUntil"
     from receipts where tenant = ? and id ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export function insertReceipt(tenant: string, r: Receipt): Statement {
  return {
    sql: `insert into receipts (tenant, id, body_hash, receipt, period, seq, editable_until)
      values (?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, r.id, r.bodyHash, r.receipt, r.period, r.seq, r.editableUntil],
  };
}

export function updateReceipt(tenant: string, id: string, bodyHash: string): Statement {
  return { sql: 'update receipts set body_hash = ? where tenant = ? and id = ?', params: [bodyHash, tenant, id] };
}

export function deleteReceipt(tenant: string, id: string): Statement {
  return { sql: 'delete from receipts where tenant = ? and id = ?', params: [tenant, id] };
}
