import * as z from 'zod';
import { findingsPage as findingsPageBody, received as receivedBody, results as resultsBody } from '#wire/results.ts';
import { localDay } from '../clock.ts';
import { received } from '../figures/received.ts';
import { results } from '../figures/results.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { findingsPage } from '../store/findings.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

const findingsQuery = z.object({
  series: z.enum(['computed', 'self']),
  indicator: z.coerce.number().int().min(1).max(9),
  after: z.string().max(60).default(''),
});

export const resultRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/received',
    who: READERS,
    scope: 'unit',
    summary: 'Received counts at once; no shares before the close.',
    answer: receivedBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      return c.json(await received(db, tenant, unit, localDay(now())), 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/periods/:period/results',
    who: READERS,
    scope: 'unit',
    summary: 'Private result of a period: three series side by side per unit. Reading personal-level rows is logged.',
    answer: resultsBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const body = await results(db, tenant, period, unit, now());
      if (body.officers.length)
        await withAudit(db, tenant, now(), {
          actor: actorOf(principal),
          action: 'results.read',
          subject: `${period.period}/${unit ?? '*'}`,
          detail: { officers: body.officers.length },
        });
      return c.json(body, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/periods/:period/units/:unit/findings',
    who: READERS,
    scope: 'unit',
    summary: 'What stands behind one cell of computed or self: a page of findings with article and evidence.',
    query: findingsQuery,
    answer: findingsPageBody,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const unit = c.req.param('unit') ?? '';
      await requireUnit(db, principal, tenant, unit);
      const query = check(findingsQuery, c.req.query());
      if (!period.snapshot) throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có kết luận để xem.');
      await withAudit(db, tenant, now(), {
        actor: actorOf(principal),
        action: 'findings.read',
        subject: `${period.period}/${unit}`,
        detail: { series: query.series, indicator: query.indicator },
      });
      const page = await findingsPage(db, tenant, period.snapshot, unit, query.series, query.indicator, query.after);
      return c.json(page, 200, NO_STORE);
    },
  },
];
