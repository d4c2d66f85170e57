import * as z from 'zod';
import { periodRequest } from '#wire/period.ts';
import { period, periodSnapshots } from '#wire/results.ts';
import { openPeriod } from '../close/open-period.ts';
import { periodView } from '../figures/period-view.ts';
import { snapshotsOf } from '../figures/snapshots-of.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { createLine } from '../store/in-line.ts';
import { periodsOf } from '../store/periods.ts';
import { periodAt } from './period-at.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route, USERS } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

/** Who opens a second period waits and finds the first. */
const inLine = createLine();

export const periodRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods',
    who: USERS,
    scope: 'tenant',
    summary: 'Every period of the province, newest first.',
    answer: z.object({ periods: z.array(period) }),
    async handle(c, { db, now }, principal) {
      const periods = await periodsOf(db, requireUser(principal).tenant);
      return c.json({ periods: periods.map((period) => periodView(period, now())) }, 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/periods',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Opens a period under the ruleset in force on its last day; a year of evaluated quarters is made of them.',
    body: periodRequest,
    // Gone by: a quarter that lies ahead would one day meet the period that is open then.
    example: { period: '2025-q4', kind: 'quarter', from: '2025-10-01', lastDay: '2025-12-31' },
    answer: period,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const body = check(periodRequest, await readJson(c));
      return inLine(services.db, `${tenant}/`, async () => {
        await openPeriod(services, tenant, body, actorOf(principal));
        return c.json(periodView(await periodAt(services.db, tenant, body.period), services.now()), 201);
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/periods/:period/snapshots',
    who: READERS,
    scope: 'tenant',
    summary: 'Every snapshot of a period with its reason and hashes, oldest first; replaced ones stay on record.',
    answer: periodSnapshots,
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      return c.json({ snapshots: await snapshotsOf(db, tenant, period) }, 200, NO_STORE);
    },
  },
];
