import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { addDays, dateOf } from '#rules/calendar/date.ts';
import { dayMinutes, type OfficeHours } from '#rules/calendar/office-hours.ts';
import { addWorkingDays, type Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { apologyOwed } from '#rules/duties/apology.ts';
import { known } from '#rules/known.ts';
import type { LocalTime } from '#rules/law.ts';
import { DUE_SOON_DAYS, type Standing, standing } from '#rules/standing.ts';
import type { DueDossier, DueKind } from '#wire/today.ts';
import type { Db } from '../store/db.ts';
import { actsOf } from '../store/dossier-acts.ts';
import { unendedDossiers } from '../store/period-dossiers.ts';
import { openPeriodOn } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { tenantOf } from '../store/tenants.ts';
import { promisedBefore } from '../store/unended-dossiers.ts';

/** When and by what a running dossier is judged: as in the period that is open, else as the province counts. */
export interface DueView {
  readonly now: LocalTime;
  readonly office: Office;
  readonly choices: Choices;
}

export async function dueView(db: Db, tenant: string, now: LocalTime): Promise<DueView> {
  const open = await openPeriodOn(db, tenant, dateOf(now));
  const { hours, choices } = open
    ? { hours: JSON.parse(open.hours) as OfficeHours, choices: settledChoices(open.choices) }
    : await tenantOf(db, tenant);
  return { now, office: { calendar: NATIONAL_CALENDAR, hours }, choices };
}

/** Dossiers looked at for one request, in all units together; beyond it what was found is said to be a part. */
const LOOKED_AT = 20_000;
/** Longer than any run of days off, where the calendar does not tell. */
const SOON_DAYS = 14;
const AFTER_ALL = '9999-12-31';

/** A moment by which everything due soon is due. */
function soonEnds({ now, office }: DueView): LocalTime {
  const today = dateOf(now);
  const day = known(() => addWorkingDays(today, DUE_SOON_DAYS + 1, office)) ?? addDays(today, SOON_DAYS);
  return `${addDays(day, 1)}T00:00`;
}

/**
 * Those that may be late or due soon: by the promise few, for a pause moves a deadline on and never back; by the legal limit
 * every one that runs, for its day is in no column.
 */
function candidates(db: Db, tenant: string, unit: string, view: DueView): AsyncGenerator<readonly Dossier[]> {
  return view.choices.compareWith === 'promised'
    ? promisedBefore(db, tenant, unit, soonEnds(view))
    : unendedDossiers(db, tenant, unit, AFTER_ALL);
}

function dueDossier(dossier: Dossier, { due, minutes, dueToday }: Standing, letter: LocalTime | null): DueDossier {
  const { code, unit, officer, procedure, promised } = dossier;
  return { dossier: code, unit, officer, procedure, promised, due: due?.at ?? null, minutes, dueToday, letter };
}

/** Until when a letter of apology is to go out that nobody sent; `null` = none is owed by today. */
function letterBy(dossier: Dossier, sent: LocalTime | null, { now, office, choices }: DueView): LocalTime | null {
  const { state, deadline, owed } = apologyOwed(dossier, now, office, choices, sent);
  return state === 'dueToday' || owed ? deadline : null;
}

/** What is due in `units`, by kind. */
export interface DueFound {
  readonly dossiers: Readonly<Record<DueKind, readonly DueDossier[]>>;
  /** false = there were more to look at than one request looks at. */
  readonly whole: boolean;
}

/** The running dossiers of `units` that are overdue or due soon, and those a letter of apology is owed for. */
export async function dueDossiers(db: Db, tenant: string, units: readonly string[], view: DueView): Promise<DueFound> {
  const dossiers: Record<DueKind, DueDossier[]> = { overdue: [], dueSoon: [], letter: [] };
  let seen = 0;
  for (const unit of units)
    for await (const page of candidates(db, tenant, unit, view)) {
      const running = page.flatMap((dossier) => {
        const stands = standing(dossier, view.now, view.office, view.choices);
        return !stands.finished && (stands.status === 'overdue' || stands.status === 'dueSoon')
          ? [{ dossier, stands }]
          : [];
      });
      const codes = running.map(({ dossier }) => dossier.code);
      const acts = codes.length > 0 ? await actsOf(db, tenant, codes) : new Map<string, never>();
      for (const { dossier, stands } of running) {
        const letter = letterBy(dossier, acts.get(dossier.code)?.apologies?.[0] ?? null, view);
        const row = dueDossier(dossier, stands, letter);
        dossiers[stands.status === 'overdue' ? 'overdue' : 'dueSoon'].push(row);
        if (letter !== null) dossiers.letter.push(row);
      }
      seen += page.length;
      if (seen >= LOOKED_AT) return { dossiers, whole: false };
    }
  return { dossiers, whole: true };
}

/** Minutes of one working day, to print how late a dossier is. */
export const minutesOfDay = ({ office }: DueView): number => dayMinutes(office.hours);
