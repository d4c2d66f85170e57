import { contentsView as contentsViewBody } from '#wire/contents-view.ts';
import { contentsView } from '../figures/contents-view.ts';
import { askedScope, scopeQuery } from './asked-scope.ts';
import { READERS, type Route } from './route.ts';

export const contentsViewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/contents',
    who: READERS,
    scope: 'unit',
    summary:
      'Contents a to i of NĐ 118/2025 for the province or ?unit=: shares with intervals, no points; from 5 answers on.',
    query: scopeQuery,
    answer: contentsViewBody,
    async handle(c, { db, now }, principal) {
      const { tenant, period, unit } = await askedScope(c, db, principal);
      const body = await contentsView(db, tenant, period, unit, now());
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
