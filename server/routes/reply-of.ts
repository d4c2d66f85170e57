import type { IsoDate } from '#rules/law.ts';
import type { CaseReply } from '#wire/case.ts';
import { localDay } from '../clock.ts';
import type { Services } from '../services.ts';
import { caseByReceiptOrNull } from '../store/case-by-receipt.ts';
import type { StoredCase } from '../store/cases.ts';

/** What the giver of a receipt reads of the case; who replied is an office to them, not a person. */
export function replyView({ due, answer, answeredOn, shownUntil }: StoredCase): CaseReply {
  return { by: due, answer, answeredOn, until: shownUntil };
}

/** The reply a receipt (10 characters) of `tenant`, or of any when `null`, opens; `null` = none was asked for. */
export async function replyOrNull(
  { db, caseKeys, now }: Pick<Services, 'db' | 'caseKeys' | 'now'>,
  tenant: string | null,
  receipt: string,
): Promise<{ readonly unit: string; readonly reply: CaseReply } | null> {
  const found = await caseByReceiptOrNull(db, caseKeys, receipt, localDay(now()));
  if (!found || (tenant !== null && found.tenant !== tenant)) return null;
  return { unit: found.stored.unit, reply: replyView(found.stored) };
}

/** By when the reply asked for with `receipt` comes. */
export async function replyBy(
  services: Pick<Services, 'db' | 'caseKeys' | 'now'>,
  tenant: string,
  receipt: string,
): Promise<IsoDate | undefined> {
  return (await replyOrNull(services, tenant, receipt))?.reply.by;
}
