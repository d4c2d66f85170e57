import { dayMinutes, type OfficeHours } from '#rules/calendar/office-hours.ts';
import { figureOf, timelinessId } from '#rules/figure-id.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { TimeBy, Timeliness, TimeRow } from '#wire/timeliness.ts';
import { OTHER_STEPS } from '../close/few-steps.ts';
import type { Db } from '../store/db.ts';
import { officersOf } from '../store/officers.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { proceduresOf } from '../store/procedures.ts';
import { runningCounts } from '../store/running-timeliness.ts';
import { type CountRow, countRows } from '../store/snapshot-counts.ts';
import { unitResults } from '../store/snapshots.ts';
import { unitNames, unitsIn } from '../store/unit-spans.ts';
import type { StoredUnit } from '../store/units.ts';
import { dossierStatistics } from './dossier-statistics.ts';

type Named = Readonly<Record<string, number>>;

/** What was counted of the time in a period, unit by unit, and where it comes from. */
interface Counted extends Pick<Timeliness, 'snapshot' | 'state' | 'countedAt' | 'counted'> {
  readonly rows: readonly CountRow[];
}

async function countedIn(db: Db, tenant: string, period: StoredPeriod, units: readonly StoredUnit[]): Promise<Counted> {
  const own = new Set(units.map(({ unit }) => unit));
  const { snapshot } = period;
  if (snapshot) {
    const rows = (await countRows(db, tenant, snapshot, 'snapshot_timeliness')).filter(({ unit }) => own.has(unit));
    const dossiers = (await unitResults(db, tenant, snapshot)).some(({ n }) => n.dossiers > 0);
    const state = rows.length === 0 && dossiers ? 'notKept' : 'counted';
    return { snapshot, state, countedAt: null, counted: { units: own.size, of: own.size }, rows };
  }
  const running = (await runningCounts(db, tenant, period.period)).filter(({ unit }) => own.has(unit));
  return {
    snapshot: null,
    state: running.length === 0 ? 'notCounted' : 'counted',
    countedAt: running.map(({ madeAt }) => madeAt).sort()[0] ?? null,
    counted: { units: running.length, of: own.size },
    rows: running.flatMap(({ rows }) => rows),
  };
}

/** The rows of `family` added up by what `keyOf` makes of each. */
function addedBy(rows: readonly CountRow[], family: string, keyOf: (row: CountRow) => string | null) {
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const key = row.family === family ? keyOf(row) : null;
    if (key === null) continue;
    const sum = sums.get(key) ?? {};
    sums.set(key, sum);
    for (const [name, n] of Object.entries(row.counts as Named)) sum[name] = (sum[name] ?? 0) + n;
  }
  return sums;
}

const whole = (rows: readonly CountRow[], family: string): Named => addedBy(rows, family, () => '').get('') ?? {};

const PARTS = ['early', 'onTime', 'overdue', 'unknown', 'otherPeriod'] as const;
const COMPARED = ['early', 'onTime', 'overdue', 'unknown'] as const;

const sumOf = (counts: Named, names: readonly string[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);

/** `null` where nothing was counted: no count is not a count of 0. */
function counterOf(scope: string, known: boolean) {
  const why = known ? null : 'Chưa đếm.';
  return (part: string, value: number, of: number | null = null): Figure =>
    figureOf(timelinessId(scope, part), 'count', known ? value : null, { of, because: why });
}

/** Hundredths of a working day of `day` minutes. */
function meanOf(scope: string, key: string, { minutes = 0, timed = 0 }: Named, day: number): Figure {
  const value = timed > 0 ? Math.round((minutes * 100) / (timed * day)) : null;
  const because = value === null ? 'Chưa bước nào ghi đủ lúc bắt đầu và lúc xong.' : null;
  return figureOf(timelinessId(scope, `course-${key}-mean`), 'hundredths', value, { n: timed, because });
}

function timeRow(scope: string, by: TimeBy, key: string, name: string, counts: Named, day: number): TimeRow {
  const figure = counterOf(scope, true);
  const total = sumOf(counts, [...COMPARED, 'open']);
  const of = (part: string) => figure(`${by}-${key || 'none'}-${part}`, counts[part] ?? 0, total);
  return {
    ...{ key, name, early: of('early'), onTime: of('onTime'), overdue: of('overdue'), unknown: of('unknown') },
    total: figure(`${by}-${key || 'none'}-total`, total),
    mean: by === 'course' ? meanOf(scope, key, counts, day) : null,
  };
}

const NOBODY: Readonly<Record<TimeBy, string>> = {
  unit: '',
  procedure: 'Không rõ thủ tục',
  officer: 'Không rõ cán bộ',
  step: '',
  course: '',
};

async function namesOf(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  by: TimeBy,
  units: readonly StoredUnit[],
): Promise<Map<string, string>> {
  if (by === 'procedure')
    return new Map((await proceduresOf(db, tenant)).map(({ procedure, name }) => [procedure, name]));
  if (by === 'officer') return new Map((await officersOf(db, tenant)).map(({ officer, label }) => [officer, label]));
  if (by === 'course') return new Map([[OTHER_STEPS, 'Các bước khác']]);
  return by === 'step' ? unitNames(db, tenant, period) : new Map(units.map(({ unit, name }) => [unit, name]));
}

/** Of how many dossiers the steps are known; of steps by name the three come to all whose time counts. */
function seenSteps(by: TimeBy, rows: readonly CountRow[], dossiers: number, figure: ReturnType<typeof counterOf>) {
  const none = { read: null, unread: null, notKept: null };
  if (by === 'step') return { ...none, unread: figure('step-unread', whole(rows, 'step').unread ?? 0) };
  if (by !== 'course') return none;
  const own = rows.filter(({ key }) => key === '');
  const { read = 0, unread = 0 } = whole(own, 'course');
  const of = (part: string, n: number) => figure(`course-${part}`, n, dossiers);
  return { read: of('read', read), unread: of('unread', unread), notKept: of('notKept', dossiers - read - unread) };
}

/** What is asked of a period. */
export interface TimelinessOf {
  /** Within which the caller reads. */
  readonly scope: string | null;
  readonly unit: string | null;
  readonly by: TimeBy;
  /** Of one procedure or agency: its time unit by unit. */
  readonly key: string | null;
}

/** Rows by what is asked for; the latest first. */
async function rowsBy(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  { unit, by, key }: TimelinessOf,
  rows: readonly CountRow[],
  units: readonly StoredUnit[],
  day: number,
): Promise<TimeRow[]> {
  const byUnit = by === 'unit' || key !== null;
  const family = by === 'unit' ? 'time' : by;
  const sums = addedBy(rows, family, (row) => {
    if (key !== null && row.key !== key) return null;
    // Dossiers whose steps nobody read are no step.
    if ((by === 'step' || by === 'course') && row.key === '') return null;
    return byUnit ? row.unit : row.key;
  });
  const names = await namesOf(db, tenant, period, byUnit ? 'unit' : by, units);
  const scope = unit ?? 'all';
  const late = (row: TimeRow) => row.overdue.value ?? 0;
  return [...sums]
    .map(([each, counts]) =>
      timeRow(scope, byUnit ? 'unit' : by, each, names.get(each) ?? (each || NOBODY[by]), counts, day),
    )
    .filter(({ total }) => total.value !== 0)
    .sort((a, b) => late(b) - late(a) || a.name.localeCompare(b.name, 'vi'));
}

function hoursOf(rows: readonly CountRow[]): Timeliness['hours'] {
  return [...addedBy(rows, 'hour', ({ key }) => key)].map(([key, { n = 0, overdue = 0 }]) => {
    const [weekday, hour = ''] = key.split('-');
    return { weekday: Number(weekday), hour, n, overdue };
  });
}

/** Whether the parts are those the units' results were made with. */
async function fitsResults(db: Db, tenant: string, snapshot: string | null, units: readonly StoredUnit[], time: Named) {
  if (!snapshot) return null;
  const own = new Set(units.map(({ unit }) => unit));
  const results = (await unitResults(db, tenant, snapshot)).filter(({ unit }) => own.has(unit));
  return PARTS.every(
    (part) => results.reduce((sum, { punctuality }) => sum + punctuality[part], 0) === (time[part] ?? 0),
  );
}

/**
 * How the time of a period’s dossiers was kept, from what its close counted, or the last count of an open one: nothing is read of
 * any dossier. By officer only within one unit.
 */
export async function timelinessOf(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  asked: TimelinessOf,
): Promise<Timeliness> {
  const inPeriod = await unitsIn(db, tenant, period, asked.scope);
  const units = asked.unit === null ? inPeriod : inPeriod.filter(({ unit }) => unit === asked.unit);
  const { rows, ...counted } = await countedIn(db, tenant, period, units);
  const known = counted.state === 'counted';
  const figure = counterOf(asked.unit ?? 'all', known);
  const time = whole(rows, 'time');
  const [letters, moved] = [whole(rows, 'letter'), whole(rows, 'moved')];
  const late = sumOf(letters, ['inTime', 'late', 'none', 'unknown']);
  const letter = (part: string) => figure(`letter-${part}`, letters[part] ?? 0, late);
  const total = sumOf(time, PARTS);
  const day = dayMinutes(JSON.parse(period.hours) as OfficeHours);
  return {
    period: period.period,
    ...counted,
    ...{ unit: asked.unit, by: asked.by, key: asked.key },
    parts: PARTS.map((part) => figure(part, time[part] ?? 0, total)),
    total: figure('dossiers', total),
    fits: known ? await fitsResults(db, tenant, counted.snapshot, units, time) : null,
    letters: { inTime: letter('inTime'), late: letter('late'), none: letter('none'), unknown: letter('unknown') },
    moved: {
      moved: figure('moved', moved.moved ?? 0),
      afterExpiry: figure('moved-afterExpiry', moved.afterExpiry ?? 0),
    },
    rows: await rowsBy(db, tenant, period, asked, rows, units, day),
    ...seenSteps(asked.by, rows, sumOf(time, COMPARED), figure),
    hours: hoursOf(rows),
    statistics: dossierStatistics(rows, units, asked.unit ?? 'all', known),
  };
}
