import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { type Apology, apology } from '#wire/apology.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { bodyHash } from '../body-hash.ts';
import { localTime } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { lettersOf, putLetter } from '../store/apology-letters.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { holdSettled, whileSettled } from '../store/period-hold.ts';
import { dossierLine, planDossiers } from '../store/plan-dossiers.ts';
import { replanned } from '../store/replanned.ts';
import { requireDossier } from '../store/require-dossier.ts';
import { type Batch, readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

/** @throws Refusal 422 `date.future`, `date.order`: a moment at which no letter can have been sent. */
function checkSent({ sent }: Apology, { received }: Dossier, now: LocalTime): void {
  const wrong = (code: string, text: string, message: string) =>
    new Refusal(422, code, `${text} Kiểm tra lại ngày gửi văn bản xin lỗi.`, { issues: [{ path: 'sent', message }] });
  if (sent > now) throw wrong('date.future', `Thời điểm ${sent} ở tương lai.`, 'thời điểm ở tương lai');
  if (received && sent < received)
    throw wrong('date.order', `${sent} sớm hơn ngày tiếp nhận ${received}.`, 'sớm hơn ngày tiếp nhận');
}

/** The dossier with the date of the letter among its new dates, or `null` when that says nothing new. */
function reappointed(dossier: Dossier, { promised }: Apology): Dossier | null {
  const known = dossier.reappointed ?? [];
  if (promised === null || promised === dossier.promised || known.includes(promised)) return null;
  return { ...dossier, reappointed: [...known, promised].sort() };
}

/** A dossier as a screen would send it: lists of the body may be written, those of the dossier are not. */
function toBody({ reappointed, pauses, steps, handlers, ...rest }: Dossier): DossierBody {
  return {
    ...rest,
    reappointed: reappointed && [...reappointed],
    pauses: [...pauses],
    steps: steps && [...steps],
    handlers: handlers && [...handlers],
  };
}

/** Puts letters on record and their new dates among those of the dossiers, in one transaction; an outcome per item. */
async function putLetters(db: Db, tenant: string, principal: Principal, batch: Batch<Apology>, at: Date) {
  const outcomes: Outcome[] = [...batch.outcomes];
  const actor = actorOf(principal);
  const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
  const codes = batch.valid.map(({ item }) => item.dossier);
  const keyOf = ({ dossier, sent }: Apology) => `${dossier} ${sent}`;
  const letters = new Map((await lettersOf(db, tenant, codes)).map((letter) => [keyOf(letter), letter]));
  const moved = new Map<string, Dossier>();
  const written: Apology[] = [];
  for (const { index, item } of batch.valid) {
    try {
      const dossier = moved.get(item.dossier) ?? (await requireDossier(db, tenant, item.dossier, mayTouch));
      checkSent(item, dossier, localTime(at));
      const before = letters.get(keyOf(item));
      const same = before !== undefined && bodyHash(before) === bodyHash(item);
      outcomes[index] = { outcome: same ? 'repeated' : before ? 'updated' : 'created', id: item.dossier };
      if (same) continue;
      letters.set(keyOf(item), item);
      written.push(item);
      const after = reappointed(dossier, item);
      if (after) moved.set(item.dossier, after);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes[index] = refused(item.dossier, error);
    }
  }
  if (written.length === 0) return outcomes;
  const plan = await planDossiers(db, tenant, [...moved.values()].map(toBody), { actor, mayTouch }, at);
  const entry = { actor, action: 'apologies.put', subject: 'apologies', detail: { n: written.length } };
  const statements = written.map((letter) => putLetter(tenant, letter, actor, at));
  await whileSettled(db, tenant, at, () =>
    withAudit(db, tenant, at, entry, [...holdSettled(tenant, at), ...plan.statements, ...statements]),
  );
  return outcomes;
}

export const apologyRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/apologies',
    who: ['device', 'officer', ...ADMINS],
    scope: 'unit',
    summary:
      'Letters of apology: dossier, when sent, the new promised time, a reason code; never the letter. At most 500.',
    body: apology.array(),
    example: [
      { dossier: 'H99.01-261110-0042', sent: '2026-11-20T10:00', promised: '2026-11-27T17:00', reason: 'verification' },
    ],
    async handle(c, { db, now }, principal) {
      if (principal.kind === 'anyone') throw new Refusal(401, 'sign.in', 'Cần khóa truy cập.');
      const { tenant } = principal;
      const batch = await readBatch(c, apology, 'dossier');
      const outcomes = await dossierLine(db, tenant, () =>
        replanned(() => putLetters(db, tenant, principal, batch, now())),
      );
      return c.json({ outcomes });
    },
  },
];
