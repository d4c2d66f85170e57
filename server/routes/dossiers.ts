import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { type DossierBody, dossier } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { bodyHash } from '../body-hash.ts';
import { localTime } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { dossierChanges, insertDossierChanges } from '../store/dossier-changes.ts';
import { dossiersByCode, mergeDossier, putDossier } from '../store/dossiers.ts';
import { createLine } from '../store/in-line.ts';
import { holdSettled, whileSettled } from '../store/period-hold.ts';
import { type Batch, readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

/** @throws Refusal 422 `date.future`, `date.order`: a date no office can have written. */
function checkDates(body: DossierBody, now: LocalTime): void {
  for (const field of ['received', 'ready', 'returned'] as const) {
    const value = body[field];
    if (value && value > now)
      throw new Refusal(422, 'date.future', `Ngày ${value} ở tương lai. Kiểm tra lại ngày trong hồ sơ.`, {
        issues: [{ path: field, message: 'ngày ở tương lai' }],
      });
    if (field !== 'received' && value && body.received && value < body.received)
      throw new Refusal(422, 'date.order', `${value} sớm hơn ngày tiếp nhận ${body.received}. Kiểm tra lại hồ sơ.`, {
        issues: [{ path: field, message: 'sớm hơn ngày tiếp nhận' }],
      });
  }
}

/** Units are few and a batch names one or two of them: each is checked once. */
function unitGate(db: Db, principal: Principal, tenant: string) {
  const seen = new Map<string, Promise<void>>();
  return (unit: string): Promise<void> => {
    const known = seen.get(unit);
    if (known) return known;
    const check = requireUnit(db, principal, tenant, unit);
    seen.set(unit, check);
    return check;
  };
}

/** What one dossier was is read before what it becomes is written: two batches of a tenant never mix. */
const inLine = createLine();

/** Puts what is allowed of `batch` on record, every moved time with its old value; an outcome per item. */
async function putDossiers(db: Db, tenant: string, principal: Principal, batch: Batch<DossierBody>, at: Date) {
  const { valid, outcomes } = batch;
  const actor = actorOf(principal);
  const codes = valid.map((v) => v.item.code);
  const known = new Map<string, Dossier>((await dossiersByCode(db, tenant, codes)).map((d) => [d.code, d]));
  const mayTouch = unitGate(db, principal, tenant);
  const statements: Statement[] = [];
  const counts = { n: 0, moved: 0, changed: 0, rewritten: 0 };
  for (const { index, item } of valid) {
    const before = known.get(item.code);
    try {
      await mayTouch(item.unit);
      // A dossier another unit is answerable for is not taken over by naming one's own unit.
      if (before && before.unit !== item.unit) await mayTouch(before.unit);
      checkDates(item, localTime(at));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes[index] = refused(item.code, error);
      continue;
    }
    const after = mergeDossier(before, item);
    known.set(item.code, after);
    if (before && bodyHash(before) === bodyHash(after)) {
      outcomes[index] = { outcome: 'repeated', id: item.code };
      continue;
    }
    const changes = before ? dossierChanges(before, after) : [];
    counts.n += 1;
    counts.moved += before && (after.reappointed?.length ?? 0) > (before.reappointed?.length ?? 0) ? 1 : 0;
    counts.changed += changes.length;
    counts.rewritten += changes.filter((change) => change.before !== null).length;
    statements.push(
      putDossier(tenant, after, CALENDAR_VERSION, actor, at),
      ...insertDossierChanges(tenant, item.code, changes, actor, at),
    );
    outcomes[index] = { outcome: before ? 'updated' : 'created', id: item.code } satisfies Outcome;
  }
  const entry = { actor, action: 'dossiers.put', subject: 'dossiers', detail: counts };
  if (statements.length)
    await whileSettled(db, tenant, () => withAudit(db, tenant, at, entry, [holdSettled(tenant), ...statements]));
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
      },
    ],
    async handle(c, { db, now }, principal) {
      if (principal.kind === 'anyone') throw new Refusal(401, 'sign.in', 'Cần khóa truy cập.');
      const { tenant } = principal;
      const batch = await readBatch(c, dossier, 'code');
      const outcomes = await inLine(db, tenant, () => putDossiers(db, tenant, principal, batch, now()));
      return c.json({ outcomes });
    },
  },
];
