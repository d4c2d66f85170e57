import { figureOf, rankingId, unitId } from '#rules/figure-id.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { formatList } from '#rules/format.ts';
import { periodLabel } from '#rules/period.ts';
import { meanTenths } from '#rules/points.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { DossierSeries } from '#rules/score-record.ts';
import type { UnitResult } from '#wire/results.ts';
import type { TrendPoint } from '#wire/unit-page.ts';
import { tooFew } from '../close/shielded.ts';
import type { Db } from '../store/db.ts';
import { partsOf, periodsOf, type StoredPeriod } from '../store/periods.ts';
import { surveysAnswered } from '../store/read-tallies.ts';
import type { KeptSum } from '../store/snapshot-sums.ts';
import { changesBetween } from './changes-between.ts';
import { type ClosedPeriod, closedPeriod } from './closed-period.ts';
import { endsOf, totalRange } from './index-range.ts';
import { cellFigure, indexRows } from './index-rows.ts';
import type { LineageOf } from './lineage-of.ts';

/** So many periods, this one among them, show where a unit is going. */
const MOST = 8;

/** One period as a unit's lineage stood in it. */
interface Stretch {
  readonly period: StoredPeriod;
  readonly closed: ClosedPeriod;
  readonly units: readonly string[];
  readonly surveys: readonly string[];
}

/** What the figures of two periods do not share. */
function changedBetween(before: Stretch, after: Stretch): string | null {
  const what = changesBetween(before, after);
  return what.length > 0 ? `Từ kỳ này: ${formatList(what)}.` : null;
}

/** What several units were given together, each dossier counting once; a part that was not kept adds nothing (`close/pool-sums.ts`). */
function together(parts: readonly (KeptSum | undefined)[]): KeptSum | null {
  const kept = parts.flatMap((part) => (part ? [part] : []));
  const known = kept.flatMap(([sum, n]) => (sum === null ? [] : [{ sum, n }]));
  if (kept.length === 0) return null;
  if (known.length === 0) return [null, Math.max(...kept.map(([, n]) => n))];
  return [known.reduce((all, { sum }) => all + sum, 0), known.reduce((all, { n }) => all + n, 0)];
}

function pooledFigure(id: string, kept: KeptSum | null, { choices }: ClosedPeriod): Figure | null {
  if (!kept) return null;
  const [sum, n] = kept;
  const cell = {
    points: sum === null ? null : meanTenths(sum, n, choices.rounding),
    n,
    because: sum === null ? tooFew(n) : null,
  };
  return cellFigure(id, cell, kept, true);
}

/** The point of a period in which the work was that of several units, or of another one. */
function pooledPoint(unit: string, { period, closed, units }: Stretch): Pick<TrendPoint, 'total' | 'rows'> {
  const names = closed.results.map(({ name }) => name);
  return {
    total: figureOf(`${rankingId(unit, 'total')}/${period.period}`, 'tenths', null, {
      because: `Khi đó là ${formatList(names)}; tổng điểm chỉ có của từng đơn vị.`,
    }),
    rows: INDICATOR_IDS.map((indicator) => {
      const of = (series: DossierSeries) => {
        const parts = units.map((each) => closed.sums.get(each)?.[series][indicator]);
        return pooledFigure(`${unitId(unit, indicator, series)}/${period.period}`, together(parts), closed);
      };
      return { indicator, citizen: of('citizen'), computed: of('computed'), self: of('self') };
    }),
  };
}

/** The point of a period in which the unit was itself. */
function ownPoint({ period, closed }: Stretch, result: UnitResult): Pick<TrendPoint, 'total' | 'rows'> {
  const sums = closed.sums.get(result.unit) ?? null;
  const at = (figure: Figure | null) => figure && { ...figure, id: `${figure.id}/${period.period}` };
  // A total over fewer indicators is another measure: it has no place on the same line.
  const value = result.missing.length > 0 ? null : result.total;
  const total = figureOf(`${rankingId(result.unit, 'total')}/${period.period}`, 'tenths', value, {
    ...endsOf(totalRange(result, sums, closed.choices), value),
    of: result.max,
    n: result.n.official,
    because: value === null ? result.because : null,
    few: result.n.official < SMALL_N,
  });
  return {
    total,
    rows: indexRows(result, sums, closed).map(({ indicator, citizen, computed, self }) => ({
      indicator,
      ...{ citizen: at(citizen), computed: at(computed), self: at(self) },
    })),
  };
}

/**
 * A unit over the closed periods of the same kind up to `until`, oldest first, as the current snapshot of each holds it. Where it did
 * not exist yet, those that went into it whole are counted together.
 */
export async function unitTrend(
  db: Db,
  tenant: string,
  unit: string,
  lineage: LineageOf,
  until: StoredPeriod,
): Promise<TrendPoint[]> {
  const units = lineage.pooled.map((each) => each.unit);
  const earlier = (await periodsOf(db, tenant)).filter(
    ({ kind, to, snapshot }) => kind === until.kind && to <= until.to && snapshot !== null,
  );
  const stretches: Stretch[] = [];
  for (const period of earlier.slice(0, MOST).reverse()) {
    const closed = await closedPeriod(db, tenant, period, units);
    if (!closed || closed.results.length === 0) continue;
    const there = closed.results.map((result) => result.unit);
    const made = partsOf(period).length > 0 ? partsOf(period) : [period.period];
    stretches.push({ period, closed, units: there, surveys: await surveysAnswered(db, tenant, made, there) });
  }
  return stretches.map((stretch, i): TrendPoint => {
    const { period, closed, units: there } = stretch;
    const before = stretches[i - 1];
    const own = there.length === 1 ? closed.results.find((result) => result.unit === unit) : undefined;
    const { period: id, kind, from, to } = period;
    return {
      period: id,
      label: periodLabel({ id, kind, from, to }),
      changed: before ? changedBetween(before, stretch) : null,
      pooled: own ? [] : closed.results.map(({ name }) => name),
      ...(own ? ownPoint(stretch, own) : pooledPoint(unit, stretch)),
    };
  });
}
