import { daysBetween, isIsoDate } from '#rules/calendar/date.ts';
import type { DueDossier, TodayKey, TodayLine } from '#wire/today.ts';
import { localDay, localTime } from '../clock.ts';
import { faultPlace, log } from '../log.ts';
import { casesOf, countCases, OPEN_STATES } from '../store/case-list.ts';
import type { Db } from '../store/db.ts';
import { waitingObjections } from '../store/objections.ts';
import { type StoredUnit, unitsOf } from '../store/units.ts';
import { dueDossiers, dueView, minutesOfDay } from './due-dossiers.ts';
import { unitsWaiting } from './waiting-units.ts';

/** Whose work the lines are about. */
export interface TodayOf {
  readonly tenant: string;
  /** `null` = the whole province. */
  readonly scope: string | null;
  /** Reads results, and so all that is late. */
  readonly reads: boolean;
  /** Sees objections. */
  readonly objections: boolean;
  /** Replies to citizens: about grave ones, or about all others; `null` = to nobody. */
  readonly cases: 'grave' | 'other' | null;
}

type Line = Omit<TodayLine, 'key' | 'fault'>;
type Counted = readonly (readonly [TodayKey, Line | null])[];

const FAULT = 'Chưa đếm được việc này. Tải lại trang; nếu vẫn vậy, báo quản trị máy chủ.';
const NOTHING: Line = {
  ...{ n: 0, of: null, oldestDays: null, dueToday: null },
  ...{ atLeast: false, countedAt: null, period: null },
};

async function dueLines(db: Db, tenant: string, units: readonly StoredUnit[], now: Date): Promise<Counted> {
  const view = await dueView(db, tenant, localTime(now));
  const { dossiers, whole } = await dueDossiers(
    db,
    tenant,
    units.map(({ unit }) => unit),
    view,
  );
  const day = minutesOfDay(view);
  const dueToday = (rows: readonly DueDossier[]) => rows.filter((row) => row.dueToday).length;
  const longest = Math.max(0, ...dossiers.overdue.map(({ minutes }) => minutes ?? 0));
  const today = localDay(now);
  const late = dossiers.letter.map(({ letter }) => daysBetween(letter?.slice(0, 10) ?? today, today));
  const of = (rows: readonly DueDossier[], more: Partial<Line>): Line => ({
    ...{ ...NOTHING, n: rows.length, atLeast: !whole },
    ...more,
  });
  return [
    ['overdue', of(dossiers.overdue, { oldestDays: Math.floor(longest / day) })],
    ['dueSoon', of(dossiers.dueSoon, { dueToday: dueToday(dossiers.dueSoon) })],
    [
      'letter',
      of(dossiers.letter, { oldestDays: Math.max(0, ...late), dueToday: late.filter((days) => days === 0).length }),
    ],
  ];
}

async function waitingLine(
  db: Db,
  tenant: string,
  kind: 'appraisal' | 'unscored' | 'fault',
  units: readonly StoredUnit[],
  now: Date,
): Promise<Counted> {
  const { countedAt, units: waiting } = await unitsWaiting(db, tenant, kind, units, now);
  const n = kind === 'unscored' ? waiting.length : waiting.reduce((sum, each) => sum + (each.n ?? 0), 0);
  const oldestDays = waiting[0]?.days ?? null;
  const of = kind === 'unscored' ? units.length : null;
  return [[kind, { ...NOTHING, n, of, oldestDays, countedAt, period: waiting[0]?.period ?? null }]];
}

async function objectionLine(db: Db, tenant: string, scope: string | null, now: Date): Promise<Counted> {
  const today = localDay(now);
  const rows = await waitingObjections(db, tenant, scope, today);
  const [first] = rows;
  const days = first ? daysBetween(localDay(new Date(first.oldest)), today) : null;
  const sum = (key: 'n' | 'today') => rows.reduce((all, row) => all + row[key], 0);
  const line = { n: sum('n'), oldestDays: days, dueToday: sum('today'), period: first?.period ?? null };
  return [['objection', { ...NOTHING, ...line }]];
}

async function caseLine(db: Db, tenant: string, grave: boolean, now: Date): Promise<Counted> {
  const today = localDay(now);
  const { counts } = await countCases(db, tenant, grave, today);
  const filter = { grave, states: OPEN_STATES, unit: null, dueBefore: null, after: '' };
  const open = await casesOf(db, tenant, filter);
  const asked = open.map((it) => it.asked).sort()[0];
  const dueToday = open.filter(({ due }) => due <= today).length;
  // Once its period is sealed a case knows its month alone: for how many days is not known then, and is not said.
  const oldestDays = asked && isIsoDate(asked) ? daysBetween(asked, today) : null;
  return [['case', { ...NOTHING, n: counts.new + counts.taken, oldestDays, dueToday }]];
}

/** A line that cannot be counted says so, and the others are counted. */
async function told(keys: readonly TodayKey[], count: () => Promise<Counted>): Promise<TodayLine[]> {
  try {
    return (await count()).flatMap(([key, line]) => (line?.n ? [{ key, ...line, fault: null }] : []));
  } catch (error) {
    log.error(faultPlace(error), 'today');
    return keys.map((key) => ({ key, ...NOTHING, n: null, fault: FAULT }));
  }
}

const longestFirst = (a: TodayLine, b: TodayLine) =>
  Number(a.fault !== null) - Number(b.fault !== null) || (b.oldestDays ?? -1) - (a.oldestDays ?? -1);

/** What is to be done, the longest delay first; a kind of which nothing waits has no line. */
export async function todayLines(db: Db, of: TodayOf, now: Date): Promise<TodayLine[]> {
  const { tenant, scope, reads, objections, cases } = of;
  const day = localDay(now);
  const units = reads
    ? (await unitsOf(db, tenant, scope)).filter(({ from, to }) => from <= day && (to === null || to > day))
    : [];
  const lines: TodayLine[] = [];
  if (reads) {
    lines.push(...(await told(['overdue', 'dueSoon', 'letter'], () => dueLines(db, tenant, units, now))));
    for (const kind of ['appraisal', 'unscored', 'fault'] as const)
      lines.push(...(await told([kind], () => waitingLine(db, tenant, kind, units, now))));
  }
  if (objections) lines.push(...(await told(['objection'], () => objectionLine(db, tenant, scope, now))));
  if (cases) lines.push(...(await told(['case'], () => caseLine(db, tenant, cases === 'grave', now))));
  return lines.sort(longestFirst);
}
