import { type KioskCode, kioskCode, kioskWipeRequest } from '#wire/kiosk.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { newEnrolmentCode } from '../store/enrolments.ts';
import { orderWipe, setKioskCode } from '../store/kiosk-enrolment.ts';
import { requireKioskOf } from './kiosks.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

const CODE_MINUTES = 15;

/** What an admin does to one kiosk. */
export const kioskActRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/kiosks/:kiosk/code',
    who: ADMINS,
    scope: 'unit',
    summary: 'A one-time code, good for 15 minutes, that enrols the tablet at this place.',
    answer: kioskCode,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { kiosk, unit } = await requireKioskOf({ db }, principal, tenant, c.req.param('kiosk') ?? '');
      const at = now();
      const code = newEnrolmentCode(tenant);
      const expires = new Date(at.getTime() + CODE_MINUTES * 60_000).toISOString();
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'kiosk.code', subject: kiosk, detail: { unit } },
        [setKioskCode(tenant, kiosk, code, expires)],
      );
      return c.json({ kiosk, code, expires } satisfies KioskCode, 201, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/kiosks/:kiosk/wipe',
    who: ADMINS,
    scope: 'unit',
    summary: 'Has the tablet erase itself with its next sign of life: once its answers have arrived, or at once.',
    body: kioskWipeRequest,
    example: { when: 'delivered' },
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { when } = check(kioskWipeRequest, await readJson(c, 4096));
      const found = await requireKioskOf({ db }, principal, tenant, c.req.param('kiosk') ?? '');
      const { kiosk, enrolledAt, revokedAt } = found;
      if (!enrolledAt || revokedAt)
        throw new Refusal(409, 'kiosk.away', 'Không có máy nào đang ghép với ki-ốt này, nên không xóa từ xa được.');
      await withAudit(
        db,
        tenant,
        now(),
        { actor: actorOf(principal), action: 'kiosk.wipe', subject: kiosk, detail: { when } },
        [orderWipe(tenant, kiosk, when)],
      );
      return c.body(null, 204);
    },
  },
];
