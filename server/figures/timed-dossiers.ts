import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import { formatDateTime } from '#rules/format.ts';
import type { LocalTime } from '#rules/law.ts';
import { ownersOf } from '#rules/period-sums.ts';
import { punctuality } from '#rules/punctuality.ts';
import { scoreRecord, scoringContext } from '#rules/score-record.ts';
import { type NamedStep, stepTimes } from '#rules/step-time.ts';
import type { TimedDossier, TimePart } from '#wire/timeliness.ts';
import { contextOf } from '../close/context.ts';
import { timeOf } from '../close/time-of.ts';
import type { Services } from '../services.ts';
import { coursesOf } from '../store/courses.ts';
import { actsOf } from '../store/dossier-acts.ts';
import { endedDay } from '../store/dossiers.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { type Place, unitDossiers } from '../store/unit-dossiers.ts';

/** A dossier whose time counts, and where the walk stands behind it. */
export interface Timed {
  readonly dossier: TimedDossier;
  readonly place: Place;
}

/** What a walk came by: those asked for, of how many it looked at, and where it stands; `place` null = nothing was looked at. */
export interface TimedPage {
  readonly found: readonly Timed[];
  readonly place: Place | null;
}

type Told = Pick<TimedDossier, 'due' | 'ended' | 'part' | 'because'>;

const moment = (at: LocalTime | null) => (at === null ? 'không ghi' : formatDateTime(at));

/** The steps of that name that are judged or not known, in their order; one that runs within its limit is neither. */
function stepsTold(
  course: readonly NamedStep[],
  name: string,
  finished: boolean,
  now: LocalTime,
  office: Office,
  { granularity }: Choices,
): Told[] {
  return stepTimes(course, finished, now, office, granularity).flatMap(({ due, status, endRead }, i): Told[] => {
    const step = course[i];
    if (step?.name !== name || status === 'running') return [];
    const { started, ended } = step;
    const read = endRead ? ' Trang không ghi lúc xong; tính đến khi bước sau bắt đầu (cách hiểu).' : '';
    const because = `Bước ${name}: bắt đầu ${moment(started)}, hạn ${moment(due)}, xong ${moment(ended)}.${read}`;
    return [{ due, ended, part: status, because }];
  });
}

/**
 * The dossiers of `unit` whose time counts in the period and is `part`, page by page as they are on record now, judged as the period
 * counts them; while it runs, as of `now`. With the name of a step, those that went through it and whose step is `part`, told by the days
 * of that step, the first of several. With an officer, those whose time is his result. A page may hold none.
 */
export async function* timedDossiers(
  parts: Pick<Services, 'db' | 'keys'>,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  asked: { readonly part: TimePart | null; readonly step: string | null; readonly officer: string | null },
  now: LocalTime,
  after: Place | null,
): AsyncGenerator<TimedPage> {
  const { db } = parts;
  const { choices, office, period: range } = contextOf(parts, tenant, { period, number: 0, choices: period.choices });
  const end: LocalTime = `${period.to}T00:00`;
  const at = now < end ? now : end;
  const context = { ...scoringContext(range, office, choices, false), now: at };
  for await (const dossiers of unitDossiers(db, tenant, unit, period, after)) {
    const codes = dossiers.map(({ code }) => code);
    const acts = await actsOf(db, tenant, codes);
    const courses = asked.step === null ? null : await coursesOf(db, tenant, codes);
    const found = dossiers.flatMap((dossier): Timed[] => {
      const known = acts.get(dossier.code);
      const scored = scoreRecord({ dossier, ...(known && { acts: known }) }, context);
      const { counted, facts, judged } = scored;
      const { status, finished, due, end: ended } = judged.standing;
      if (!counted.timeliness || (at < end && !finished && status !== 'overdue')) return [];
      if (asked.officer !== null && ownersOf(scored, choices)[1] !== asked.officer) return [];
      const is = timeOf(facts);
      if (is === 'otherPeriod') return [];
      const { code, procedure, officer, received, promised } = dossier;
      const told: readonly Told[] =
        asked.step === null
          ? [
              {
                ...{ due: due?.at ?? null, ended: ended?.at ?? null, part: is },
                because: punctuality(dossier, at, office, choices).because,
              },
            ]
          : stepsTold(courses?.get(code) ?? [], asked.step, finished, at, office, choices);
      const one = told.find(({ part }) => asked.part === null || part === asked.part);
      if (!one) return [];
      return [
        {
          dossier: { dossier: code, unit, procedure, officer, received, promised, ...one },
          place: { key: endedDay(dossier) ?? dossier.state, code },
        },
      ];
    });
    const last = dossiers.at(-1);
    yield { found, place: last ? { key: endedDay(last) ?? last.state, code: last.code } : null };
  }
}
