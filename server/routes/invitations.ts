import { tenantOf as tenantOfToken } from '#wire/ids.ts';
import type { Invitation } from '#wire/invitation.ts';
import { invitation, invitationRequest, invitationView } from '#wire/invitation.ts';
import { localDay } from '../clock.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { qrSvg } from '../pages/qr-svg.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import { countInvitation, newInvitation } from '../store/invitations.ts';
import { requireUnsealed } from '../store/sealed-dossiers.ts';
import { tenantOf } from '../store/tenants.ts';
import { tokenBad } from '../store/token-refusal.ts';
import { countForm } from './count-form.ts';
import { requireLinkQuota } from './link-quota.ts';
import { noteForm } from './note-sighting.ts';
import { readInvitation, requireUsable } from './read-invitation.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';
import { stageUnknown } from './stage-unknown.ts';

export const invitationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/invitations',
    who: ['portal', 'officer'],
    scope: 'unit',
    summary: 'A one-time survey link for one dossier at one stage; what asks for it is what stands behind the answer.',
    body: invitationRequest,
    example: { dossier: 'H99.01-261110-0042', unit: 'so-xay-dung', procedure: '1.001612', stage: 'returned' },
    answer: invitation,
    async handle(c, services, principal) {
      const { db, now, baseUrl } = services;
      if (principal.kind === 'anyone') throw new Refusal(401, 'sign.in', 'Cần khóa truy cập.');
      const { tenant } = principal;
      const issuer = actorOf(principal);
      const { dossier, unit, procedure = null, stage, printed } = check(invitationRequest, await readJson(c, 65_536));
      await requireUnit(db, principal, tenant, unit);
      const [known] = await dossiersByCode(db, tenant, [dossier]);
      if (known && known.unit !== unit)
        throw new Refusal(422, 'dossier.unit', `Hồ sơ ${dossier} không thuộc đơn vị ${unit}. Kiểm tra lại mã hồ sơ.`, {
          issues: [{ path: 'dossier', message: 'hồ sơ thuộc đơn vị khác' }],
        });
      await requireUnsealed(db, tenant, dossier, stage);
      await requireLinkQuota(services, tenant, issuer);
      const today = localDay(now());
      const survey = surveyOn((await tenantOf(db, tenant)).survey, today);
      if (!survey?.stages[stage]) throw stageUnknown('Chọn bước khác.');
      const proof = principal.kind !== 'portal' ? 'officerLink' : printed ? 'receipt' : 'portal';
      const invited = { dossier, unit, procedure: procedure ?? known?.procedure ?? null, stage, proof } as const;
      const minted = principal.kind === 'officer' ? { at: now(), network: services.networkOf(c) } : null;
      const { token, expires, statement } = newInvitation(tenant, invited, issuer, today, minted);
      // The row names its issuer and day, so it is its own record; a portal issues too many for one chained log.
      await db.batch([statement, countInvitation(tenant, issuer, today)]);
      const url = `${baseUrl}/k/${token}`;
      return c.json({ token, url, expires } satisfies Invitation, 201, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'GET',
    path: '/v1/invitations/:token/qr.svg',
    who: ['portal', 'officer'],
    scope: 'token',
    summary:
      'The address of a survey link as a QR code in SVG, to be printed on the slip; for a key of the link’s unit.',
    answer: ['image/svg+xml'],
    async handle(c, services, principal) {
      const token = c.req.param('token') ?? '';
      const { unit } = await readInvitation(services, token);
      // Of a link of another province nothing is said, not even that it is one.
      if (principal.kind === 'anyone' || principal.tenant !== tenantOfToken(token)) throw tokenBad(404);
      await requireUnit(services.db, principal, principal.tenant, unit);
      return c.body(qrSvg(`${services.baseUrl}/k/${token}?via=qr`, 'Mã QR mở phiếu đánh giá'), 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/invitations/:token',
    who: ['anyone'],
    scope: 'token',
    summary: 'What a survey link opens: place, procedure, dossier, stage and the survey in force.',
    cors: 'portals',
    answer: invitationView,
    async handle(c, services) {
      const token = c.req.param('token') ?? '';
      const view = await readInvitation(services, token);
      await requireUsable(services, token, view);
      const { unit, survey } = view;
      const opened = { unit, survey, channel: 'portal', step: 'opened', bucket: '' } as const;
      await countForm(services, tenantOfToken(token), opened);
      await noteForm(c, services, tenantOfToken(token), unit);
      return c.json(view, 200, { 'cache-control': 'no-store' });
    },
  },
];
