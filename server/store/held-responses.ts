import type { IsoDate } from '#rules/law.ts';
import { faultPlace, log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { deleteCaseOf } from './cases.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { inList } from './in-list.ts';
import { keyLost, keyLostRefusal } from './key-lost.ts';
import { deleteLink } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf } from './periods.ts';
import { eraseReceipt, idHash, revealReceipt, updateReceipt } from './receipts.ts';
import { holdUnchanged } from './response-numbers.ts';
import { deleteResponse, type StoredResponse, updateResponse } from './responses.ts';
import { uncountPace } from './survey-steps.ts';
import { type Count, tallyStatements } from './tallies.ts';
import { tenantIds } from './tenants.ts';

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
  /** Whether it was given for a dossier; its stage is then the link's. */
  readonly linked: boolean;
  readonly row: StoredResponse;
}

interface Flat extends Omit<StoredResponse, 'answers'> {
  readonly tenant: string;
  readonly idHash: string;
  readonly bodyHash: string;
  readonly receiptHash: string;
  readonly hidden: string;
  readonly period: string;
  readonly seq: number;
  readonly editableUntil: IsoDate;
  readonly state: HeldResponse['state'];
  readonly linked: 0 | 1;
  readonly answers: string;
}

const SELECT = `select r.tenant, r.id_hash as "idHash", r.body_hash as "bodyHash", r.receipt_hash as "receiptHash", r.hidden, r.period, r.seq,
    r.editable_until as "editableUntil", p.state,
    case when exists (select 1 from links l where l.tenant = r.tenant and l.period = r.period and l.seq = r.seq)
      then 1 else 0 end as linked, s.unit, s.procedure, s.survey, s.version, s.stage, s.channel, s.proof,
    s.lang, s.day, s.assisted, s.way, s.helper, s.answers, s.comment
  from receipts r
  join responses s on s.tenant = r.tenant and s.period = r.period and s.seq = r.seq
  join periods p on p.tenant = r.tenant and p.period = r.period`;

function toHeld(flat: Flat, id: string, receipt: string): HeldResponse {
  const { tenant, bodyHash, period, seq, editableUntil, state, ...more } = flat;
  const { idHash: _idHash, receiptHash: _receiptHash, hidden: _hidden, linked, answers, ...rest } = more;
  const row = { ...rest, answers: JSON.parse(answers) as Record<string, string> };
  return { tenant, id, bodyHash, receipt, period, seq, editableUntil, state, linked: linked === 1, row };
}

/**
 * The response `id` if `receipt` (10 characters) is its receipt.
 * @throws Refusal 503 `key.lost` when the key its receipt is marked with is not there.
 */
export async function heldResponseOrNull(
  db: Db,
  keys: PeriodKeys,
  tenant: string,
  id: string,
  receipt: string,
): Promise<HeldResponse | null> {
  const flat = await oneOrNull<Flat>(db, `${SELECT} where r.tenant = ? and r.id_hash = ?`, [tenant, idHash(id)]);
  if (!flat) return null;
  if (!keys.exists(tenant, flat.period)) throw keyLostRefusal();
  // Two marks under a key nobody knows: how long their comparison takes says nothing about the receipt.
  return keys.receiptMark(tenant, flat.period, receipt) === flat.receiptHash ? toHeld(flat, id, receipt) : null;
}

/**
 * The response a receipt opens. A receipt names neither tenant nor period, so each tenant of this server is asked for the
 * mark it would have in each period not sealed yet: a few, and the same work whether or not anything is there.
 * @throws Refusal 503 `key.lost` when nothing was found and a period that holds receipts lacks its key.
 */
export async function heldByReceiptOrNull(db: Db, keys: PeriodKeys, receipt: string): Promise<HeldResponse | null> {
  let lost = false;
  for (const tenant of await tenantIds(db)) {
    const unsealed = (await periodsOf(db, tenant)).filter(({ state }) => state !== 'sealed').map((p) => p.period);
    const keyed = unsealed.filter((period) => keys.exists(tenant, period));
    const marks = inList(keyed.map((period) => keys.receiptMark(tenant, period, receipt)));
    const flat = await oneOrNull<Flat>(db, `${SELECT} where r.tenant = ? and r.receipt_hash ${marks.sql}`, [
      tenant,
      ...marks.params,
    ]);
    if (flat) return toHeld(flat, revealReceipt(keys, tenant, flat).id, receipt);
    for (const period of unsealed) lost ||= await keyLost(db, keys, tenant, period);
  }
  if (lost) throw keyLostRefusal();
  return null;
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
  const { tenant, period, id, bodyHash } = held;
  try {
    await db.batch([
      holdUnchanged(tenant, period, idHash(id), bodyHash),
      ...statements,
      ...tallyStatements(tenant, period, counts),
    ]);
  } catch (error) {
    const unchanged = await oneOrNull(
      db,
      `select 1 as yes from receipts r join periods p on p.tenant = r.tenant and p.period = r.period
       where r.tenant = ? and r.id_hash = ? and r.body_hash = ? and p.state = 'open'`,
      [tenant, idHash(id), bodyHash],
    );
    if (unchanged) throw error;
    throw new Refusal(409, 'response.changed', 'Phiếu này vừa được sửa ở nơi khác. Mở lại phiếu để xem bản mới nhất.');
  }
}

/**
 * Puts `row` in the place of the held one, together with `also`.
 * @throws Refusal 409 `response.changed` when two changes meet.
 */
export function changeResponse(
  db: Db,
  held: HeldResponse,
  row: StoredResponse,
  bodyHash: string,
  also: readonly Statement[] = [],
): Promise<void> {
  const { tenant, period, seq, id } = held;
  return write(
    db,
    held,
    [updateResponse(tenant, period, seq, row), updateReceipt(tenant, idHash(id), bodyHash), ...also],
    [
      { row: held.row, by: -1 },
      { row, by: 1 },
    ],
  );
}

/**
 * Removes response, link, receipt and the case of a reply asked for: the dossier may be answered for anew, and the same response never comes back.
 * @throws Refusal 409 `response.changed`.
 */
export async function eraseResponse(db: Db, held: HeldResponse): Promise<void> {
  const { tenant, period, seq, id } = held;
  await write(
    db,
    held,
    [
      deleteResponse(tenant, period, seq),
      deleteLink(tenant, period, seq),
      ...uncountPace(tenant, period, idHash(id), held.row),
      eraseReceipt(tenant, idHash(id)),
      deleteCaseOf(tenant, period, seq),
    ],
    [{ row: held.row, by: -1 }],
  );
  // Erased either way; a log somebody else holds just now is emptied with the next one.
  await db.settle('log').catch((error: unknown) => log.warn(faultPlace(error), 'settle'));
}
