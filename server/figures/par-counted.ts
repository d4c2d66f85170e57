import type { RatioCount, RatioId } from '#rules/par/ratio.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { partsOf, periodsOf, type StoredPeriod } from '../store/periods.ts';
import { ratiosOf, type StoredRatio } from '../store/snapshot-slices.ts';
import { type ClosedPeriod, closedPeriod } from './closed-period.ts';

/** What the closed periods of a year counted of ratios. */
export interface CountedRatios {
  /** Those nothing here is counted for are absent. */
  readonly counts: Partial<Record<RatioId, RatioCount>>;
  readonly periods: readonly StoredPeriod[];
  /** One of them was closed before dossiers were counted for the ratios, so none of these is told: a part would pass for the whole. */
  readonly notKept: boolean;
}

const LEVELS = ['province', 'district', 'commune'] as const;
/** Told by dossiers at the close. */
const FROM_DOSSIERS = [
  'apology.inTime',
  'apology.sent',
  'reappointed.again',
  'supplement.again',
  'online',
  'post',
] as const satisfies readonly RatioId[];

/** The year itself where it is closed, else its closed quarters: never both, or dossiers count twice. */
function periodsOfYear(periods: readonly StoredPeriod[], year: number): StoredPeriod[] {
  const closed = periods.filter(({ from, to, snapshot }) => {
    const whole = from >= `${year}-01-01` && to <= `${year + 1}-01-01`;
    return whole && snapshot !== null;
  });
  const ofYear = closed.find(({ kind }) => kind === 'year');
  if (ofYear) return [ofYear];
  return closed.filter((period) => partsOf(period).length === 0).reverse();
}

/** Punctuality of the units of one level, as their dossiers were counted at the close. */
function onTime(results: readonly UnitResult[]): RatioCount {
  const sum = (part: 'early' | 'onTime' | 'overdue' | 'unknown') =>
    results.reduce((all, { punctuality }) => all + punctuality[part], 0);
  const inTime = sum('early') + sum('onTime');
  return { numerator: inTime, denominator: inTime + sum('overdue'), unknown: sum('unknown'), silentUnits: 0 };
}

/** Petitions as units declared or recorded them; a unit that did not in one of the periods is a silent one. */
function petitions(closed: readonly ClosedPeriod[]): RatioCount | null {
  const stated = closed.flatMap(({ results, sums }) =>
    results.map(({ unit }) => ({ unit, petitions: sums.get(unit)?.stated.petitions })),
  );
  const known = stated.flatMap((each) => each.petitions ?? []);
  if (known.length === 0) return null;
  return {
    numerator: known.reduce((all, each) => all + each.onTime, 0),
    denominator: known.reduce((all, each) => all + each.received, 0),
    unknown: 0,
    silentUnits: new Set(stated.filter((each) => each.petitions === undefined).map(({ unit }) => unit)).size,
  };
}

function added(rows: readonly StoredRatio[], id: RatioId): RatioCount {
  const own = rows.filter(({ ratio }) => ratio === id);
  const sum = (part: 'numerator' | 'rest' | 'unknown') => own.reduce((all, row) => all + row[part], 0);
  const numerator = sum('numerator');
  return { numerator, denominator: numerator + sum('rest'), unknown: sum('unknown'), silentUnits: 0 };
}

/** Ratios of the PAR index from what the closed periods of `year` counted: on time by level, petitions, and what dossiers tell. */
export async function countedRatios(db: Db, tenant: string, year: number): Promise<CountedRatios> {
  const periods = periodsOfYear(await periodsOf(db, tenant), year);
  const closed: ClosedPeriod[] = [];
  const kept: StoredRatio[] = [];
  let notKept = false;
  for (const period of periods) {
    const each = await closedPeriod(db, tenant, period);
    if (!each) continue;
    closed.push(each);
    const rows = await ratiosOf(db, tenant, each.snapshot.snapshot);
    kept.push(...rows);
    // Of no dossier nothing is kept either: then there is nothing to count.
    if (rows.length === 0 && each.results.some(({ n }) => n.dossiers > 0)) notKept = true;
  }
  const counts: { [id in RatioId]?: RatioCount } = {};
  for (const level of LEVELS) {
    const own = closed.flatMap(({ results }) => results.filter((result) => result.level === level));
    if (own.length > 0) counts[`onTime.${level}`] = onTime(own);
  }
  const answered = petitions(closed);
  if (answered) counts['petitions.onTime'] = answered;
  if (closed.length > 0 && !notKept) for (const id of FROM_DOSSIERS) counts[id] = added(kept, id);
  return { counts, periods, notKept };
}
