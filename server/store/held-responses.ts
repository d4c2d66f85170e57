import type { IsoDate } from '#rules/law.ts';
import { Refusal } from '../refusal.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { deleteLink } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';
import { eraseReceipt, idHash, revealReceipt, updateReceipt } from './receipts.ts';
import { holdUnchanged } from './response-numbers.ts';
import { deleteResponse, type StoredResponse, updateResponse } from './responses.ts';
import { hashSecret } from './secret.ts';
import { type Count, tallyStatements } from './tallies.ts';

/** A response together with the receipt that opens it. */
export interface HeldResponse {
  readonly tenant: string;
  readonly id: string;
  readonly receipt: string;
  readonly bodyHash: string;
  readonly period: string;
  readonly seq: number;
  readonly editableUntil: IsoDate;
  readonly state: 'open' | 'closed' | 'sealed';
  readonly row: StoredResponse;
}

interface Flat extends Omit<StoredResponse, 'answers'> {
  readonly tenant: string;
  readonly idHash: string;
  readonly bodyHash: string;
  readonly hidden: string;
  readonly period: string;
  readonly seq: number;
  readonly editableUntil: IsoDate;
  readonly state: HeldResponse['state'];
  readonly answers: string;
}

const SELECT = `select r.tenant, r.id_hash as "idHash", r.body_hash as "bodyHash", r.hidden, r.period, r.seq,
    r.editable_until as "editableUntil", p.state, s.unit, s.procedure, s.survey, s.version, s.stage, s.channel, s.proof,
    s.lang, s.day, s.assisted, s.answers, s.comment
  from receipts r
  join responses s on s.tenant = r.tenant and s.period = r.period and s.seq = r.seq
  join periods p on p.tenant = r.tenant and p.period = r.period`;

function toHeld(flat: Flat, id: string, receipt: string): HeldResponse {
  const { tenant, idHash: _id, hidden: _hidden, bodyHash, period, seq, editableUntil, state, answers, ...rest } = flat;
  const row = { ...rest, answers: JSON.parse(answers) as Record<string, string> };
  return { tenant, id, bodyHash, receipt, period, seq, editableUntil, state, row };
}

/** The response `id` if `receipt` (10 characters) is its receipt. */
export async function heldResponseOrNull(
  db: Db,
  tenant: string,
  id: string,
  receipt: string,
): Promise<HeldResponse | null> {
  const flat = await oneOrNull<Flat>(db, `${SELECT} where r.tenant = ? and r.id_hash = ? and r.receipt_hash = ?`, [
    tenant,
    idHash(id),
    hashSecret(receipt),
  ]);
  return flat && toHeld(flat, id, receipt);
}

/**
 * The response a receipt opens. A receipt does not name its tenant, so each tenant of this server is asked by key.
 * @throws Refusal 503 `key.lost` when the key that hides its id is not there.
 */
export async function heldByReceiptOrNull(db: Db, keys: PeriodKeys, receipt: string): Promise<HeldResponse | null> {
  const flat = await oneOrNull<Flat>(
    db,
    `${SELECT} where r.tenant in (select t.tenant from tenants t) and r.receipt_hash = ?`,
    [hashSecret(receipt)],
  );
  return flat && toHeld(flat, revealReceipt(keys, flat.tenant, flat).id, receipt);
}

/** Up to the last day for changes, and never past the close of the period. */
export function isEditable(held: Pick<HeldResponse, 'state' | 'editableUntil'>, today: IsoDate): boolean {
  return held.state === 'open' && today <= held.editableUntil;
}

/** @throws Refusal 410 `receipt.late` after the last day for changes or once the period is closed. */
export function requireEditable(held: HeldResponse, today: IsoDate): void {
  if (isEditable(held, today)) return;
  throw new Refusal(
    410,
    'receipt.late',
    'Đã hết thời gian sửa hoặc xóa phiếu này. Mã phiếu vẫn dùng để xem câu trả lời đã nhận.',
  );
}

/** Counts and row change together, only if nobody changed or closed anything since `held` was read. */
async function write(db: Db, held: HeldResponse, statements: readonly Statement[], counts: readonly Count[]) {
  const { tenant, period, id, bodyHash, receipt } = held;
  try {
    await db.batch([
      holdUnchanged(tenant, period, idHash(id), bodyHash),
      ...statements,
      ...tallyStatements(tenant, period, counts),
    ]);
  } catch (error) {
    const now = await heldResponseOrNull(db, tenant, id, receipt);
    if (now?.bodyHash === bodyHash && now.state === 'open') throw error;
    throw new Refusal(409, 'response.changed', 'Phiếu này vừa được sửa ở nơi khác. Mở lại phiếu để xem bản mới nhất.');
  }
}

/** Puts `row` in the place of the held one. @throws Refusal 409 `response.changed` when two changes meet. */
export function changeResponse(db: Db, held: HeldResponse, row: StoredResponse, bodyHash: string): Promise<void> {
  const { tenant, period, seq, id } = held;
  return write(
    db,
    held,
    [updateResponse(tenant, period, seq, row), updateReceipt(tenant, idHash(id), bodyHash)],
    [
      { row: held.row, by: -1 },
      { row, by: 1 },
    ],
  );
}

/**
 * Removes response, link and receipt: the dossier may be answered for anew, and the same response never comes back.
 * @throws Refusal 409 `response.changed`.
 */
export async function eraseResponse(db: Db, held: HeldResponse): Promise<void> {
  const { tenant, period, seq, id } = held;
  await write(
    db,
    held,
    [deleteResponse(tenant, period, seq), deleteLink(tenant, period, seq), eraseReceipt(tenant, idHash(id))],
    [{ row: held.row, by: -1 }],
  );
  // Erased either way; a log somebody else holds just now is emptied with the next one.
  await db.settle('log').catch((error: unknown) => console.error('settle', error));
}
