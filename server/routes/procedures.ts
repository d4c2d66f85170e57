import * as z from 'zod';
import { outcomes } from '#wire/problem.ts';
import { procedure } from '#wire/procedure.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { proceduresOf, putProcedure } from '../store/procedures.ts';
import { readBatch } from './read-batch.ts';
import { READERS, type Route } from './route.ts';

export const procedureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/procedures',
    who: READERS,
    scope: 'tenant',
    summary: 'Procedures of the province, by code.',
    answer: z.object({ procedures: z.array(procedure) }),
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      return c.json({ procedures: await proceduresOf(db, tenant) }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/procedures',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Creates procedures or replaces what is known of them; an array of at most 500, an outcome per item.',
    body: procedure.array(),
    example: [
      { procedure: '1.009974', name: 'Cấp giấy phép xây dựng mới', sector: 'Hoạt động xây dựng', limitDays: 10 },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { valid, outcomes } = await readBatch(c, procedure, 'procedure');
      const known = new Set((await proceduresOf(db, tenant)).map((each) => each.procedure));
      for (const { index, item } of valid) {
        outcomes[index] = { outcome: known.has(item.procedure) ? 'updated' : 'created', id: item.procedure };
        known.add(item.procedure);
      }
      const items = valid.map(({ item }) => item);
      if (items.length)
        await withAudit(
          db,
          tenant,
          now(),
          { actor: actorOf(principal), action: 'procedures.put', subject: 'procedures', detail: { procedures: items } },
          items.map((item) => putProcedure(tenant, item)),
        );
      return c.json({ outcomes });
    },
  },
];
