import { type DossierBody, dossier } from '#wire/dossier.ts';
import { outcomes } from '#wire/problem.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { whileSettled } from '../store/period-hold.ts';
import { dossierLine, planDossiers } from '../store/plan-dossiers.ts';
import { replanned } from '../store/replanned.ts';
import { type Batch, readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

/** Puts what is allowed of `batch` on record; an outcome per item. */
async function putDossiers(db: Db, tenant: string, principal: Principal, batch: Batch<DossierBody>, at: Date) {
  const { valid, outcomes } = batch;
  const actor = actorOf(principal);
  const putter = { actor, mayTouch: (unit: string) => requireUnit(db, principal, tenant, unit) };
  const items = valid.map(({ item }) => item);
  const plan = await planDossiers(db, tenant, items, putter, at);
  const entry = { actor, action: 'dossiers.put', subject: 'dossiers', detail: plan.counts };
  if (plan.statements.length)
    await whileSettled(db, tenant, at, () => withAudit(db, tenant, at, entry, plan.statements));
  plan.outcomes.forEach((outcome, n) => {
    const { index, item } = valid[n] as (typeof valid)[number];
    outcomes[index] = outcome instanceof Refusal ? refused(item.code, outcome) : outcome;
  });
  return outcomes;
}

export const dossierRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/dossiers',
    who: ['device', 'officer', ...ADMINS],
    scope: 'unit',
    summary: 'Facts of dossiers as read from a back office; an array of at most 500, an outcome per item.',
    body: dossier.array(),
    example: [
      {
        code: 'H99.01-261110-0042',
        unit: 'so-xay-dung',
        procedure: '1.001612',
        officer: null,
        channel: 'counter',
        state: 'processing',
        received: '2026-11-10T08:15',
        promised: '2026-11-24T17:00',
        reappointed: [],
        ready: null,
        returned: null,
        pauses: [],
        supplements: null,
        limitDays: 10,
        course: [{ name: 'Tiếp nhận hồ sơ', limitDays: 0.5, started: '2026-11-10T08:15', ended: '2026-11-10T10:30' }],
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind === 'anyone') throw new Refusal(401, 'sign.in', 'Cần khóa truy cập.');
      const { tenant } = principal;
      const batch = await readBatch(c, dossier, 'code');
      const outcomes = await dossierLine(db, tenant, () =>
        replanned(() => putDossiers(db, tenant, principal, batch, now())),
      );
      return c.json({ outcomes });
    },
  },
];
