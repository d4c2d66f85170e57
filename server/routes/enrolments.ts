import { type Enrolment, enrolment, enrolmentRequest } from '#wire/access.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { insertEnrolment, newEnrolmentCode } from '../store/enrolments.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

const CODE_MINUTES = 15;

export const enrolmentRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/enrolments',
    who: ADMINS,
    scope: 'unit',
    summary: "A one-time code, good for 15 minutes, that enrols one officer's browser at a unit.",
    body: enrolmentRequest,
    example: { unit: 'so-xay-dung', label: 'Quầy 3' },
    answer: enrolment,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { unit, label } = check(enrolmentRequest, await readJson(c, 4096));
      await requireUnit(db, principal, tenant, unit);
      const at = now();
      const code = newEnrolmentCode(tenant);
      const expires = new Date(at.getTime() + CODE_MINUTES * 60_000).toISOString();
      const issuedBy = actorOf(principal);
      await withAudit(
        db,
        tenant,
        at,
        { actor: issuedBy, action: 'enrolment.create', subject: unit, detail: { label } },
        [insertEnrolment(tenant, code, { unit, label, issuedBy }, expires)],
      );
      return c.json({ code, expires } satisfies Enrolment, 201, { 'cache-control': 'no-store' });
    },
  },
];
