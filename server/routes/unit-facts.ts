import type { Outcome } from '#wire/problem.ts';
import { type DeclaredFacts, type UnitFactsBody, unitFacts } from '#wire/unit-facts.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { periodOrNull } from '../store/periods.ts';
import { putUnitFacts, unitFactsOf } from '../store/unit-facts.ts';
import { unitOrNull } from '../store/units.ts';
import { readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

/** The threshold of indicator 5 follows the unit's own level, not a declared one. @throws Refusal 422 `unit.level`. */
async function requireOwnLevel(db: Db, tenant: string, { unit, facts }: UnitFactsBody): Promise<void> {
  const level = (await unitOrNull(db, tenant, unit))?.level;
  if (!facts.oneStop || facts.oneStop.level === level) return;
  const message = `đơn vị ${unit} thuộc cấp ${level}`;
  throw new Refusal(422, 'unit.level', `Trường facts.oneStop.level: ${message}. Khai đúng cấp của đơn vị.`, {
    issues: [{ path: 'facts.oneStop.level', message }],
  });
}

export const unitFactRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/unit-facts',
    who: ADMINS,
    scope: 'unit',
    summary: "What the caller's units declared for a period. Query: `period`.",
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = c.req.query('period') ?? '';
      if (!(await periodOrNull(db, tenant, period)))
        throw new Refusal(404, 'period.unknown', `Không có kỳ ${period}. Chọn kỳ trong danh sách.`, {
          issues: [{ path: 'period', message: 'không có kỳ này' }],
        });
      const facts: DeclaredFacts[] = await unitFactsOf(db, tenant, period, unit);
      return c.json({ facts }, 200, { 'cache-control': 'private, no-store' });
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
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { valid, outcomes } = await readBatch(c, unitFacts, 'unit');
      for (const { index, item } of valid) {
        try {
          await requireUnit(db, principal, tenant, item.unit);
          await requireOwnLevel(db, tenant, item);
          const period = await periodOrNull(db, tenant, item.period);
          if (period?.state !== 'open')
            throw new Refusal(410, 'period.closed', `Kỳ ${item.period} không mở. Chọn kỳ đang mở để khai.`, {
              issues: [{ path: 'period', message: 'kỳ không mở' }],
            });
          await withAudit(
            db,
            tenant,
            now(),
            { actor: actorOf(principal), action: 'unit-facts.put', subject: `${item.period}/${item.unit}` },
            [putUnitFacts(tenant, item.period, item.unit, item.facts, actorOf(principal), now())],
          );
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
