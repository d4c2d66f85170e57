import { formatList } from '#rules/format.ts';
import type { PeriodCheck } from '#wire/results.ts';
import type { Services } from '../services.ts';
import { acknowledgementsOf, itemOf } from '../store/acknowledgements.ts';
import { periodsOf, type StoredPeriod } from '../store/periods.ts';
import { unitResults } from '../store/snapshots.ts';
import { neighbourFaults } from './neighbour-faults.ts';
import { labelOf, quartersOf } from './quarters.ts';

/** What stands between a year made of its quarters and its result; counts are those of the quarters together. */
export async function checkYear(
  { db }: Pick<Services, 'db'>,
  tenant: string,
  year: StoredPeriod,
): Promise<PeriodCheck> {
  const { quarters, hindrances } = await quartersOf(db, tenant, year);
  const blocking = [...hindrances];
  const kept = new Map((await acknowledgementsOf(db, tenant, year.period)).map(({ item, reason }) => [item, reason]));
  const provisional = quarters.filter(({ period }) => period.state !== 'sealed');
  const advice = [
    ...(provisional.length > 0
      ? [
          {
            code: 'quarters.provisional',
            message: `${formatList(provisional.map(({ period }) => labelOf(period)))} chưa khóa sổ, kết quả còn có thể đổi.`,
          },
        ]
      : []),
    ...neighbourFaults(year, await periodsOf(db, tenant)),
  ];
  const counts = { units: 0, dossiers: 0, responses: 0, selfScores: 0 };
  const units = new Set<string>();
  for (const { snapshot } of quarters)
    for (const { unit, n } of await unitResults(db, tenant, snapshot.snapshot)) {
      units.add(unit);
      counts.dossiers += n.dossiers;
      counts.responses += n.official + n.officerLink + n.open;
      counts.selfScores += n.selfScores;
    }
  return {
    blocking: year.state === 'waiting' ? blocking : [{ code: 'period.state', message: 'Kỳ này đã chốt.' }, ...blocking],
    advisory: advice.map(({ code, message }) => ({ code, message, kept: kept.get(itemOf(code, message)) ?? null })),
    counts: { ...counts, units: units.size },
  };
}
