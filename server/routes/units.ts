import type { Unit } from '#wire/unit.ts';
import { requireUser } from '../require-user.ts';
import { unitsOf } from '../store/units.ts';
import { READERS, type Route } from './route.ts';

export const unitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/units',
    who: READERS,
    scope: 'unit',
    summary: "The caller's units: one and those below it, or the whole province.",
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const units: Unit[] = await unitsOf(db, tenant, unit);
      return c.json({ units }, 200, { 'cache-control': 'no-store' });
    },
  },
];
