import * as z from 'zod';
import { unitCode } from '#wire/ids.ts';
import { type PetitionsPage, petition, petitionsPage as petitionsPageBody } from '#wire/petition.ts';
import { outcomes } from '#wire/problem.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { petitionsById, petitionsPage } from '../store/petitions.ts';
import { planPetition } from '../store/plan-petition.ts';
import { ASKED, pageOf } from './page-of.ts';
import { putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

export const petitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/petitions',
    who: ADMINS,
    scope: 'unit',
    summary: "Petitions on record of the caller's units, a page by id. Query: `unit`, `after`. Reading is logged.",
    query: z.object({ unit: unitCode.optional(), after: z.string().max(60).optional() }),
    answer: petitionsPageBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit: scope } = requireUser(principal);
      const unit = c.req.query('unit') || null;
      if (unit !== null) await requireUnit(db, principal, tenant, unit);
      const after = (c.req.query('after') ?? '').slice(0, 60);
      const { rows: petitions, next } = pageOf(await petitionsPage(db, tenant, scope, unit, after, ASKED));
      const entry = { actor: actorOf(principal), action: 'petitions.read', subject: unit ?? scope ?? '*' };
      if (petitions.length) await withAudit(db, tenant, now(), { ...entry, detail: { n: petitions.length } });
      return c.json({ petitions, next } satisfies PetitionsPage, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/petitions',
    who: ADMINS,
    scope: 'unit',
    summary:
      'Petitions of the system that took them in, without petitioner and text; at most 500, an outcome per item.',
    body: petition.array(),
    example: [
      {
        id: 'PAKN-2026-0117',
        unit: 'so-xay-dung',
        dossier: null,
        procedure: '1.009974',
        about: 'breach',
        received: '2026-11-02',
        due: '2026-11-20',
        answered: null,
        prolonged: null,
        verdict: 'pending',
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const at = now();
      const batch = await readBatch(c, petition, 'id');
      const ids = batch.valid.map(({ item }) => item.id);
      const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
      const putter = { actor: actorOf(principal), mayTouch };
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        batch,
        (item) => item.id,
        async () => {
          const known = await petitionsById(db, tenant, ids);
          return async (item) => {
            const before = known.get(item.id) ?? null;
            const planned = await planPetition(db, tenant, item, before ?? undefined, putter, at);
            known.set(item.id, item);
            return planned.outcome === 'repeated' ? planned : { ...planned, logged: { before, after: item } };
          };
        },
        { actor: putter.actor, action: 'petitions.put', subject: 'petitions' },
      );
      return c.json({ outcomes });
    },
  },
];
