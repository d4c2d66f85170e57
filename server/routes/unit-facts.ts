import type { Outcome } from '#wire/problem.ts';
import { unitFacts } from '#wire/unit-facts.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import { periodOrNull } from '../store/periods.ts';
import { putUnitFacts } from '../store/unit-facts.ts';
import { readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

export const unitFactRoutes: readonly Route[] = [
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
      if (principal.kind !== 'user') throw new Refusal(403, 'role.denied', 'Chỉ quản trị khai được số liệu đơn vị.');
      const { tenant } = principal;
      const { valid, outcomes } = await readBatch(c, unitFacts, 'unit');
      for (const { index, item } of valid) {
        try {
          await requireUnit(db, principal, tenant, item.unit);
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
