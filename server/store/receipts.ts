import { hash } from 'node:crypto';
import { addDays } from '#rules/calendar/date.ts';
import { clientIdTime } from '#rules/client-id.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Pace } from '#rules/pace.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';
import type { Accepted } from './intake-item.ts';
import { keyLostRefusal } from './key-lost.ts';
import type { PeriodKeys } from './period-keys.ts';
import { randomCrockford } from './secret.ts';

/** Days a receipt opens the answers for change, the day of receiving not counted; never past the close. */
const EDIT_DAYS = 15;
const RECEIPT_LENGTH = 10;

/** What is stored of the receipt of one response; neither id nor receipt can be read from it without the period's key. */
export interface Receipt {
  readonly idHash: string;
  /** Hash of the body as sent, to tell a repeat from a conflict; `null` once the answer was erased. */
  readonly bodyHash: string | null;
  /** Mark of the receipt under the period's key. */
  readonly receiptHash: string | null;
  /** Receipt and id under the period's key. */
  readonly hidden: string | null;
  readonly period: string;
  readonly seq: number | null;
  readonly editableUntil: IsoDate;
}

/**
 * What stands for a client id: the day it was made at (Asia/Ho_Chi_Minh, by its maker's clock) before its SHA-256. An id
 * tells its millisecond; the day alone keeps new rows next to each other. Its 80 random bits cannot be tried out, so it
 * needs no key and is found without knowing the period.
 */
export function idHash(id: string): string {
  return `${localDay(new Date(clientIdTime(id)))}.${hash('sha256', id)}`;
}

export function editableUntil(received: IsoDate): IsoDate {
  return addDays(received, EDIT_DAYS);
}

/** 10 random Crockford characters (50 bits): the key to one's answers, so it is derived from nothing. */
export function newReceiptCode(): string {
  return randomCrockford(RECEIPT_LENGTH);
}

/** What is stored of a receipt given out for the response `id`. */
export function hideReceipt(
  keys: PeriodKeys,
  tenant: string,
  id: string,
  receipt: string,
  stored: Pick<Receipt, 'bodyHash' | 'period' | 'seq' | 'editableUntil'>,
): Receipt {
  const ownHash = idHash(id);
  const hidden = keys.hide(tenant, stored.period, ownHash, receipt + id);
  return { idHash: ownHash, receiptHash: keys.receiptMark(tenant, stored.period, receipt), hidden, ...stored };
}

/** Receipt and client id as they were given out. @throws Refusal 503 `key.lost` without the period's key. */
export function revealReceipt(
  keys: PeriodKeys,
  tenant: string,
  { period, idHash, hidden }: Pick<Receipt, 'period' | 'idHash'> & { readonly hidden: string },
): { readonly receipt: string; readonly id: string } {
  if (!keys.exists(tenant, period)) throw keyLostRefusal();
  const text = keys.reveal(tenant, period, idHash, hidden);
  return { receipt: text.slice(0, RECEIPT_LENGTH), id: text.slice(RECEIPT_LENGTH) };
}

/**
 * The answer to a response whose id is known already.
 * @throws Refusal 410 `response.erased`, 409 `response.conflict` when it says something else than the first time, 503
 * `key.lost`.
 */
export function repeatOf(keys: PeriodKeys, tenant: string, known: Receipt, bodyHash: string): Accepted {
  const { hidden, editableUntil } = known;
  if (hidden === null) throw new Refusal(410, 'response.erased', 'Phiếu này đã được xóa theo yêu cầu.');
  if (known.bodyHash !== bodyHash)
    throw new Refusal(
      409,
      'response.conflict',
      'Phiếu này đã được gửi với nội dung khác. Mở lại phiếu để xem bản đã nhận.',
      { issues: [{ path: 'id', message: 'mã này đã dùng cho nội dung khác' }] },
    );
  const { receipt } = revealReceipt(keys, tenant, { ...known, hidden });
  return { status: 'repeated', receipt, editableUntil };
}

/** The receipts of client ids that exist, by id. */
export async function receiptsOf(db: Db, tenant: string, ids: readonly string[]): Promise<Map<string, Receipt>> {
  const idOf = new Map(ids.map((id) => [idHash(id), id]));
  const list = inList([...idOf.keys()]);
  const rows = await db.all<Receipt>(
    `select id_hash as "idHash", body_hash as "bodyHash", receipt_hash as "receiptHash", hidden, period, seq,
       editable_until as "editableUntil"
     from receipts where tenant = ? and id_hash ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [idOf.get(row.idHash) ?? '', row]));
}

/** `pace`: what the response was counted with, for an erased one is counted no more. */
export function insertReceipt(tenant: string, r: Receipt, pace: Pace | null): Statement {
  return {
    sql: `insert into receipts (tenant, id_hash, body_hash, receipt_hash, hidden, period, seq, editable_until, pace)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, r.idHash, r.bodyHash, r.receiptHash, r.hidden, r.period, r.seq, r.editableUntil, pace],
  };
}

export function updateReceipt(tenant: string, idHash: string, bodyHash: string): Statement {
  return {
    sql: 'update receipts set body_hash = ? where tenant = ? and id_hash = ?',
    params: [bodyHash, tenant, idHash],
  };
}

/** Leaves of a receipt only that its id was erased, so that a copy sent late does not bring the answer back. */
export function eraseReceipt(tenant: string, idHash: string): Statement {
  return {
    sql: `update receipts set body_hash = null, receipt_hash = null, hidden = null, seq = null, pace = null
      where tenant = ? and id_hash = ?`,
    params: [tenant, idHash],
  };
}
