import { formatDateTime } from '#rules/format.ts';
import type { PublishRequest } from '#wire/period.ts';
import { localTime } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { endPublication, insertPublication } from '../store/publications.ts';
import { replanned } from '../store/replanned.ts';
import { snapshotOrNull, unitResults } from '../store/snapshots.ts';
import { requireSums } from './require-sums.ts';

type Parts = Pick<Services, 'db' | 'now'>;

/** The instant asked for. @throws Refusal 422 `publish.past`. */
function shownFrom(asked: string | undefined, now: Date): string {
  if (asked === undefined) return now.toISOString();
  const from = new Date(asked);
  if (from > now) return from.toISOString();
  throw new Refusal(
    422,
    'publish.past',
    `Thời điểm công khai ${formatDateTime(localTime(from))} đã qua. Chọn thời điểm sau lúc này, hoặc công khai ngay.`,
    { issues: [{ path: 'publishAt', message: 'đã qua' }] },
  );
}

/**
 * Who asks for another instant than the one set must not be told it was done.
 * @throws Refusal 409 `publish.set` while a publication at another instant waits, `period.published` when one is asked for of what the
 * public sees by now.
 */
function requireSameInstant(set: string, publishAt: string | undefined, at: Date): void {
  if (publishAt !== undefined && new Date(publishAt).toISOString() === set) return;
  const shown = set <= at.toISOString();
  if (shown && publishAt === undefined) return;
  const when = formatDateTime(localTime(new Date(set)));
  throw shown
    ? new Refusal(
        409,
        'period.published',
        `Kỳ này đã công khai từ ${when} nên không hẹn được nữa. Rút công khai trước, rồi công khai từ lúc hẹn.`,
      )
    : new Refusal(409, 'publish.set', `Kỳ này đã hẹn công khai lúc ${when}. Hủy hẹn trước, rồi công khai.`);
}

/**
 * Shows a sealed result to the public, at once or from `publishAt` on. Repeating it changes nothing.
 * @throws Refusal 409 `period.unsealed`: before the seal an objection may still move the figures; `year.outdated`; `sum.fault`; `publish.set`;
 * `period.published`; 422 `publish.past`.
 */
export function publishPeriod(
  parts: Parts,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
  { publishAt, faultReason }: PublishRequest = {},
): Promise<void> {
  const { db, now } = parts;
  return replanned(async () => {
    const period = await periodOrNull(db, tenant, id);
    if (period?.publishedAt) {
      requireSameInstant(period.publishedAt, publishAt, now());
      return;
    }
    if (period?.state !== 'sealed' || !period.snapshot)
      throw new Refusal(409, 'period.unsealed', 'Chưa công khai được: kỳ này chưa khóa sổ. Khóa sổ trước.');
    if (period.outdated)
      throw new Refusal(
        409,
        'year.outdated',
        'Chưa công khai được: một quý của kỳ này đã có bản chốt mới. Đính chính kỳ này để cộng lại trước.',
      );
    const { snapshot } = period;
    const from = shownFrom(publishAt, now());
    const { choices } = (await snapshotOrNull(db, tenant, snapshot)) ?? period;
    requireSums(await unitResults(db, tenant, snapshot), choices, faultReason);
    const detail = { snapshot, ...(publishAt ? { from } : {}), ...(faultReason ? { faultReason } : {}) };
    await withAudit(db, tenant, now(), { actor, action: 'period.publish', subject: id, detail }, [
      {
        // Null is refused: when another process was first, this transaction falls and with it the entry in the log.
        sql: `update periods set published_at = ?, withdrawn_at = null, withdrawn_reason = null,
            state = case when state = 'sealed' and published_at is null and snapshot = ? then state end
          where tenant = ? and period = ?`,
        params: [from, snapshot, tenant, id],
      },
      insertPublication(tenant, id, { snapshot, shownFrom: from, faultReason: faultReason ?? null }, actor, now()),
    ]);
  });
}

/**
 * Takes back a publication that has not begun. Repeating it changes nothing.
 * @throws Refusal 409 `period.published` when the public sees it by now: then it can only be withdrawn, which is said in public.
 */
export function cancelPublication(
  { db, now }: Parts,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
): Promise<void> {
  return replanned(async () => {
    const period = await periodOrNull(db, tenant, id);
    if (!period?.publishedAt) return;
    const at = now();
    if (period.publishedAt <= at.toISOString())
      throw new Refusal(409, 'period.published', 'Kỳ này đã công khai nên không hủy hẹn được. Dùng Rút công khai.');
    await withAudit(db, tenant, at, { actor, action: 'period.publish.cancel', subject: id }, [
      {
        sql: `update periods set published_at = case when published_at > ? then null end,
            state = case when published_at > ? then state end where tenant = ? and period = ?`,
        params: [at.toISOString(), at.toISOString(), tenant, id],
      },
      endPublication(tenant, id, 'cancelled', actor, at, null),
    ]);
  });
}
