import { compared as comparedBody, comparedQuery } from '#wire/compared.ts';
import { compared } from '../figures/compared.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

export const comparisonRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/comparisons',
    who: READERS,
    scope: 'unit',
    rate: 'costly',
    summary:
      'Two results side by side: ?before=&after= periods or snapshots (2026-q3@2026-q3.1), &ruleset= tries another ruleset, &units=so-a,so-b two units of one period. Nothing is written.',
    query: comparedQuery,
    answer: comparedBody,
    async handle(c, { db }, principal) {
      const { tenant, unit, role } = requireUser(principal);
      const query = check(comparedQuery, c.req.query());
      // Between two snapshots of a period one answer may have come in: their difference would be that one.
      if (role !== 'province-admin' && [query.before, query.after].some((side) => side?.includes('@')))
        throw new Refusal(403, 'role.denied', 'Chỉ quản trị tỉnh so sánh được các bản chốt của một kỳ. Chọn hai kỳ.');
      const body = await compared(db, tenant, query, unit);
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
