import type { PeriodSnapshots } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { errataOf } from '../store/errata.ts';
import { periodSnapshots } from '../store/period-snapshots.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { snapshotView } from './snapshot-view.ts';

/** Every snapshot of a period, oldest first, with what it was made for. */
export async function snapshotsOf(
  db: Db,
  tenant: string,
  { period, snapshot: current }: StoredPeriod,
): Promise<PeriodSnapshots['snapshots']> {
  const errata = new Map((await errataOf(db, tenant, period)).map(({ snapshot, erratum }) => [snapshot, erratum]));
  const snapshots: PeriodSnapshots['snapshots'] = [];
  for (const name of await periodSnapshots(db, tenant, period)) {
    const stored = await snapshotOrNull(db, tenant, name);
    if (!stored) continue;
    const view = await snapshotView(db, tenant, stored);
    snapshots.push({ ...view, current: name === current, erratum: errata.get(name) ?? null });
  }
  return snapshots;
}
