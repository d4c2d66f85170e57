import type { Desk } from '#wire/desk.ts';
import { desk } from '#wire/desk.ts';
import { localDay } from '../clock.ts';
import { periodView } from '../figures/period-view.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { requireUser } from '../require-user.ts';
import { periodsOf } from '../store/periods.ts';
import { tenantOf } from '../store/tenants.ts';
import { unitsOf } from '../store/units.ts';
import { type Route, USERS } from './route.ts';

export const deskRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/desk',
    who: USERS,
    scope: 'unit',
    summary:
      "Every period of the province, newest first, the caller's units and the province's survey: what each screen starts from.",
    answer: desk,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const at = now();
      const [periods, units, { survey: chosen }] = await Promise.all([
        periodsOf(db, tenant),
        unitsOf(db, tenant, unit),
        tenantOf(db, tenant),
      ]);
      const survey = surveyOn(chosen, localDay(at));
      const desk: Desk = {
        periods: periods.map((period) => periodView(period, at)),
        units: [...units],
        survey: survey && { id: survey.id, version: survey.version },
      };
      return c.json(desk, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
