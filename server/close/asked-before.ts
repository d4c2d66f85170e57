import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { periodSnapshots } from '../store/period-snapshots.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { snapshotOrNull } from '../store/snapshots.ts';

/**
 * Whether the snapshot asked for, to follow `of` for `reason`, has been made already: the same request sent twice.
 * @throws Refusal 409 `snapshot.moved` when another one follows `of` by now.
 */
export async function askedBefore(
  db: Db,
  tenant: string,
  { period, snapshot }: StoredPeriod,
  of: string | undefined,
  reason: string,
): Promise<boolean> {
  if (of === undefined || of === snapshot) return false;
  const made = snapshot === null ? null : await snapshotOrNull(db, tenant, snapshot);
  const names = await periodSnapshots(db, tenant, period);
  if (made && made.reason === reason && names[names.indexOf(made.snapshot) - 1] === of) return true;
  throw new Refusal(
    409,
    'snapshot.moved',
    `Kỳ này đã có bản chốt ${snapshot ?? 'khác'} sau bản ${of}. Tải lại trang, xem bản đó rồi làm lại nếu còn cần.`,
    { issues: [{ path: 'of', message: 'không phải bản chốt hiện nay' }] },
  );
}
