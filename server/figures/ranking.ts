import { labelKey } from '#rules/labels.ts';
import { WIDEST_NOTE } from '#rules/mean-interval.ts';
import type { RankedUnit, Ranking, RankingQuery } from '#wire/ranking.ts';
import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { proceduresOf } from '../store/procedures.ts';
import { slicesOf } from '../store/snapshot-slices.ts';
import { unitsOf } from '../store/units.ts';
import { closedPeriod } from './closed-period.ts';
import { periodView } from './period-view.ts';
import { rankedUnits } from './ranked-units.ts';
import { sectorRanking, sectorsOf } from './sector-ranking.ts';
import { snapshotView } from './snapshot-view.ts';

const LEVELS = ['province', 'district', 'commune'] as const;

function matches({ unit, name, level }: RankedUnit, { level: wanted, search }: RankingQuery): boolean {
  if (wanted !== undefined && level !== wanted) return false;
  return search === undefined || labelKey(`${name} ${unit}`).includes(labelKey(search));
}

/**
 * The ranking of a period as its newest snapshot holds it; before the close no unit is listed.
 * @param scope the unit of whoever asks, with those below it; `null` = the whole province. Ranks and tiers stay those among all.
 */
export async function ranking(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  scope: string | null,
  query: RankingQuery,
  at: Date,
): Promise<Ranking> {
  const closed = await closedPeriod(db, tenant, period);
  const within = new Set((await unitsOf(db, tenant, scope)).map(({ unit }) => unit));
  const slices = closed ? await slicesOf(db, tenant, closed.snapshot.snapshot) : [];
  const procedures = await proceduresOf(db, tenant);
  const { sector } = query;
  const shown = ({ unit }: { readonly unit: string }) => scope === null || within.has(unit);
  const listed = !closed ? [] : sector ? sectorRanking(closed, slices, procedures, sector) : rankedUnits(closed);
  const own = listed.filter(shown);
  return {
    period: periodView(period, at),
    snapshot: closed && (await snapshotView(db, tenant, closed.snapshot)),
    levels: LEVELS.map((level) => ({ level, units: own.filter((unit) => unit.level === level).length })).filter(
      ({ units }) => units > 0,
    ),
    sectors: sectorsOf(slices.filter(shown), procedures),
    units: own.filter((unit) => matches(unit, query)),
    intervals: closed && closed.sums.size > 0 ? WIDEST_NOTE : null,
  };
}
