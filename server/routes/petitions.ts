import type { IsoDate } from '#rules/law.ts';
import { type Petition, type PetitionsPage, petition } from '#wire/petition.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { petitionsById, petitionsPage, putPetition } from '../store/petitions.ts';
import { ownDossier } from './own-dossier.ts';
import { type Planned, putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

const PAGE = 100;

/** @throws Refusal 422 `date.future`: nothing can have been received or answered on a day to come. */
function checkDays(item: Petition, today: IsoDate): void {
  for (const path of ['received', 'answered'] as const) {
    const day = item[path];
    if (day !== null && day > today)
      throw new Refusal(422, 'date.future', `Ngày ${day} ở tương lai. Kiểm tra lại ngày của phản ánh.`, {
        issues: [{ path, message: 'ngày ở tương lai' }],
      });
  }
}

/**
 * A petition stands against the dossier it names, so both must be the caller's.
 * @throws Refusal 403 `scope.denied`, 422 `unit.unknown` `dossier.unknown` `date.future`.
 */
async function planPetition(
  db: Db,
  principal: Principal,
  tenant: string,
  item: Petition,
  known: Map<string, Petition>,
  at: Date,
): Promise<Planned> {
  const before = known.get(item.id);
  await requireUnit(db, principal, tenant, item.unit);
  if (before && before.unit !== item.unit) await requireUnit(db, principal, tenant, before.unit);
  if (item.dossier !== null) await ownDossier(db, principal, tenant, item.dossier);
  checkDays(item, localDay(at));
  if (before && bodyHash(before) === bodyHash(item)) return { outcome: 'repeated', statements: [] };
  known.set(item.id, item);
  const statements = [putPetition(tenant, item, actorOf(principal), at)];
  return { outcome: before ? 'updated' : 'created', statements };
}

export const petitionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/petitions',
    who: ADMINS,
    scope: 'unit',
    summary: "Petitions on record of the caller's units, a page by id. Query: `unit`, `after`. Reading is logged.",
    async handle(c, { db, now }, principal) {
      const { tenant, unit: scope } = requireUser(principal);
      const unit = c.req.query('unit') || null;
      if (unit !== null) await requireUnit(db, principal, tenant, unit);
      const after = (c.req.query('after') ?? '').slice(0, 60);
      const found = await petitionsPage(db, tenant, scope, unit, after, PAGE + 1);
      const petitions = found.slice(0, PAGE);
      const entry = { actor: actorOf(principal), action: 'petitions.read', subject: unit ?? scope ?? '*' };
      if (petitions.length) await withAudit(db, tenant, now(), { ...entry, detail: { n: petitions.length } });
      const next = found.length > PAGE ? (petitions.at(-1)?.id ?? null) : null;
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
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const at = now();
      const batch = await readBatch(c, petition, 'id');
      const known = await petitionsById(
        db,
        tenant,
        batch.valid.map(({ item }) => item.id),
      );
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        batch,
        (item) => item.id,
        (item) => planPetition(db, principal, tenant, item, known, at),
        { actor: actorOf(principal), action: 'petitions.put', subject: 'petitions' },
      );
      return c.json({ outcomes });
    },
  },
];
