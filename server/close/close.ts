import { localDay } from '../clock.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { keepLanguages } from '../store/form-languages.ts';
import { nextSnapshotNumber } from '../store/period-snapshots.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { replanned } from '../store/replanned.ts';
import { checkPeriod } from './check.ts';
import { makeSnapshot } from './make-snapshot.ts';
import type { SnapshotProgress } from './progress.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now'>;

/**
 * The first step: no answer enters the period any more. Nothing happens when it is no longer open.
 * @throws Refusal 409 `period.blocked` naming what must be settled first.
 */
async function shut({ db, keys, now }: Parts, tenant: string, id: string, actor: string): Promise<void> {
  const period = await periodOrNull(db, tenant, id);
  if (period?.state !== 'open') return;
  const { blocking } = await checkPeriod({ db, keys }, tenant, period, localDay(now()));
  if (blocking.length)
    throw new Refusal(409, 'period.blocked', `Chưa chốt được kỳ: ${blocking.map((b) => b.message).join(' ')}`, {
      issues: blocking.map((b) => ({ path: b.code, message: b.message })),
    });
  await withAudit(db, tenant, now(), { actor, action: 'period.close', subject: id }, [
    {
      // Null is refused: when another process was first, this transaction falls and with it the entry in the log.
      sql: `update periods set closed_at = ?, state = case when state = 'open' then 'closed' end
        where tenant = ? and period = ?`,
      params: [now().toISOString(), tenant, id],
    },
  ]);
}

/**
 * Closes a period: no answer enters it any more, and its result is computed once and kept. A close cut short after the
 * first step is taken up again by calling it once more, or by the server itself (`resume-closes.ts`); one that another caller finished
 * changes nothing.
 * @param onProgress cuts it short when it throws.
 * @throws Refusal 409 `period.blocked` naming what must be settled first; 503 `key.lost` when a close is taken up again
 * without the key that joins answers to dossiers.
 */
export async function closePeriod(
  parts: Parts,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
  onProgress?: (progress: SnapshotProgress) => void,
): Promise<void> {
  const { db } = parts;
  await replanned(() => shut(parts, tenant, id, actor));
  const period = await periodOrNull(db, tenant, id);
  if (!period || period.snapshot) return;
  const order = {
    period,
    // Those of before a reopening stay on record.
    number: await nextSnapshotNumber(db, tenant, id),
    reason: 'Chốt kỳ',
    choices: period.choices,
    actor,
    citizen: 'join' as const,
    also: await keepLanguages(db, tenant, id, SMALLEST_GROUP),
  };
  await makeSnapshot(parts, tenant, order, onProgress);
}
