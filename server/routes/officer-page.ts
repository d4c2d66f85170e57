import { officerPage as officerPageBody } from '#wire/officer-page.ts';
import { officerPage } from '../figures/officer-page.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { officerResultOrNull, snapshotOrNull } from '../store/snapshots.ts';
import { periodAt } from './period-at.ts';
import { READERS, type Route } from './route.ts';

export const officerPageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/officers/:officer',
    who: READERS,
    scope: 'unit',
    summary: 'One officer of a closed period: indicators by series, total and completion level. Reading it is logged.',
    answer: officerPageBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit: within } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const officer = c.req.param('officer') ?? '';
      const snapshot = period.snapshot ? await snapshotOrNull(db, tenant, period.snapshot) : null;
      if (!snapshot) throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có kết quả của cán bộ.');
      const result = await officerResultOrNull(db, tenant, snapshot.snapshot, officer);
      if (!result)
        throw new Refusal(404, 'officer.unknown', `Kỳ này không có kết quả của cán bộ ${officer}. Xem lại mã cán bộ.`);
      await requireUnit(db, principal, tenant, result.unit);
      await withAudit(db, tenant, now(), {
        actor: actorOf(principal),
        action: 'results.read',
        subject: `${period.period}/${result.unit}/${officer}`,
        detail: { officers: 1 },
      });
      const body = await officerPage(db, tenant, period, snapshot, result, within, now());
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
