import { findSurvey } from '#rules/surveys/index.ts';
import { invitationToken, tenantOf } from '#wire/ids.ts';
import type { InvitationView } from '#wire/invitation.ts';
import { localDay } from '../clock.ts';
import { surveyOn } from '../figures/survey-on.ts';
import type { Services } from '../services.ts';
import { oneOrNull } from '../store/db.ts';
import { answeredOrNull, voiceOf } from '../store/links.ts';
import { requireUnsealed } from '../store/sealed-dossiers.ts';
import { tenantOrNull } from '../store/tenants.ts';
import { tokenBad, tokenExpired, tokenUsed } from '../store/token-refusal.ts';
import { unitOrNull } from '../store/units.ts';
import { openLinkOrNull } from './open-link.ts';
import { stageUnknown } from './stage-unknown.ts';

/**
 * What a link opens, whether or not it is out of time or its dossier already answered for.
 * @throws Refusal 404 `token.bad` and those of `openLinkOrNull`.
 */
export async function readInvitation(services: Services, token: string): Promise<InvitationView> {
  const { db, now } = services;
  if (!invitationToken.safeParse(token).success) throw tokenBad(404);
  const tenant = tenantOf(token);
  const [invitation, owner] = await Promise.all([openLinkOrNull(services, token), tenantOrNull(db, tenant)]);
  const today = localDay(now());
  const survey = owner && surveyOn(owner.survey, today);
  if (!invitation || !survey) throw tokenBad(404);
  const { unit, procedure, dossier, stage, expires } = invitation;
  const [place, named] = await Promise.all([
    unitOrNull(db, tenant, unit),
    procedure === null
      ? null
      : oneOrNull<{ name: string }>(db, 'select name from procedures where tenant = ? and procedure = ?', [
          tenant,
          procedure,
        ]),
  ]);
  return {
    unit,
    unitName: place?.name ?? unit,
    procedure,
    procedureName: named?.name ?? null,
    dossier,
    stage,
    survey: survey.id,
    version: survey.version,
    expires,
  };
}

/**
 * A new answer can still come through this link. Asks only after answers of the link's own kind: the link an officer hands
 * out does not say whether the citizen answered.
 * @throws Refusal 404 `token.bad`, 410 `token.expired`, 410 `period.late` when its dossier belongs to a sealed period, 409 `token.used`
 * when the dossier is already answered for at this stage, 422 `stage.unknown` when the survey in force asks nothing there.
 */
export async function requireUsable(
  services: Services,
  token: string,
  view: Pick<InvitationView, 'survey' | 'version' | 'stage'>,
): Promise<void> {
  const { db, keys, now } = services;
  const tenant = tenantOf(token);
  const invitation = await openLinkOrNull(services, token);
  if (!invitation) throw tokenBad(404);
  const { stage, proof, dossier, expires } = invitation;
  if (localDay(now()) > expires) throw tokenExpired(expires);
  await requireUnsealed(db, tenant, dossier, stage);
  const answered = await answeredOrNull(db, keys, tenant, stage, voiceOf(proof), dossier);
  if (answered) throw tokenUsed(answered);
  // The province may have changed its survey since the link was made, and a portal that makes links itself may not know it.
  if (!findSurvey(view.survey, view.version)?.stages[view.stage])
    throw stageUnknown('Mời Ông/Bà báo cho nơi gửi đường dẫn.');
}
