import type { HistorySeries, PublicHistory } from '#wire/public-history.ts';
import type { PublicResults } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { periodsOf, type StoredPeriod } from '../store/periods.ts';
import { tenantOrNull } from '../store/tenants.ts';
import { publicResults } from './public-results.ts';
import { isShown } from './shown-snapshots.ts';

/** A longer row of periods is hard to read, and each is read whole. */
const MOST = 12;
const KINDS = ['quarter', 'year', 'custom'] as const;

function seriesOf(kind: HistorySeries['kind'], shown: readonly PublicResults[]): HistorySeries {
  const [newest] = shown.slice(-1);
  const resultOf = ({ period, units }: PublicResults, unit: string) => {
    const found = units.find((each) => each.unit === unit && !each.hidden);
    if (!found) return [];
    const { total, max, missing, gradeLabel, responses, interval } = found;
    const { low, high } = interval ?? { low: null, high: null };
    return [{ period: period.period, total, max, missing, gradeLabel, responses, low, high }];
  };
  const units = (newest?.units ?? []).flatMap(({ unit, name, level }) => {
    const results = shown.flatMap((each) => resultOf(each, unit));
    return results.length === shown.length ? [{ unit, name, level, results }] : [];
  });
  return {
    kind,
    periods: shown.map(({ period, snapshot }) => ({ ...period, snapshot: snapshot.snapshot })),
    units,
  };
}

/**
 * Published periods side by side, by kind: as the public sees each of them at `at`, over the units every one of them shows. A unit
 * hidden in one stays out of all: beside its figures in the others, that one would be narrowed.
 */
export async function publicHistory(
  db: Db,
  tenant: string,
  at: Date,
  kinds: readonly HistorySeries['kind'][] = KINDS,
): Promise<PublicHistory | null> {
  const found = await tenantOrNull(db, tenant);
  if (!found) return null;
  const periods = (await periodsOf(db, tenant)).filter((period) => isShown(period, at));
  const series: HistorySeries[] = [];
  for (const kind of kinds) {
    const own = periods.filter((period: StoredPeriod) => period.kind === kind);
    own.sort((a, b) => (a.from < b.from ? -1 : 1));
    const shown: PublicResults[] = [];
    for (const { period } of own.slice(-MOST)) {
      const results = await publicResults(db, tenant, period, at);
      if (results) shown.push(results);
    }
    if (shown.length > 0) series.push(seriesOf(kind, shown));
  }
  return { tenant, tenantName: found.name, watermark: found.watermark, series };
}
