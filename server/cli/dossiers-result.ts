import { calendarKnownOn, NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { dateOf, isIsoDate } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import { touchedBy } from '#rules/calendar-change.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { onClock } from '#rules/clock-start.ts';
import { dateChecks } from '#rules/date-checks/date-checks.ts';
import type { Dossier } from '#rules/dossier.ts';
import { checkDuties } from '#rules/duties/check-duties.ts';
import { DUTIES } from '#rules/duties/index.ts';
import { known } from '#rules/known.ts';
import { type Citation, citationText } from '#rules/law.ts';
import { custom, periodLabel } from '#rules/period.ts';
import { punctuality } from '#rules/punctuality.ts';
import { stepStanding } from '#rules/standing.ts';
import { identityFaults, STATISTICS_CITE, STATISTICS_COLUMNS, statisticsRow } from '#rules/statistics/row.ts';
import { addStatistics, type DossierStatistics, emptyStatistics, statisticsBy } from '#rules/statistics/statistics.ts';
import type { DossiersInput } from '#wire/dossiers-input.ts';
import { withText } from './with-text.ts';

type Item = DossiersInput['dossiers'][number];

const TITLES = new Map(DUTIES.map(({ id, title }) => [id, title]));
const citeText = (cite: Citation | null) => cite && citationText(cite);

/** With the start of its clock where it was filed away from the competent agency; only a legal limit runs from there. */
function clocked({ dossier, acts }: Item, { compareWith }: Choices): Dossier {
  const { received } = dossier;
  if (compareWith !== 'legal' || !received) return dossier;
  return known(() => onClock(dossier, acts, dateOf(received))) ?? dossier;
}

function standingOf(item: Item, now: string, office: Office, choices: Choices) {
  const { status, due, minutes, dayMinutes, because, evidence } = punctuality(
    clocked(item, choices),
    now,
    office,
    choices,
  );
  return {
    status,
    due: due?.at ?? null,
    basis: due?.basis ?? null,
    minutes,
    dayMinutes,
    because,
    ends: due?.ends ? `${citationText(due.ends)}: ${due.ends.note}` : null,
    restarted: citeText(due?.cite ?? null),
    unverified: due?.unverified ?? [],
    evidence,
  };
}

function dossierResult(item: Item, now: string, office: Office, choices: Choices) {
  const { dossier, acts, changes } = item;
  return {
    code: dossier.code,
    unit: dossier.unit,
    standing: standingOf(item, now, office, choices),
    steps: (dossier.steps ?? []).map((step) => {
      const { status, minutes, fault } = stepStanding(step, now, office, choices);
      return { ...step, status, minutes, fault: fault?.message ?? null };
    }),
    duties: checkDuties({ dossier, acts, now, office, choices }).map((finding) => ({
      ...finding,
      title: TITLES.get(finding.duty),
      citeText: citeText(finding.cite),
    })),
    dateChecks: dateChecks({ dossier, acts, changes, office, choices }).map((finding) => ({
      ...finding,
      citeText: citeText(finding.cite),
    })),
  };
}

/** One printed row: the columns of the form, what stands beside them, and what does not add up. */
function rowOf(unit: string | null, counts: DossierStatistics) {
  const { paused, placeUnknown, notReceived } = counts;
  const row = statisticsRow(counts);
  return { unit, row, beside: { paused, placeUnknown, notReceived }, faults: identityFaults(row) };
}

function statisticsOf({ period: given, now, dossiers }: DossiersInput, office: Office, choices: Choices) {
  if (!given) return null;
  const period = custom(given.from, given.lastDay);
  const all = dossiers.map(({ dossier }) => dossier);
  const tables = statisticsBy(all, ({ unit }) => unit, { period, now, choices, officeOf: () => office });
  const whole = [...tables.values()].reduce(addStatistics, emptyStatistics());
  return {
    period: { ...period, label: periodLabel(period) },
    ...withText({ cite: STATISTICS_CITE }),
    columns: STATISTICS_COLUMNS,
    total: rowOf(null, whole),
    units: [...tables].map(([unit, counts]) => rowOf(unit, counts)),
  };
}

/**
 * Where each dossier stands, its duties and dates, the table of the period, and the deadlines that moved since the calendar of
 * `before`.
 * @param before day of `--calendar-before`. @throws RangeError when it is no day.
 */
export function dossiersResult(input: DossiersInput, before?: string) {
  if (before !== undefined && !isIsoDate(before))
    throw new RangeError(`--calendar-before: «${before}» không phải là ngày. Viết dạng 2024-04-11.`);
  const { now, dossiers } = input;
  const hours = input.hours ?? DEFAULT_OFFICE_HOURS;
  const office = { calendar: NATIONAL_CALENDAR, hours };
  const choices = { ...DEFAULT_CHOICES, ...input.choices };
  const clockedAll = () => dossiers.map((item) => clocked(item, { ...choices, compareWith: 'legal' }));
  return {
    now,
    calendar: office.calendar.version,
    choices,
    dossiers: dossiers.map((item) => dossierResult(item, now, office, choices)),
    statistics: statisticsOf(input, office, choices),
    touched:
      before === undefined ? null : touchedBy(calendarKnownOn(before), office.calendar, clockedAll(), hours, choices),
  };
}
