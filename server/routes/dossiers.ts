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
import { dossiersByCode, mergeDossier, putDossier } from '../store/dossiers.ts';
import { readBatch, refused } from './read-batch.ts';
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
      const { valid, outcomes } = await readBatch(c, dossier, 'code');
      const at = now();
      const known = new Map<string, Dossier>();
      for (const d of await dossiersByCode(
        db,
        tenant,
        valid.map((v) => v.item.code),
      ))
        known.set(d.code, d);
      const mayTouch = unitGate(db, principal, tenant);
      const statements: Statement[] = [];
      let moved = 0;
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
        if (before && after.reappointed.length > before.reappointed.length) moved += 1;
        statements.push(putDossier(tenant, after, CALENDAR_VERSION, actorOf(principal), at));
        outcomes[index] = { outcome: before ? 'updated' : 'created', id: item.code } satisfies Outcome;
      }
      if (statements.length)
        await withAudit(
          db,
          tenant,
          at,
          {
            actor: actorOf(principal),
            action: 'dossiers.put',
            subject: 'dossiers',
            detail: { n: statements.length, moved },
          },
          statements,
        );
      return c.json({ outcomes });
    },
  },
];
