import * as z from 'zod';
import { type Today, today, waitingKind, waitingUnits } from '#wire/today.ts';
import { localDay } from '../clock.ts';
import { received } from '../figures/received.ts';
import { todayLines } from '../figures/today.ts';
import { unitsWaiting } from '../figures/waiting-units.ts';
import type { Principal } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { unitsOf } from '../store/units.ts';
import { REPLIERS } from './case-access.ts';
import { check } from './read-json.ts';
import { READERS, type Route, USERS } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
const waitingQuery = z.object({ kind: waitingKind });
const SEE_OBJECTIONS: readonly string[] = ['province-admin', 'unit-admin', 'reviewer'];

function whoseWork(principal: Principal) {
  const { tenant, role, unit } = requireUser(principal);
  const replies = unit === null && (REPLIERS as readonly string[]).includes(role);
  return {
    ...{ tenant, scope: unit, reads: role !== 'inspector', objections: SEE_OBJECTIONS.includes(role) },
    cases: replies ? (role === 'inspector' ? ('grave' as const) : ('other' as const)) : null,
  };
}

export const todayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/today',
    who: USERS,
    scope: 'unit',
    summary:
      'What is to be done within the caller’s scope, the longest delay first, and how many answers came in. A line that cannot be counted says so alone.',
    answer: today,
    async handle(c, { db, now }, principal) {
      const of = whoseWork(principal);
      const { tenant, scope, reads } = of;
      const at = now();
      const body: Today = {
        at: at.toISOString(),
        lines: await todayLines(db, of, at),
        received: reads ? await received(db, tenant, scope, localDay(at)) : null,
      };
      return c.json(body, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/waiting-units',
    who: READERS,
    scope: 'unit',
    summary:
      'Units in which something waits, the longest wait first. Query: `kind` appraisal (closed, not appraised) | unscored | fault (dates that do not fit).',
    query: waitingQuery,
    answer: waitingUnits,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const { kind } = check(waitingQuery, c.req.query());
      const units = await unitsOf(db, tenant, unit);
      return c.json({ kind, ...(await unitsWaiting(db, tenant, kind, units, now())) }, 200, NO_STORE);
    },
  },
];
