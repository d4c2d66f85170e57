import * as z from 'zod';
import type { Dossier } from '#rules/dossier.ts';
import { formatDateTime, formatMoment } from '#rules/format.ts';
import type { LocalTime } from '#rules/law.ts';
import { scrub } from '#rules/scrub.ts';
import { type Apologies, type Apology, apologies, apology, apologyWithdrawal } from '#wire/apology.ts';
import { dossierCode } from '#wire/ids.ts';
import type { Outcome } from '#wire/problem.ts';
import { outcomes } from '#wire/problem.ts';
import { localTime } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { lettersOf, storedLetters } from '../store/apology-letters.ts';
import { withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { type LetterBook, type LetterDone, letterBook } from '../store/letter-book.ts';
import { holdSettled, whileSettled } from '../store/period-hold.ts';
import { dossierLine } from '../store/plan-dossiers.ts';
import { replanned } from '../store/replanned.ts';
import { requireDossier } from '../store/require-dossier.ts';
import { readTurn, takeTurn } from '../store/turn.ts';
import { type Batch, readBatch, refused } from './read-batch.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

/** @throws Refusal 422 `date.future`, `date.order`: dates no letter can have. */
function checkDates({ sent, promised }: Apology, dossier: Dossier, now: LocalTime): void {
  const wrong = (code: string, path: string, text: string, message: string) =>
    new Refusal(422, code, text, { issues: [{ path, message }] });
  const told = `Văn bản xin lỗi của ${dossier.code} gửi ${formatMoment(sent)}`;
  if (sent > now)
    throw wrong('date.future', 'sent', `${told} ở tương lai. Kiểm tra lại ngày gửi.`, 'thời điểm ở tương lai');
  if (dossier.received && sent < dossier.received) {
    const text = `${told}, trước khi tiếp nhận hồ sơ ${formatMoment(dossier.received)}. Kiểm tra lại ngày gửi.`;
    throw wrong('date.order', 'sent', text, 'sớm hơn ngày tiếp nhận');
  }
  if (promised && dossier.promised && promised < dossier.promised) {
    const text = `Ngày hẹn lại ${formatDateTime(promised)} sớm hơn ngày hẹn trả ${formatDateTime(dossier.promised)}. Kiểm tra lại ngày hẹn lại.`;
    throw wrong('date.order', 'promised', text, 'sớm hơn ngày hẹn trả');
  }
}

/**
 * Runs `plan` on the letters of dossiers and writes what it gives in one transaction with its entry in the log, planned anew when
 * dossiers were written meanwhile.
 */
function onLetters<T>(
  db: Db,
  tenant: string,
  at: Date,
  plan: () => Promise<{ answer: T; entry: Parameters<typeof withAudit>[3]; statements: readonly Statement[] }>,
): Promise<T> {
  return dossierLine(db, tenant, () =>
    replanned(async () => {
      const turn = await readTurn(db, tenant, 'dossiers');
      const { answer, entry, statements } = await plan();
      const held = [...holdSettled(tenant, at), ...takeTurn(tenant, 'dossiers', turn), ...statements];
      if (statements.length) await whileSettled(db, tenant, at, () => withAudit(db, tenant, at, entry, held));
      return answer;
    }),
  );
}

/** Puts letters on record and their new dates among those of the dossiers, in one transaction; an outcome per item. */
function putLetters(db: Db, tenant: string, principal: Principal, batch: Batch<Apology>, at: Date): Promise<Outcome[]> {
  const actor = actorOf(principal);
  const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
  const codes = batch.valid.map(({ item }) => item.dossier);
  return onLetters(db, tenant, at, async () => {
    const answer: Outcome[] = [...batch.outcomes];
    const stored = await storedLetters(db, tenant, codes);
    const dossiers = new Map<string, Dossier>();
    const books = new Map<string, LetterBook>();
    const items: { before: LetterDone['before']; after: Apology }[] = [];
    for (const { index, item } of batch.valid) {
      const { dossier: code } = item;
      try {
        const dossier = dossiers.get(code) ?? (await requireDossier(db, tenant, code, mayTouch));
        dossiers.set(code, dossier);
        checkDates(item, dossier, localTime(at));
        const own = stored.filter(({ letter }) => letter.dossier === code);
        const book = books.get(code) ?? letterBook(dossier, own);
        books.set(code, book);
        const { outcome, before } = book.put(item);
        answer[index] = { outcome, id: code };
        if (outcome !== 'repeated') items.push({ before, after: item });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        answer[index] = refused(code, error);
      }
    }
    const entry = { actor, action: 'apologies.put', subject: 'apologies', detail: { n: items.length, items } };
    const statements = [...books.values()].flatMap((book) => book.statements(tenant, actor, at));
    return { answer, entry, statements };
  });
}

/** The dates of one dossier and its letters. */
async function apologiesOf(db: Db, tenant: string, principal: Principal, code: string): Promise<Apologies> {
  const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
  const { promised, reappointed } = await requireDossier(db, tenant, code, mayTouch);
  const letters = await lettersOf(db, tenant, [code]);
  return { dossier: code, promised, reappointed: reappointed && [...reappointed], letters };
}

export const apologyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/apologies',
    who: READERS,
    scope: 'unit',
    summary: 'Letters of apology on record of one dossier, with its dates. Query: `dossier`.',
    query: z.object({ dossier: dossierCode }),
    answer: apologies,
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      const code = (c.req.query('dossier') ?? '').slice(0, 60);
      return c.json(await apologiesOf(db, tenant, principal, code), 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/apologies',
    who: ['device', 'officer', ...ADMINS],
    scope: 'unit',
    summary:
      'Letters of apology: dossier, when sent, the new promised time, a reason code; never the letter. The same dossier and time of sending again puts the letter right. At most 500.',
    body: apology.array(),
    example: [
      { dossier: 'H99.01-261110-0042', sent: '2026-11-20T10:00', promised: '2026-11-27T17:00', reason: 'verification' },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind === 'anyone') throw new Refusal(401, 'sign.in', 'Cần khóa truy cập.');
      const batch = await readBatch(c, apology, 'dossier');
      return c.json({ outcomes: await putLetters(db, principal.tenant, principal, batch, now()) });
    },
  },
  {
    method: 'POST',
    path: '/v1/apologies/withdraw',
    who: ADMINS,
    scope: 'unit',
    summary: 'Takes a letter put on record by mistake back, and the new date that it alone told.',
    body: apologyWithdrawal,
    example: { dossier: 'H99.01-261110-0042', sent: '2026-11-20T10:00', reason: 'Ghi nhầm hồ sơ khác cùng ngày.' },
    answer: apologies,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { dossier: code, sent, reason } = check(apologyWithdrawal, await readJson(c, 4096));
      const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
      const at = now();
      const actor = actorOf(principal);
      await onLetters(db, tenant, at, async () => {
        const dossier = await requireDossier(db, tenant, code, mayTouch);
        const book = letterBook(dossier, await storedLetters(db, tenant, [code]));
        const struck = book.strike(sent);
        if (!struck)
          throw new Refusal(
            404,
            'apology.unknown',
            `Không có văn bản xin lỗi của ${code} gửi ${formatMoment(sent)}. Tải lại danh sách.`,
          );
        const detail = { letter: struck.letter, reason: scrub(reason).text };
        const entry = { actor, action: 'apology.withdraw', subject: code, detail };
        return { answer: undefined, entry, statements: book.statements(tenant, actor, at) };
      });
      return c.json(await apologiesOf(db, tenant, principal, code), 200, NO_STORE);
    },
  },
];
