import type { Acts } from '#rules/acts.ts';
import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import type { Dossier } from '#rules/dossier.ts';
import { formatDateTime } from '#rules/format.ts';
import type { LocalTime } from '#rules/law.ts';
import type { NamedStep } from '#rules/step-time.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { bodyHash } from '../body-hash.ts';
import { localTime } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { coursesOf, newCourse, putCourse } from './courses.ts';
import type { Db, Statement } from './db.ts';
import { mergeActs, putActs, storedActs } from './dossier-acts.ts';
import { dossierChanges, insertDossierChanges } from './dossier-changes.ts';
import { dossiersByCode, mergeDossier, putDossier, touchDossier } from './dossiers.ts';
import { createLine } from './in-line.ts';
import { holdSettled } from './period-hold.ts';
import { isSeenAnew, markPromiseSeen, promisesSeen, seenOfPromise, seenWhenMoved } from './promise-seen.ts';
import { readTurn, takeTurn } from './turn.ts';

/** Who puts dossiers on record. */
export interface Putter {
  /** As written beside the change and in the audit log. */
  readonly actor: string;
  /** @throws Refusal when this unit's dossiers are not theirs to touch. */
  readonly mayTouch: (unit: string) => Promise<void>;
}

/** What is on record of one dossier; `acts: {}` = nothing. */
export interface KnownDossier {
  readonly dossier: Dossier;
  readonly acts: Acts;
  /** Absent = none was read. */
  readonly course?: readonly NamedStep[];
}

export interface DossiersPlan {
  /** An outcome per item, in their order. */
  readonly outcomes: readonly (Outcome | Refusal)[];
  /** For one transaction; empty when nothing changes. It falls when dossiers were written since the plan was made. */
  readonly statements: readonly Statement[];
  /** What is written, dossiers in the order of the items: each before, `undefined` when it is new, and after. */
  readonly written: readonly { readonly before: KnownDossier | undefined; readonly after: KnownDossier }[];
  /** For the audit log: dossiers, promises moved, facts changed and of those the ones that stood otherwise before. */
  readonly counts: { readonly n: number; readonly moved: number; readonly changed: number; readonly rewritten: number };
}

/** What one dossier was is read before what it becomes is written: two writers of a tenant never mix in one process. */
export const dossierLine = createLine();

const future = (path: string, value: LocalTime) =>
  new Refusal(422, 'date.future', `Thời điểm ${formatDateTime(value)} ở tương lai. Kiểm tra lại ngày trong hồ sơ.`, {
    issues: [{ path, message: 'ngày ở tương lai' }],
  });

/** @throws Refusal 422 `date.future`, `date.order`: a date no office can have written. */
function checkDates({ acts = {}, ...body }: DossierBody, now: LocalTime): void {
  for (const field of ['received', 'ready', 'returned'] as const) {
    const value = body[field];
    if (value && value > now) throw future(field, value);
    if (field !== 'received' && value && body.received && value < body.received)
      throw new Refusal(
        422,
        'date.order',
        `${formatDateTime(value)} sớm hơn lúc tiếp nhận ${formatDateTime(body.received)}. Kiểm tra lại hồ sơ.`,
        {
          issues: [{ path: field, message: 'sớm hơn ngày tiếp nhận' }],
        },
      );
  }
  for (const [field, moments] of Object.entries(acts))
    for (const value of [moments].flat()) if (value && value > now) throw future(`acts.${field}`, value);
}

/** The acts after this sight of them; `null` when it says nothing new. */
function newActs(known: Acts = {}, seen: Acts | undefined): Acts | null {
  const after = seen && mergeActs(known, seen);
  return after && bodyHash(known) !== bodyHash(after) ? after : null;
}

const withCourse = (course: readonly NamedStep[] | undefined) => (course ? { course } : {});

/** Units are few and a batch names one or two of them: each is checked once. */
function once(mayTouch: Putter['mayTouch']): Putter['mayTouch'] {
  const seen = new Map<string, Promise<void>>();
  return (unit) => {
    const check = seen.get(unit) ?? mayTouch(unit);
    seen.set(unit, check);
    return check;
  };
}

/**
 * What puts `items` on record, every moved time with its old value. Run it in `dossierLine`, write its statements in one transaction
 * within `whileSettled`, and plan anew (`replanned`) when another process wrote in between.
 */
export async function planDossiers(
  db: Db,
  tenant: string,
  items: readonly DossierBody[],
  putter: Putter,
  at: Date,
): Promise<DossiersPlan> {
  const turn = await readTurn(db, tenant, 'dossiers');
  const codes = items.map((item) => item.code);
  const known = new Map<string, Dossier>((await dossiersByCode(db, tenant, codes)).map((d) => [d.code, d]));
  const acts = await storedActs(db, tenant, codes);
  const courses = await coursesOf(db, tenant, codes);
  const seen = await promisesSeen(db, tenant, codes);
  const mayTouch = once(putter.mayTouch);
  const now = localTime(at);
  const outcomes: (Outcome | Refusal)[] = [];
  const statements: Statement[] = [];
  const written: { before: KnownDossier | undefined; after: KnownDossier }[] = [];
  const counts = { n: 0, moved: 0, changed: 0, rewritten: 0 };
  for (const item of items) {
    const before = known.get(item.code);
    try {
      await mayTouch(item.unit);
      // A dossier another unit is answerable for is not taken over by naming one's own unit.
      if (before && before.unit !== item.unit) await mayTouch(before.unit);
      checkDates(item, now);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.push(error);
      continue;
    }
    const after = mergeDossier(before, item);
    known.set(item.code, after);
    const actsBefore = acts.get(item.code) ?? {};
    const done = newActs(actsBefore, item.acts);
    const same = before !== undefined && bodyHash(before) === bodyHash(after);
    const courseBefore = courses.get(item.code);
    const course = newCourse(courseBefore, item.course, now);
    const beside = done !== null || course !== null;
    if (beside || !same)
      written.push({
        before: before && { dossier: before, acts: actsBefore, ...withCourse(courseBefore) },
        after: { dossier: after, acts: done ?? actsBefore, ...withCourse(course ?? courseBefore) },
      });
    if (course) {
      courses.set(item.code, course);
      statements.push(putCourse(tenant, item.code, course, putter.actor, at));
    }
    if (done) {
      acts.set(item.code, done);
      statements.push(putActs(tenant, item.code, done, putter.actor, at));
    }
    if (same) {
      counts.n += beside ? 1 : 0;
      // Acts bear on its points, its course on what is counted of time: its moment tells that what is on record of it changed.
      if (beside) statements.push(touchDossier(tenant, item.code, at));
      if (isSeenAnew(seen.get(item.code) ?? null, item, after, at)) {
        seen.set(item.code, at.toISOString());
        statements.push(markPromiseSeen(tenant, after, at));
      }
      outcomes.push({ outcome: beside ? 'updated' : 'repeated', id: item.code });
      continue;
    }
    const changes = before ? dossierChanges(before, after) : [];
    const seenBefore = before ? seenWhenMoved(seen.get(item.code) ?? null, before, item) : null;
    const holdsSeen = seenOfPromise(seen.get(item.code) ?? null, before, item, after, at);
    seen.set(item.code, holdsSeen);
    counts.n += 1;
    counts.moved += before && (after.reappointed?.length ?? 0) > (before.reappointed?.length ?? 0) ? 1 : 0;
    counts.changed += changes.length;
    counts.rewritten += changes.filter((change) => change.before !== null).length;
    statements.push(
      putDossier(tenant, after, CALENDAR_VERSION, putter.actor, at, holdsSeen),
      ...insertDossierChanges(tenant, item.code, changes, putter.actor, at, seenBefore),
    );
    outcomes.push({ outcome: before ? 'updated' : 'created', id: item.code });
  }
  const held = statements.length
    ? [...holdSettled(tenant, at), ...takeTurn(tenant, 'dossiers', turn), ...statements]
    : [];
  return { outcomes, statements: held, written, counts };
}
