import { Refusal } from '../../refusal.ts';
import type { Db } from '../../store/db.ts';
import { periodsOf, type StoredPeriod } from '../../store/periods.ts';
import { unitResults } from '../../store/snapshots.ts';
import { periodView } from '../period-view.ts';
import { periodName } from './period-name.ts';
import { openHead } from './report-head.ts';
import type { ReportSource } from './report-source.ts';
import type { Before } from './unit-forms.ts';

/**
 * The same source for one unit alone: nothing of its neighbours, of officers or of what the office wrote for all.
 * @throws Refusal 404 `unit.unknown` for a unit the snapshot does not hold.
 */
export function unitSource(source: ReportSource, unit: string): ReportSource {
  const units = source.units.filter((each) => each.unit === unit);
  if (units.length === 0)
    throw new Refusal(
      404,
      'unit.unknown',
      `${source.period.label} không có kết quả của đơn vị ${unit}. Chọn đơn vị khác.`,
    );
  return {
    ...source,
    audience: { unit },
    units,
    faults: [],
    officers: null,
    time: null,
    beside: null,
    review: null,
    answers: [],
    own: {},
    // A number and a signature belong to the report they were given for.
    head: { ...openHead(source.head.issuer), above: source.head.above, place: source.head.place },
  };
}

/** The total of a unit in the newest period before, judged by the same ruleset with all its indicators; `null` = none such. */
export async function totalBefore(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  at: Date,
): Promise<Before | null> {
  const earlier = (await periodsOf(db, tenant))
    .filter((each) => each.to <= period.from && each.snapshot !== null && each.ruleset === period.ruleset)
    .sort((a, b) => (a.to < b.to ? 1 : -1))[0];
  if (!earlier?.snapshot) return null;
  const [result] = await unitResults(db, tenant, earlier.snapshot, [unit]);
  if (!result || result.total === null || result.missing.length > 0) return null;
  return { label: periodName(periodView(earlier, at)), total: result.total };
}
