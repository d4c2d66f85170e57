import { paceOf } from '#rules/pace.ts';
import { tenantOf } from '#wire/ids.ts';
import type { Proof, Response as ResponseBody } from '#wire/response.ts';
import { localDay } from '../clock.ts';
import { mismatch } from '../mismatch.ts';
import type { Principal } from '../principal.ts';
import { readAnswers } from '../read-answers.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { assistanceOf, proofWith } from '../store/assistance.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import type { IntakeItem } from '../store/intake-item.ts';
import { countInvitation } from '../store/invitations.ts';
import { countPress } from '../store/kiosk-presses.ts';
import { countMinted } from '../store/minted-answers.ts';
import { placeOrNull, requireUnit } from '../store/places.ts';
import type { StoredResponse } from '../store/responses.ts';
import { requireUnsealed } from '../store/sealed-dossiers.ts';
import { tokenBad, tokenExpired } from '../store/token-refusal.ts';
import { answeredOn } from './answered-on.ts';
import { requireLinkQuota } from './link-quota.ts';
import { openCase } from './open-case.ts';
import { type OpenedLink, openLinkOrNull } from './open-link.ts';
import { requireChannel } from './require-channel.ts';

/** @throws Refusal 422 `token.bad` `token.mismatch`, 410 `token.revoked`, 429 `busy` when its key had its answers of the day. */
async function requireInvitation(
  services: Services,
  tenant: string,
  token: string,
  body: ResponseBody,
): Promise<OpenedLink> {
  if (tenantOf(token) !== tenant) throw mismatch('token', 'đường dẫn thuộc tỉnh khác với mã phiếu');
  const invitation = await openLinkOrNull(services, token);
  if (!invitation) throw tokenBad(422);
  for (const path of ['unit', 'stage', 'procedure'] as const) {
    const [asked, sent] = [invitation[path], body[path]];
    if (asked === null || sent === undefined || asked === sent) continue;
    const message = `đường dẫn này dành cho ${asked}, không phải ${sent}`;
    throw new Refusal(
      422,
      'token.mismatch',
      'Đường dẫn này dành cho hồ sơ hoặc bước khác. Mở lại phiếu từ đường dẫn.',
      { issues: [{ path, message }] },
    );
  }
  if (invitation.signedBy !== null) await requireLinkQuota(services, tenant, `portal:${invitation.signedBy}`);
  return invitation;
}

/**
 * What stands behind the answer. A portal's word is official evidence only for a dossier that is on record when the answer
 * arrives; otherwise anybody with the key could make up dossiers, and the answer is kept as an open one, once per dossier.
 */
async function proofOf({ db }: Services, tenant: string, invitation: OpenedLink | null): Promise<Proof> {
  if (invitation === null) return 'open';
  if (invitation.proof === 'officerLink') return invitation.proof;
  const [known] = await dossiersByCode(db, tenant, [invitation.dossier]);
  return known ? invitation.proof : 'open';
}

/** Who sends a response, and from which network (`null` = not known, or somebody else's than its giver's). */
export interface Sender {
  readonly principal: Principal;
  readonly network: string | null;
}

/**
 * A response of well-formed fields → ready for the intake. Place and proof come from the token where there is one, never
 * from the sender's word.
 * @param sender whose key it was sent with: an officer who says so is on record as the one who filled the form in.
 * @param hash tells it from another response with the same id.
 * @throws Refusal naming the field: 422 `channel.denied` `tenant.mismatch` `unit.unknown` `token.bad` `token.mismatch` and those of
 * `readAnswers`; 410 `token.expired` `survey.gone` `period.late`; 503 `key.lost` for a reply while the key of cases is not there.
 */
export async function judgeResponse(
  services: Services,
  { principal, network }: Sender,
  body: ResponseBody,
  hash: string,
): Promise<IntakeItem> {
  const tenant = tenantOf(body.id);
  requireChannel(principal, body);
  const { stage, comment } = readAnswers(body);
  // A unit that was since dissolved is still answered for by whoever holds its link.
  const unitOn = body.token === undefined ? localDay(services.now()) : null;
  // What is opened or made for a province on the way asks first; all others are looked up together, by the intake.
  const lookedUp = body.token !== undefined || body.reply === true;
  if (lookedUp) requireUnit(await placeOrNull(services.db, tenant, body.unit, unitOn), tenant, body.unit);
  const invitation = body.token === undefined ? null : await requireInvitation(services, tenant, body.token, body);
  const { day, aged } = answeredOn(services.now(), body.ageSeconds ?? 0, invitation?.issued ?? null);
  // Judged on the day of answering: an answer given in time and sent late is in time.
  if (invitation && day > invitation.expires) throw tokenExpired(invitation.expires);
  if (invitation) await requireUnsealed(services.db, tenant, invitation.dossier, invitation.stage);
  const helper = principal.kind === 'officer' ? principal.officer : undefined;
  const row: StoredResponse = {
    unit: body.unit,
    procedure: invitation?.procedure ?? body.procedure ?? null,
    survey: body.survey,
    version: body.version,
    stage,
    channel: body.channel,
    proof: proofWith(await proofOf(services, tenant, invitation), body, invitation?.dossier ?? null),
    lang: body.lang,
    day,
    answers: body.answers,
    comment,
    ...(await assistanceOf(services.db, tenant, { ...body, helper })),
  };
  const also: NonNullable<IntakeItem['also']>[] = body.reply ? [await openCase(services, tenant, row)] : [];
  const signedBy = invitation?.signedBy;
  if (signedBy) also.push(() => [countInvitation(tenant, `portal:${signedBy}`, localDay(services.now()))]);
  if (principal.kind === 'kiosk') also.push(() => [countPress(tenant, principal.kiosk, day.slice(0, 7))]);
  const minted = invitation?.minted;
  if (minted && body.token !== undefined) {
    const counted = countMinted(tenant, row.unit, minted, { token: body.token, network, at: services.now() });
    also.push(({ period }) => [counted(period)]);
  }
  return {
    tenant,
    id: body.id,
    bodyHash: hash,
    aged,
    dossier: invitation?.dossier ?? null,
    linkStage: invitation?.stage ?? stage,
    ...(lookedUp ? {} : { unitOn }),
    row,
    pace: paceOf(body.seconds),
    ...(also.length ? { also: (placed) => also.flatMap((each) => each(placed)) } : {}),
  };
}
