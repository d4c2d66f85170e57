import { tenantOf } from '#wire/ids.ts';
import { response } from '#wire/response.ts';
import { bodyHash } from '../body-hash.ts';
import { mismatch } from '../mismatch.ts';
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Accepted, IntakeItem } from '../store/intake-item.ts';
import { receiptsOf, repeatOf } from '../store/receipts.ts';
import { judgeResponse } from './judge-response.ts';
import { check } from './read-json.ts';

/** A response already received, however its link, unit or survey fare by now. */
export interface Received {
  readonly id: string;
  readonly accepted: Accepted;
}

/**
 * One response as sent → checked and ready for the intake. What would be refused today but was received before is
 * answered as it was then.
 * @param network of the browser it comes from, `null` where somebody else sends it on; compared and not stored.
 * @throws Refusal naming the field: 422 `body.invalid` and those of `judgeResponse`; for an id received before, 409
 * `response.conflict`, 410 `response.erased`, 503 `key.lost`.
 */
export async function readResponse(
  services: Services,
  principal: Principal,
  value: unknown,
  network: string | null,
): Promise<IntakeItem | Received> {
  const body = check(response, value);
  const { ageSeconds: _, seconds: __, ...content } = body;
  const { id } = body;
  const hash = bodyHash(content);
  const tenant = tenantOf(id);
  if (principal.kind !== 'anyone' && principal.tenant !== tenant)
    throw mismatch('id', 'mã phiếu thuộc tỉnh khác với khóa đang dùng');
  try {
    return await judgeResponse(services, { principal, network }, body, hash);
  } catch (error) {
    // Looked up only now: the intake itself asks for the id of every response it takes.
    const { db, keys } = services;
    const known = error instanceof Refusal ? (await receiptsOf(db, tenant, [id])).get(id) : undefined;
    if (!known) throw error;
    return { id, accepted: repeatOf(keys, tenant, known, hash) };
  }
}

/** Stores what `readResponse` made ready; what was received before stays as it is. @throws Refusal as `Intake.add` does. */
export async function takeResponse({ intake }: Services, read: IntakeItem | Received): Promise<Received> {
  return 'accepted' in read ? read : { id: read.id, accepted: await intake.add(read) };
}
