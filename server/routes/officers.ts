import * as z from 'zod';
import { type Officer, officer, officerRequest } from '#wire/officer.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { deactivateOfficer, officersOf, putOfficer, unitOfOfficerOrNull } from '../store/officers.ts';
import { hashPassword } from '../store/password.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

export const officerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/officers',
    who: ADMINS,
    scope: 'unit',
    summary: "Active officers of the caller's units.",
    answer: z.object({ officers: z.array(officer) }),
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const officers: Officer[] = await officersOf(db, tenant, unit);
      return c.json({ officers }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/officers',
    who: ADMINS,
    scope: 'unit',
    summary: 'Creates an officer or replaces unit, label and PIN; whoever used the old PIN is signed out.',
    body: officerRequest,
    example: { officer: 'CB-0119', unit: 'so-xay-dung', label: 'Quầy 4', pin: '135791' },
    answer: officer,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { pin, ...officer } = check(officerRequest, await readJson(c, 4096));
      await requireUnit(db, principal, tenant, officer.unit);
      const before = await unitOfOfficerOrNull(db, tenant, officer.officer);
      // An officer of another unit is not moved over by naming one's own.
      if (before !== null && before !== officer.unit) await requireUnit(db, principal, tenant, before);
      const pinHash = await hashPassword(pin);
      await withAudit(
        db,
        tenant,
        now(),
        {
          actor: actorOf(principal),
          action: before === null ? 'officer.create' : 'officer.change',
          subject: officer.officer,
          detail: { unit: officer.unit, before },
        },
        putOfficer(tenant, officer, pinHash),
      );
      return c.json(officer satisfies Officer, before === null ? 201 : 200);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/officers/:officer',
    who: ADMINS,
    scope: 'unit',
    summary: 'Deactivates an officer who left; past scores stay.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const officer = c.req.param('officer') ?? '';
      const unit = await unitOfOfficerOrNull(db, tenant, officer);
      if (unit === null)
        throw new Refusal(404, 'officer.unknown', `Không có cán bộ ${officer}. Xem lại danh sách cán bộ.`);
      await requireUnit(db, principal, tenant, unit);
      await withAudit(
        db,
        tenant,
        now(),
        { actor: actorOf(principal), action: 'officer.deactivate', subject: officer, detail: { unit } },
        deactivateOfficer(tenant, officer),
      );
      return c.body(null, 204);
    },
  },
];
