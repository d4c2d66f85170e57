import { formatCount, formatDateTime, formatList } from '#rules/format.ts';
import { localTime } from '../clock.ts';
import type { Db } from '../store/db.ts';
import { movedRecords } from '../store/moved-records.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { originOrNull, snapshotOrNull } from '../store/snapshots.ts';
import type { Advice } from './record-advice.ts';

/** Advice that what a snapshot was made of has changed since. */
export const MOVED = 'records.moved';

/** How such advice begins when it is about `snapshot`. */
export const movedSince = (snapshot: string) => `Sau bản chốt ${snapshot}, `;

/** What changed of a closed period's records since its result was computed from them; `null` = nothing, or it is final. */
export async function movedAdviceOrNull(db: Db, tenant: string, period: StoredPeriod): Promise<Advice | null> {
  const { snapshot, state, sealBegunAt, parts } = period;
  if (state !== 'closed' || snapshot === null || sealBegunAt !== null || parts !== null) return null;
  const stored = await snapshotOrNull(db, tenant, snapshot);
  const findingsOf = (await originOrNull(db, tenant, snapshot))?.findingsOf ?? snapshot;
  // One made of the sums of another read no record itself.
  const made = findingsOf === snapshot ? stored : await snapshotOrNull(db, tenant, findingsOf);
  if (!stored || !made) return null;
  const at = made.createdAt;
  const membership = settledChoices(stored.choices)['period.membership'];
  const n = await movedRecords(db, tenant, period, membership, { findingsOf, at });
  const told = [
    [n.dossiers, 'hồ sơ thêm hoặc đổi'],
    [n.gone, 'hồ sơ bị gỡ'],
    [n.petitions, 'phản ánh thêm, đổi hoặc gỡ'],
    [n.facts, 'đơn vị khai lại số liệu'],
    [n.appraisals, 'lần thẩm định'],
    [n.recordings, 'lần khai «ghi đủ từ ngày»'],
    [n.units, 'đơn vị khai lại tên, cấp hoặc ngày hoạt động'],
  ] as const;
  const parted = told.filter(([count]) => count > 0).map(([count, what]) => `${formatCount(count)} ${what}`);
  if (parted.length === 0) return null;
  return {
    code: MOVED,
    message: `${movedSince(snapshot)}tính từ hồ sơ lúc ${formatDateTime(localTime(new Date(at)))}, có ${formatList(parted)}. Tính lại từ hồ sơ để kết quả theo số liệu hiện nay.`,
  };
}
