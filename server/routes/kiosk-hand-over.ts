import * as z from 'zod';
import {
  type HandOver,
  type HandOverTaken,
  handOver,
  handOverRequest,
  handOverTaken,
  handOverTakeRequest,
} from '#wire/kiosk.ts';
import { localDay } from '../clock.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireKiosk } from '../require-kiosk.ts';
import type { Services } from '../services.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import { handOverOrNull, putHandOver, type StoredHandOver, takeHandOver } from '../store/hand-overs.ts';
import { countInvitation, newInvitation } from '../store/invitations.ts';
import { requireUnsealed } from '../store/sealed-dossiers.ts';
import { randomCrockford } from '../store/secret.ts';
import { requireKioskOf } from './kiosks.ts';
import { readInvitation, requireUsable } from './read-invitation.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const MINUTES = 3;
/** As long as the longest form takes: meanwhile the counter sees that the tablet has it. */
const ANSWER_MINUTES = 10;
const PRIVATE = { 'cache-control': 'no-store' };

/** What the screen at the counter may show of a dossier. */
function shown({ handOver, dossier, stage, expires }: Omit<StoredHandOver, 'taken'>): HandOver {
  return { handOver, tail: dossier.slice(-4), stage, expires };
}

/** Whose dossier it is: a counter many units share hands over theirs; one nobody recorded is the kiosk's own unit's. */
async function ownerOf({ db }: Services, tenant: string, kioskUnit: string, dossier: string) {
  const [known] = await dossiersByCode(db, tenant, [dossier]);
  return { unit: known?.unit ?? kioskUnit, procedure: known?.procedure ?? null };
}

export const kioskHandOverRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/kiosk/hand-over',
    who: ['officer', 'province-admin', 'unit-admin'],
    scope: 'unit',
    summary: 'Hands a dossier to a tablet for 3 minutes; answers to it have an officer behind them.',
    body: handOverRequest,
    example: { kiosk: 'mau.0000000001', dossier: 'H99.01-261110-0042', stage: 'returned' },
    answer: handOver,
    async handle(c, services, principal) {
      if (principal.kind === 'anyone') throw new Refusal(401, 'sign.in', 'Cần khóa truy cập.');
      const { db, now } = services;
      const { tenant } = principal;
      const { kiosk, dossier, stage } = check(handOverRequest, await readJson(c, 4096));
      const place = await requireKioskOf(services, principal, tenant, kiosk);
      if (!place.enrolledAt || place.revokedAt)
        throw new Refusal(409, 'kiosk.away', 'Không có máy nào đang ghép với ki-ốt này. Chọn ki-ốt khác.');
      const { unit } = await ownerOf(services, tenant, place.unit, dossier);
      await requireUnit(db, principal, tenant, unit);
      await requireUnsealed(db, tenant, dossier, stage);
      const expires = new Date(now().getTime() + MINUTES * 60_000).toISOString();
      const handed = { handOver: randomCrockford(16), dossier, stage, issuer: actorOf(principal), expires };
      // What the tablet takes up becomes a link that names its issuer and day; what it does not, nothing.
      await db.batch(putHandOver(tenant, kiosk, handed));
      return c.json(shown(handed), 201, PRIVATE);
    },
  },
  {
    method: 'GET',
    path: '/v1/kiosk/hand-over',
    who: ['kiosk'],
    scope: 'own',
    summary: 'The dossier that waits for this tablet, by its last 4 characters, or null.',
    answer: z.object({ handOver: handOver.nullable() }),
    async handle(c, { db, now }, principal) {
      const { tenant, kiosk } = requireKiosk(principal);
      const found = await handOverOrNull(db, tenant, kiosk, now());
      return c.json({ handOver: found && shown(found) }, 200, PRIVATE);
    },
  },
  {
    method: 'POST',
    path: '/v1/kiosk/hand-over/take',
    who: ['kiosk'],
    scope: 'own',
    summary: 'Takes the dossier up: a link for it, once.',
    body: handOverTakeRequest,
    example: { handOver: '7K2M9QXD7K2M9QXD' },
    answer: handOverTaken,
    async handle(c, services, principal) {
      const { tenant, kiosk, unit: own } = requireKiosk(principal);
      const { db, now } = services;
      const { handOver } = check(handOverTakeRequest, await readJson(c, 4096));
      const found = await handOverOrNull(db, tenant, kiosk, now());
      if (found?.handOver !== handOver)
        throw new Refusal(
          410,
          'handover.gone',
          'Lời mời đánh giá hồ sơ này đã hết hạn. Mời Ông/Bà báo cán bộ tại quầy.',
        );
      const { dossier, stage, issuer } = found;
      const { unit, procedure } = await ownerOf(services, tenant, own, dossier);
      const today = localDay(now());
      const invited = { dossier, unit, procedure, stage, proof: 'officerLink' } as const;
      const { token, statement } = newInvitation(tenant, invited, issuer, today);
      const until = new Date(now().getTime() + ANSWER_MINUTES * 60_000).toISOString();
      await db.batch([statement, countInvitation(tenant, issuer, today), takeHandOver(tenant, kiosk, handOver, until)]);
      const view = await readInvitation(services, token);
      await requireUsable(services, token, view);
      const { survey, version } = view;
      const { tail, expires } = shown(found);
      const body: HandOverTaken = { tail, stage, expires, token, unit, procedure, survey, version };
      return c.json(body, 201, PRIVATE);
    },
  },
];
