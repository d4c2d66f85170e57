import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import { dateChecks } from '#rules/date-checks/date-checks.ts';
import type { Dossier } from '#rules/dossier.ts';
import { checkDuty } from '#rules/duties/check-duties.ts';
import type { Duty, DutyContext } from '#rules/duties/duty.ts';
import { DUTIES } from '#rules/duties/index.ts';
import { citationText, type LocalTime } from '#rules/law.ts';
import { dossierInYear, momentOf, type RatioView } from '#rules/par/dossier-in-year.ts';
import { APOLOGY_IN_TIME, APOLOGY_SENT } from '#rules/par/ratio-duties.ts';
import type { DutiesPage, DutyCounts, DutyFinding } from '#wire/duties.ts';
import type { Db } from '../store/db.ts';
import { actsOf } from '../store/dossier-acts.ts';
import { promiseChangesOf } from '../store/dossier-changes.ts';
import { endedDay } from '../store/dossiers.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { type Place, unitDossiers } from '../store/unit-dossiers.ts';

/** Findings on one page. */
const PAGE = 50;
/** Dossiers looked at for one page, however few of them have a finding. */
const LOOKED_AT = 10_000;

/** Where and when duties are judged: as of now, or of the end of a period that is over. */
interface View {
  readonly now: LocalTime;
  readonly office: Office;
  readonly choices: Choices;
}

function viewOf(period: StoredPeriod, now: LocalTime): View {
  return {
    now: momentOf({ period: { ...period, id: period.period }, now }),
    office: { calendar: NATIONAL_CALENDAR, hours: JSON.parse(period.hours) as OfficeHours },
    choices: settledChoices(period.choices),
  };
}

/** Each dossier of the unit with what its duties are judged by, page by page. */
async function* contexts(
  db: Db,
  tenant: string,
  unit: string,
  period: StoredPeriod,
  view: View,
  after: Place | null,
): AsyncGenerator<readonly DutyContext[]> {
  for await (const dossiers of unitDossiers(db, tenant, unit, period, after)) {
    const acts = await actsOf(
      db,
      tenant,
      dossiers.map(({ code }) => code),
    );
    yield dossiers.map((dossier) => ({ dossier, acts: acts.get(dossier.code) ?? {}, ...view }));
  }
}

const DATES = 'Ngày tháng cần xem lại';

/** Dates of each dossier that do not fit each other, as findings by its place on the page. */
async function dateFindings(db: Db, tenant: string, page: readonly DutyContext[]): Promise<DutyFinding[][]> {
  const codes = page.map(({ dossier }) => dossier.code);
  const changes = await promiseChangesOf(db, tenant, codes);
  return page.map((context) => {
    const { code, officer } = context.dossier;
    const found = dateChecks({ ...context, changes: changes.get(code) ?? [] });
    return found.map(({ check, cite, because, evidence }) => ({
      ...{ dossier: code, officer, duty: check, title: DATES, state: 'doubt' as const, by: null },
      ...{ cite: cite && citationText(cite), because, evidence: [...evidence] },
    }));
  });
}

function findingOf(duty: Duty, context: DutyContext, asked: DutyFinding['state']): DutyFinding | null {
  const { state, by, cite, because, evidence } = checkDuty(duty, context);
  if (state !== asked) return null;
  const { code: dossier, officer } = context.dossier;
  const told = { duty: duty.id, title: duty.title, state, by, because, evidence: [...evidence] };
  return { dossier, officer, ...told, cite: cite && citationText(cite) };
}

const placeOf = (dossier: Dossier): Place => ({ key: endedDay(dossier) ?? dossier.state, code: dossier.code });

/**
 * One page of the duties of `unit` that were breached in the period, or are still ahead (`pending`), in the order of the walk; or of
 * dates that do not fit each other (`doubt`), among them a promise moved when it had passed.
 * @param duty id of one duty, `null` = every one.
 */
export async function dutiesPage(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  asked: { readonly duty: string | null; readonly state: DutyFinding['state'] },
  after: Place | null,
  now: LocalTime,
): Promise<Omit<DutiesPage, 'next' | 'counts'> & { readonly next: Place | null }> {
  const duties = DUTIES.filter(({ id }) => asked.duty === null || id === asked.duty);
  const findings: DutyFinding[] = [];
  let seen = 0;
  for await (const page of contexts(db, tenant, unit, period, viewOf(period, now), after)) {
    const dates = asked.state === 'doubt' ? await dateFindings(db, tenant, page) : null;
    for (const [i, context] of page.entries()) {
      seen += 1;
      findings.push(...(dates?.[i] ?? duties.flatMap((duty) => findingOf(duty, context, asked.state) ?? [])));
      // A dossier is told whole, so that the next page begins with another.
      if (findings.length >= PAGE || seen >= LOOKED_AT)
        return { period: period.period, unit, findings, next: placeOf(context.dossier) };
    }
  }
  return { period: period.period, unit, findings, next: null };
}

/** How many dossiers of `unit` kept each duty in the period, and what became of those that missed the promised date. */
export async function dutyCounts(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  now: LocalTime,
): Promise<DutyCounts> {
  const view = viewOf(period, now);
  const whole: RatioView = {
    ...view,
    period: { ...period, id: period.period },
    officeOf: () => view.office,
    levelOf: () => null,
    wholeOnline: () => null,
  };
  const duties = DUTIES.map(({ id, title }) => ({ duty: id, title, met: 0, breached: 0, pending: 0, unknown: 0 }));
  const overdue = { inTime: 0, late: 0, none: 0, unknown: 0 };
  let dossiers = 0;
  for await (const page of contexts(db, tenant, unit, period, view, null))
    for (const context of page) {
      dossiers += 1;
      DUTIES.forEach((duty, i) => {
        const { state } = checkDuty(duty, context);
        const row = duties[i];
        if (row && state !== 'notApplicable') row[state] += 1;
      });
      const { dossier, acts } = context;
      const seen = dossierInYear({ dossier, acts }, whole);
      const sent = APOLOGY_SENT.tell(seen, whole);
      if (sent === 'unknown' && seen.promise === 'rest') overdue.unknown += 1;
      else if (sent === 'rest') overdue.none += 1;
      else if (sent === 'numerator')
        overdue[APOLOGY_IN_TIME.tell(seen, whole) === 'numerator' ? 'inTime' : 'late'] += 1;
    }
  return { period: period.period, unit, dossiers, duties, overdue };
}
