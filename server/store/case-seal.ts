import { randomInt } from 'node:crypto';
import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import { deadlinesOf } from './case-settings.ts';
import { CASE_COLUMNS, type CaseRow, holdCase, insertCase, type StoredCase, toCase } from './cases.ts';
import { withoutCodes } from './comment-codes.ts';
import type { Db, Statement } from './db.ts';
import { randomCrockford } from './secret.ts';

/** Days a reply can be read under its receipt. */
export const SHOWN_DAYS = 90;
const ID_LENGTH = 16;

export function newCaseId(): string {
  return randomCrockford(ID_LENGTH);
}

const monthOf = (day: string) => day.slice(0, 7);

/** `2026-02` → `2026-02-28`. */
function lastDayOf(month: string): IsoDate {
  return addDays(`${monthOf(addDays(`${month}-01`, 31))}-01`, -1);
}

/** The case as it goes on after the seal: nothing in it is finer than a month or says more than the responses do. */
function loosened(it: StoredCase, deadline: (asked: IsoDate) => IsoDate, named: boolean): StoredCase {
  const asked = monthOf(it.asked);
  const done = it.state === 'answered' || it.state === 'closed';
  const answeredOn = it.answeredOn && monthOf(it.answeredOn);
  return {
    ...it,
    id: newCaseId(),
    asked,
    due: deadline(lastDayOf(asked)),
    procedure: named ? it.procedure : null,
    lang: named ? it.lang : 'vi',
    answers: done ? {} : it.answers,
    comment: done ? null : it.comment,
    answeredOn,
    shownUntil: answeredOn && addDays(lastDayOf(answeredOn), SHOWN_DAYS),
    history: it.history.map((step) => ({ ...step, on: monthOf(step.on) })),
  };
}

async function cutLoose(db: Db, tenant: string, period: string, smallest: number): Promise<void> {
  const rows = await db.all<CaseRow & { alike: number }>(
    `select ${CASE_COLUMNS}, (select count(*) from responses r where r.tenant = cases.tenant and r.period = cases.period
        and r.unit = cases.unit and r.procedure = cases.procedure and r.stage = 'returned'
        and r.proof not in ('open', 'officerLink')) as alike
     from cases where tenant = ? and period = ? and seq is not null`,
    [tenant, period],
  );
  if (!rows.length) return;
  const deadline = await deadlinesOf(db, tenant);
  const texts = rows.flatMap(({ comment, answer, lang }) => [comment, answer].map((text) => ({ text, lang })));
  const hidden = await withoutCodes(db, tenant, texts);
  const left = rows.map(({ alike, ...row }, i) => {
    const it = toCase(row);
    const comment = hidden.get(2 * i) ?? it.comment;
    const answer = hidden.get(2 * i + 1) ?? it.answer;
    return loosened({ ...it, comment, answer }, deadline, alike >= smallest);
  });
  const inserts: Statement[] = [];
  while (left.length) inserts.push(...left.splice(randomInt(left.length), 1).map((it) => insertCase(tenant, null, it)));
  await db.batch([
    ...rows.map(({ id, revision }) => holdCase(tenant, id, revision)),
    { sql: 'delete from cases where tenant = ? and period = ? and seq is not null', params: [tenant, period] },
    ...inserts,
  ]);
}

const TRIES = 5;

/**
 * Cuts the cases of `period` loose from its responses at the seal, in random order under new ids; nothing is left to do the
 * second time. A procedure or language stays only where at least `smallest` dossiers of the unit and procedure were answered about,
 * so this comes before responses lose theirs. No text names a dossier on record. Every case of the period is in memory: a few for a
 * thousand responses.
 */
export async function sealCases(db: Db, tenant: string, period: string, smallest: number): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return await cutLoose(db, tenant, period, smallest);
    } catch (error) {
      // Somebody replied to one of them just now: what they wrote must be among what is kept.
      if (tries === TRIES) throw error;
    }
}
