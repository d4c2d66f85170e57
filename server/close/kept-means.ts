import type { KeptMeans } from '#rules/checks/sums.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import type { KeptSeries, SnapshotSums } from '../store/snapshot-sums.ts';

interface Side {
  readonly sum: number;
  readonly n: number;
}

/** Every indicator weighs the same on both sides; n = as many as the indicator with the most has, so dossiers, or answers. */
function sideOf(series: KeptSeries, shared: readonly IndicatorId[]): Side {
  const kept = shared.map((id) => series[id] ?? [0, 0]);
  const n = Math.max(0, ...kept.map((each) => each[1]));
  const means = kept.reduce((sum, [points, of]) => sum + (points ?? 0) / of, 0);
  return { sum: Math.round((means / shared.length) * n), n };
}

type Kept = Pick<SnapshotSums['units'][number], 'unit' | 'self' | 'citizen'>;

function meansOf({ unit, self, citizen }: Kept, officer: string | null): KeptMeans | null {
  const both = INDICATOR_IDS.filter((id) => (self[id]?.[1] ?? 0) > 0 && (citizen[id]?.[1] ?? 0) > 0);
  const shared = both.filter((id) => typeof citizen[id]?.[0] === 'number');
  if (both.length === 0) return null;
  if (shared.length > 0) return { unit, officer, self: sideOf(self, shared), citizen: sideOf(citizen, shared) };
  return { unit, officer, self: sideOf(self, both), citizen: { ...sideOf(citizen, both), sum: null } };
}

/** Self and citizens of each unit and officer over the indicators both have; who has none in common with the citizens is not there. */
export function keptMeans({ units, officers }: SnapshotSums): KeptMeans[] {
  const all = [...units.map((unit) => meansOf(unit, null)), ...officers.map((each) => meansOf(each, each.officer))];
  return all.filter((means) => means !== null);
}
