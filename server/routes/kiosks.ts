import * as z from 'zod';
import { type KioskLine, kioskChange, kioskLine, kioskRequest } from '#wire/kiosk.ts';
import { localDay } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { asidesOf } from '../store/kiosk-asides.ts';
import { revokeKiosk } from '../store/kiosk-enrolment.ts';
import { insertKiosk, kioskOrNull, kiosksOf, type StoredKiosk, updateKiosk } from '../store/kiosks.ts';
import { officersAt } from '../store/officers.ts';
import { hashPassword } from '../store/password.ts';
import { randomCrockford } from '../store/secret.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

/** @throws Refusal 422 `officer.unknown`: who is on duty at a counter is of its unit. */
export async function requireOnDuty(db: Db, tenant: string, unit: string, officer: string | null | undefined) {
  if (officer === null || officer === undefined) return;
  if ((await officersAt(db, tenant, unit)).some((each) => each.officer === officer)) return;
  throw new Refusal(422, 'officer.unknown', `Đơn vị này không có cán bộ ${officer}. Chọn lại cán bộ trực quầy.`, {
    issues: [{ path: 'officer', message: 'không có ở đơn vị này' }],
  });
}

/** A kiosk the caller may change. @throws Refusal 404 `kiosk.unknown`, 403 `scope.denied`. */
export async function requireKioskOf(
  { db }: Pick<Services, 'db'>,
  principal: Principal,
  tenant: string,
  kiosk: string,
): Promise<StoredKiosk> {
  const found = await kioskOrNull(db, tenant, kiosk);
  if (!found) throw new Refusal(404, 'kiosk.unknown', `Không có ki-ốt ${kiosk}. Xem lại danh sách ki-ốt.`);
  await requireUnit(db, principal, tenant, found.unit);
  return found;
}

export const kioskRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/kiosks',
    who: ADMINS,
    scope: 'unit',
    summary: 'A place for a tablet at a counter; a code of its own enrols the tablet.',
    body: kioskRequest,
    example: {
      unit: 'so-xay-dung',
      counter: 'Quầy 03',
      officer: null,
      mode: 'quick',
      lang: 'vi',
      intervalSeconds: 3,
      pin: '246810',
    },
    answer: z.object({ kiosk: z.string() }),
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { pin, ...place } = check(kioskRequest, await readJson(c, 4096));
      await requireUnit(db, principal, tenant, place.unit);
      await requireOnDuty(db, tenant, place.unit, place.officer);
      const kiosk = `${tenant}.${randomCrockford(10)}`;
      const pinHash = await hashPassword(pin);
      const at = now();
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'kiosk.create', subject: kiosk, detail: place },
        [insertKiosk(tenant, { kiosk, ...place }, pinHash, at)],
      );
      return c.json({ kiosk }, 201);
    },
  },
  {
    method: 'GET',
    path: '/v1/kiosks',
    who: ADMINS,
    scope: 'unit',
    summary: "Kiosks of the caller's units with their last sign of life, revoked ones too.",
    answer: z.object({ kiosks: z.array(kioskLine) }),
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const [kiosks, asides] = await Promise.all([
        kiosksOf(db, tenant, unit),
        asidesOf(db, tenant, localDay(now()).slice(0, 7)),
      ]);
      const lines: KioskLine[] = kiosks.map((kiosk) => {
        const { outsideHours = 0, interval = 0 } = asides.get(kiosk.kiosk) ?? {};
        return { ...kiosk, outsideHours, interval };
      });
      return c.json({ kiosks: lines }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/kiosks/:kiosk',
    who: ADMINS,
    scope: 'unit',
    summary: 'Changes counter, officer on duty, mode, language, interval or staff PIN; what is left out stays.',
    body: kioskChange,
    example: { counter: 'Quầy 04', mode: 'full' },
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { pin, ...change } = check(kioskChange, await readJson(c, 4096));
      const before = await requireKioskOf({ db }, principal, tenant, c.req.param('kiosk') ?? '');
      await requireOnDuty(db, tenant, before.unit, change.officer);
      const pinHash = pin === undefined ? undefined : await hashPassword(pin);
      await withAudit(
        db,
        tenant,
        now(),
        {
          actor: actorOf(principal),
          action: 'kiosk.change',
          subject: before.kiosk,
          detail: { ...change, pin: pin !== undefined },
        },
        updateKiosk(tenant, before, { ...change, ...(pinHash === undefined ? {} : { pinHash }) }),
      );
      return c.body(null, 204);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/kiosks/:kiosk',
    who: ADMINS,
    scope: 'unit',
    summary: "Revokes a tablet's key at once; answers it has not sent stay on it until it is enrolled anew or wiped.",
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { kiosk, unit } = await requireKioskOf({ db }, principal, tenant, c.req.param('kiosk') ?? '');
      const at = now();
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'kiosk.revoke', subject: kiosk, detail: { unit } },
        revokeKiosk(tenant, kiosk, at),
      );
      return c.body(null, 204);
    },
  },
];
