import { unitPage as unitPageBody } from '#wire/unit-page.ts';
import { unitPage } from '../figures/unit-page.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { periodAt } from './period-at.ts';
import { READERS, type Route } from './route.ts';

export const unitPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/units/:unit',
    who: READERS,
    scope: 'unit',
    summary:
      'One unit of a period: nine indicators in three series with intervals, earlier periods, officers. Reading officers is logged.',
    answer: unitPageBody,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const unit = c.req.param('unit') ?? '';
      await requireUnit(db, principal, tenant, unit);
      const body = await unitPage(db, tenant, period, unit, now());
      if (body.officers.length > 0)
        await withAudit(db, tenant, now(), {
          actor: actorOf(principal),
          action: 'results.read',
          subject: `${period.period}/${unit}`,
          detail: { officers: body.officers.length },
        });
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
