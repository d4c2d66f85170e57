import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { CheckId } from '#rules/checks/check.ts';
import { FAMILY_RATE, SUBJECT_RATE } from '#rules/checks/control.ts';
import type { Flag } from '#rules/checks/flag.ts';
import { CHECKS } from '#rules/checks/index.ts';
import { flagDue } from '#rules/flag-days.ts';
import { flagState } from '#rules/flag-state.ts';
import { known } from '#rules/known.ts';
import type { FlagState, FlagsPage } from '#wire/flag.ts';
import { localDay } from '../clock.ts';
import type { Db } from '../store/db.ts';
import { type FlagAnswer, flagAnswersOf } from '../store/flag-answers.ts';
import { flagReaders } from '../store/flag-readers.ts';
import { type FlagVerdict, flagVerdictsOf } from '../store/flag-verdicts.ts';
import { type FlagsOf, flagsPage, judgedChecks } from '../store/flags.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { unitsOf } from '../store/units.ts';

const CHECK_OF = new Map(CHECKS.map((check) => [check.id, check]));
const nameOf = (check: CheckId) => CHECK_OF.get(check)?.name ?? check;

/** Shares of one in permille. */
const RATES = { subject: Math.round(1000 * SUBJECT_RATE), family: Math.round(1000 * FAMILY_RATE) };

/** Rows on one page. */
const PAGE = 100;

/** Flags of a period, of these those in `state`. */
export interface FlagsAsked extends FlagsOf {
  readonly state: FlagState | null;
}

function dueOf({ closedAt, hours }: StoredPeriod): string | null {
  if (closedAt === null) return null;
  const office = { calendar: NATIONAL_CALENDAR, hours: JSON.parse(hours) as OfficeHours };
  return known(() => flagDue(localDay(new Date(closedAt)), office));
}

/** By the flag each is about. */
function byFlag<Row extends { readonly flag: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.flag, [...(found.get(row.flag) ?? []), row]);
  return found;
}

const saidOf = ({ by, at, text }: FlagAnswer | FlagVerdict) => ({ by, at, text });

/** Flags with what was said to them and what came of it. */
async function withWords(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  flags: readonly Flag[],
  names: ReadonlyMap<string, string>,
): Promise<FlagsPage['flags']> {
  const ids = flags.map(({ id }) => id);
  const answers = byFlag(await flagAnswersOf(db, tenant, period.period, ids));
  const verdicts = byFlag(await flagVerdictsOf(db, tenant, period.period, ids));
  const readers = await flagReaders(db, tenant, period.period, ids);
  const due = dueOf(period);
  return flags.map(({ about: { unit, officer }, p: _, unit: measure, ...flag }) => {
    const [said, judged] = [answers.get(flag.id) ?? [], verdicts.get(flag.id) ?? []];
    return {
      ...{ ...flag, name: nameOf(flag.check), unit, unitName: names.get(unit) ?? unit, officer, measure },
      ...{ explanations: [...flag.explanations], hits: [...flag.hits], evidence: [...flag.evidence] },
      state: flagState(said.length, judged),
      answers: said.map(saidOf),
      verdicts: judged.map((each) => ({ ...saidOf(each), verdict: each.verdict })),
      ...{ due, seenBy: readers.get(flag.id) ?? 0 },
    };
  });
}

/** One page of flags by id, after the id `after`; none while the period is not closed. */
async function pageOf(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  { state, ...of }: FlagsAsked,
  after: string,
): Promise<Pick<FlagsPage, 'flags' | 'next'>> {
  const { snapshot } = period;
  if (snapshot === null) return { flags: [], next: null };
  const names = new Map((await unitsOf(db, tenant)).map(({ unit, name }) => [unit, name]));
  const flags: FlagsPage['flags'] = [];
  // A state is not kept but follows from what was said, so flags are looked through until a page is full.
  for (let last: string | null = after; last !== null; ) {
    const found: Flag[] = await flagsPage(db, tenant, snapshot, of, last, PAGE);
    const told = await withWords(db, tenant, period, found, names);
    flags.push(...told.filter((flag) => state === null || flag.state === state));
    if (flags.length > PAGE) break;
    last = found.length === PAGE ? (found.at(-1)?.id ?? null) : null;
  }
  const page = flags.slice(0, PAGE);
  return { flags: page, next: flags.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** What the checks ask of a closed period. A year has no flags of its own: those of its quarters stand there. */
export async function flagsView(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  asked: FlagsAsked,
  after: string,
): Promise<FlagsPage> {
  const { snapshot } = period;
  const judged = snapshot === null ? [] : await judgedChecks(db, tenant, snapshot);
  const order = CHECKS.map(({ id }) => id);
  return {
    ...{ period: period.period, snapshot, rates: RATES },
    judged: judged
      .sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check))
      .map((each) => ({ ...each, name: nameOf(each.check), family: CHECK_OF.get(each.check)?.family ?? 'figures' })),
    ...(await pageOf(db, tenant, period, asked, after)),
  };
}
