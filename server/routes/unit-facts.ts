import * as z from 'zod';
import { periodId, unitCode } from '#wire/ids.ts';
import type { Outcome } from '#wire/problem.ts';
import { outcomes } from '#wire/problem.ts';
import {
  type DeclaredFacts,
  declaredFacts,
  type UnitFactsBody,
  type UnitFactsList,
  unitFacts,
  unitFactsList,
} from '#wire/unit-facts.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { whileSettled } from '../store/period-hold.ts';
import { recordedPetitions } from '../store/petitions.ts';
import { planUnitFacts } from '../store/plan-unit-facts.ts';
import { replanned } from '../store/replanned.ts';
import { unitFactsHistory, unitFactsOf } from '../store/unit-facts.ts';
import { unitsIn } from '../store/unit-spans.ts';
import { periodNamed } from './period-named.ts';
import { readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

/** @throws Refusal those of `planUnitFacts`, 503 `period.closing`. */
async function putFacts(db: Db, principal: Principal, tenant: string, item: UnitFactsBody, at: Date): Promise<void> {
  const actor = actorOf(principal);
  const putter = { actor, mayTouch: (unit: string) => requireUnit(db, principal, tenant, unit) };
  const mayCorrect = principal.kind === 'user' && principal.role === 'province-admin';
  const { statements, detail } = await planUnitFacts(db, tenant, item, putter, mayCorrect, at);
  const entry = { actor, action: 'unit-facts.put', subject: `${item.period}/${item.unit}`, detail };
  await whileSettled(db, tenant, at, () => withAudit(db, tenant, at, entry, statements));
}

export const unitFactRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/unit-facts',
    who: ADMINS,
    scope: 'unit',
    summary: "What the caller's units declared for a period. Query: `period`.",
    query: z.object({ period: periodId }),
    answer: unitFactsList,
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = await periodNamed(db, tenant, c.req.query('period') ?? '');
      const facts: DeclaredFacts[] = await unitFactsOf(db, tenant, period.period, unit);
      const all = await unitsIn(db, tenant, period, unit);
      const own = new Set(all.map((each) => each.unit));
      const units = all.map((each) => ({ unit: each.unit, name: each.name, level: each.level }));
      const counted = [...(await recordedPetitions(db, tenant, period))].filter(([code]) => own.has(code));
      const recorded = counted.map(([code, counts]) => ({ unit: code, ...counts }));
      return c.json({ units, facts, recorded } satisfies UnitFactsList, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/unit-facts/history',
    who: ADMINS,
    scope: 'unit',
    summary: 'Every declaration of one unit for a period, the newest first. Query: `period`, `unit`.',
    query: z.object({ period: periodId, unit: unitCode }),
    answer: z.object({ facts: z.array(declaredFacts) }),
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodNamed(db, tenant, c.req.query('period') ?? '');
      const unit = c.req.query('unit') ?? '';
      await requireUnit(db, principal, tenant, unit);
      const facts: DeclaredFacts[] = await unitFactsHistory(db, tenant, period.period, unit);
      return c.json({ facts }, 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/unit-facts',
    who: ADMINS,
    scope: 'unit',
    summary: 'Declared facts of units for indicators 5, 6, 8, 9; an array of at most 500, an outcome per item.',
    body: unitFacts.array(),
    example: [
      {
        unit: 'so-xay-dung',
        period: 'ky-nay',
        facts: {
          oneStop: { listed: 60, receivedAndReturned: 60, wholeCycle: 15, level: 'province' },
          disclosure: 'both',
          petitions: { received: 4, onTime: 4, prolonged: 0 },
        },
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { valid, outcomes } = await readBatch(c, unitFacts, 'unit');
      for (const { index, item } of valid) {
        try {
          await replanned(() => putFacts(db, principal, tenant, item, now()));
          outcomes[index] = { outcome: 'updated', id: item.unit } satisfies Outcome;
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          outcomes[index] = refused(item.unit, error);
        }
      }
      return c.json({ outcomes });
    },
  },
];
