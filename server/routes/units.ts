import * as z from 'zod';
import { outcomes } from '#wire/problem.ts';
import { type Unit, type UnitRequest, unit, unitRequest } from '#wire/unit.ts';
import { localDay } from '../clock.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { requireParent } from '../store/require-parent.ts';
import { requireSpansWithin } from '../store/require-spans.ts';
import { changedUnits } from '../store/unit-spans.ts';
import { putUnit, unitsOf } from '../store/units.ts';
import { readBatch, refused } from './read-batch.ts';
import { type Route, USERS } from './route.ts';

export const unitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/units',
    who: USERS,
    scope: 'unit',
    summary: "The caller's units: one and those below it, or the whole province.",
    answer: z.object({ units: z.array(unit) }),
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const units: Unit[] = await unitsOf(db, tenant, unit);
      return c.json({ units }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/units',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Creates units or replaces what is known of them; an array of at most 500, an outcome per item.',
    body: unitRequest.array(),
    example: [{ unit: 'so-xay-dung', name: 'Sở Xây dựng', parent: null, level: 'province', from: '2025-07-01' }],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { valid, outcomes } = await readBatch(c, unitRequest, 'unit');
      const known = new Map<string, UnitRequest>((await unitsOf(db, tenant)).map((each) => [each.unit, each]));
      const changed = await changedUnits(db, tenant);
      const today = localDay(now());
      const taken: UnitRequest[] = [];
      for (const { index, item } of valid) {
        try {
          requireParent(item, known);
          requireSpansWithin(item, changed.get(item.unit), today);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          outcomes[index] = refused(item.unit, error);
          continue;
        }
        outcomes[index] = { outcome: known.has(item.unit) ? 'updated' : 'created', id: item.unit };
        known.set(item.unit, item);
        taken.push(item);
      }
      if (taken.length)
        await withAudit(
          db,
          tenant,
          now(),
          { actor: actorOf(principal), action: 'units.put', subject: 'units', detail: { units: taken } },
          taken.flatMap((item) => putUnit(tenant, item, today)),
        );
      return c.json({ outcomes });
    },
  },
];
