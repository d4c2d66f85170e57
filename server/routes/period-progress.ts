import { periodProgress as periodProgressBody } from '#wire/progress.ts';
import { periodProgress } from '../figures/period-progress.ts';
import { requireUser } from '../require-user.ts';
import { leaseOfClose } from '../store/period-hold.ts';
import { periodAt } from './period-at.ts';
import type { Route } from './route.ts';

export const periodProgressRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/progress',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'How far the computation of a period has come; the page that asked for it may be closed meanwhile.',
    answer: periodProgressBody,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { period } = await periodAt(db, tenant, c.req.param('period'));
      const body = await periodProgress({ db, now }, tenant, period, leaseOfClose(period));
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
