import { daysBetween } from '#rules/calendar/date.ts';
import type { WaitingKind, WaitingUnits } from '#wire/today.ts';
import { localDay } from '../clock.ts';
import { appraisedOf } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import { openPeriodOn, partsOf, periodsOf } from '../store/periods.ts';
import { type RunningCounts, runningCounts } from '../store/running-timeliness.ts';
import { unitResults } from '../store/snapshots.ts';
import { declaredUnits } from '../store/unit-facts.ts';
import type { StoredUnit } from '../store/units.ts';

type Waiting = WaitingUnits['units'][number];
type Found = Omit<WaitingUnits, 'kind'>;

const longestFirst = (a: Waiting, b: Waiting) =>
  (b.days ?? -1) - (a.days ?? -1) || (b.n ?? 0) - (a.n ?? 0) || a.name.localeCompare(b.name, 'vi');

/** Units that scored themselves in a period that is closed and not sealed, and that nobody has appraised. */
async function toAppraise(db: Db, tenant: string, units: readonly StoredUnit[], now: Date): Promise<Found> {
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  const waiting: Waiting[] = [];
  for (const period of await periodsOf(db, tenant)) {
    if (period.state !== 'closed' || !period.snapshot || partsOf(period).length > 0) continue;
    const appraised = await appraisedOf(db, tenant, period.period);
    const days = period.closedAt ? daysBetween(localDay(new Date(period.closedAt)), localDay(now)) : null;
    for (const { unit, n } of await unitResults(db, tenant, period.snapshot)) {
      const name = names.get(unit);
      if (name === undefined || n.selfScores === 0 || appraised.has(unit)) continue;
      waiting.push({ period: period.period, unit, name, n: n.selfScores, days });
    }
  }
  return { countedAt: null, units: waiting.sort(longestFirst) };
}

/** What the last count of a unit that is open says of its dossiers; `null` = not counted yet. */
function inHand({ rows }: RunningCounts): { dossiers: number; scored: number; faults: number } | null {
  const row = rows.find(({ family }) => family === 'inHand');
  return row ? (row.counts as { dossiers: number; scored: number; faults: number }) : null;
}

async function ofOpenPeriod(
  db: Db,
  tenant: string,
  units: readonly StoredUnit[],
  now: Date,
  count: (unit: string, counted: { dossiers: number; scored: number; faults: number }) => number | null,
): Promise<Found> {
  const period = await openPeriodOn(db, tenant, localDay(now));
  if (!period) return { countedAt: null, units: [] };
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  const running = (await runningCounts(db, tenant, period.period)).filter(({ unit }) => names.has(unit));
  const waiting = running.flatMap((each): Waiting[] => {
    const counted = inHand(each);
    const n = counted && count(each.unit, counted);
    if (n === null) return [];
    return [{ period: period.period, unit: each.unit, name: names.get(each.unit) ?? each.unit, n, days: null }];
  });
  const at = running.map(({ madeAt }) => madeAt).sort()[0] ?? null;
  return { countedAt: at, units: waiting.sort(longestFirst) };
}

/**
 * The units of `units` in which something waits: to be appraised after a close; not scored by themselves nor declared in the open
 * period; with dates that do not fit each other. The last two are as of the last count of the open period, at its oldest.
 */
export async function unitsWaiting(
  db: Db,
  tenant: string,
  kind: WaitingKind,
  units: readonly StoredUnit[],
  now: Date,
): Promise<Found> {
  if (kind === 'appraisal') return toAppraise(db, tenant, units, now);
  if (kind === 'fault') return ofOpenPeriod(db, tenant, units, now, (_, { faults }) => faults || null);
  const period = await openPeriodOn(db, tenant, localDay(now));
  const declared = period ? await declaredUnits(db, tenant, period.period) : new Set<string>();
  return ofOpenPeriod(db, tenant, units, now, (unit, { dossiers, scored }) =>
    scored === 0 && !declared.has(unit) ? dossiers : null,
  );
}
