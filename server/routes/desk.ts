import type { Desk } from '#wire/desk.ts';
import { periodView } from '../figures/period-view.ts';
import { requireUser } from '../require-user.ts';
import { periodsOf } from '../store/periods.ts';
import { unitsOf } from '../store/units.ts';
import { type Route, USERS } from './route.ts';

export const deskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/desk',
    who: USERS,
    scope: 'unit',
    summary: "Every period of the province, newest first, and the caller's units: what each screen starts from.",
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const [periods, units] = await Promise.all([periodsOf(db, tenant), unitsOf(db, tenant, unit)]);
      const desk: Desk = { periods: periods.map((period) => periodView(period, now())), units: [...units] };
      return c.json(desk, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
