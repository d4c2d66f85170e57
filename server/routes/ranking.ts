import { ranking as rankingBody, rankingQuery } from '#wire/ranking.ts';
import { ranking } from '../figures/ranking.ts';
import { requireUser } from '../require-user.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

export const rankingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/ranking',
    who: READERS,
    scope: 'unit',
    summary:
      'Units of a period with total, interval, rank and tier; ?level=&sector=&search=. No officer and no indicator.',
    query: rankingQuery,
    answer: rankingBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const body = await ranking(db, tenant, period, unit, check(rankingQuery, c.req.query()), now());
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
