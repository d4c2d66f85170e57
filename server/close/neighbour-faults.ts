import { type Fault, gapsBetween } from '#rules/integrity.ts';
import { periodLabel } from '#rules/period.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** Days beside `period` that belong to no period of its sort, or to two: the check of published reports, turned on ourselves. */
export function neighbourFaults(
  period: StoredPeriod,
  all: readonly StoredPeriod[],
): readonly Pick<Fault, 'code' | 'message'>[] {
  const tables = all.map(({ period: id, kind, from, to }) => ({
    id,
    tenantName: '',
    title: id,
    source: { text: '', date: '' },
    period: { from, to },
    periodText: periodLabel({ id, kind, from, to }),
    groups: [],
    scores: [],
    notes: [],
  }));
  return gapsBetween(tables).filter(({ evidence }) => evidence.some(({ label }) => label === period.period));
}
