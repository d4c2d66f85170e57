import type { ObjectionPeriods } from '#wire/objection.ts';
import { objectionPeriods } from '#wire/objection.ts';
import { periodView } from '../figures/period-view.ts';
import { Refusal } from '../refusal.ts';
import { periodsOf } from '../store/periods.ts';
import type { Route } from './route.ts';

export const objectionPeriodRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/objections/periods',
    who: ['officer'],
    scope: 'tenant',
    summary: 'Periods with a result, newest first, by name and days; `takes` = objections are raised in it now.',
    answer: objectionPeriods,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer') throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên xem được.');
      const closed = (await periodsOf(db, principal.tenant)).filter(({ snapshot }) => snapshot !== null);
      const periods = closed.map((stored) => {
        const { period, label, from, lastDay, state } = periodView(stored, now());
        return { period, label, from, lastDay, takes: state === 'closed' };
      });
      return c.json({ periods } satisfies ObjectionPeriods, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
