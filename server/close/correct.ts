import type { CorrectRequest } from '#wire/period.ts';
import type { UnitResult } from '#wire/results.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { Statement } from '../store/db.ts';
import { insertErratum } from '../store/errata.ts';
import { requireDossiersKept } from '../store/gone-dossiers.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { nextSnapshotNumber } from '../store/period-snapshots.ts';
import { partsOf, periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { endPublication, insertPublication, publicationsOf, wasShown } from '../store/publications.ts';
import { askedBefore } from './asked-before.ts';
import { makeSnapshot } from './make-snapshot.ts';
import { makeYear } from './make-year.ts';
import { publicText } from './public-text.ts';
import { requireSums } from './require-sums.ts';
import { snapshotName } from './snapshot-order.ts';

/** The snapshot the public had last seen, or `null`. */
async function lastShown(db: Services['db'], tenant: string, period: string, at: Date): Promise<string | null> {
  const shown = (await publicationsOf(db, tenant, period)).filter((publication) => wasShown(publication, at));
  return shown.at(-1)?.snapshot ?? null;
}

const moved = (period: string) =>
  new Refusal(
    409,
    'snapshot.moved',
    `Kỳ ${period} vừa được công khai hoặc rút công khai. Tải lại trang, xem kỳ này rồi làm lại nếu còn cần.`,
  );

/**
 * Scores a sealed period anew on what is on record now: dossiers, petitions, unit facts, appraisals. The key is gone, so the citizen
 * and joint parts stay as the last snapshot has them. So do the choices: the citizen part was scored by them and can be scored by
 * no others, and a result half by these and half by those would be neither. What the public has seen stays readable, marked as
 * replaced, with the erratum beside what takes its place.
 * @throws Refusal 409 `period.unsealed`: before the seal the period is scored anew whole; `snapshot.moved`; `period.expired`
 * when its dossiers are kept no longer; `sum.fault` where it is published.
 */
export async function correctPeriod(
  parts: Pick<Services, 'db' | 'keys' | 'now'>,
  tenant: string,
  period: StoredPeriod,
  actor: string,
  { reason, of, erratum, faultReason }: CorrectRequest,
): Promise<void> {
  const { db, now } = parts;
  const { period: id, snapshot: previous } = period;
  if (period.state !== 'sealed' || !previous)
    throw new Refusal(409, 'period.unsealed', 'Kỳ này chưa khóa sổ nên chưa cần đính chính. Dùng Tính lại.');
  if (await askedBefore(db, tenant, period, of, reason)) return;
  const at = now();
  // A year is added up from its quarters' snapshots, which stay.
  if (partsOf(period).length === 0) await requireDossiersKept(db, tenant, period.from, at);
  const order = { period, number: await nextSnapshotNumber(db, tenant, id), reason, actor };
  const snapshot = snapshotName(order);
  const shown = await lastShown(db, tenant, id, at);
  const { publishedAt } = period;
  const also: Statement[] = [
    {
      // Null is refused: what was published or withdrawn meanwhile is to be corrected as it then stands.
      sql: `update periods set state = case when state = 'sealed' and coalesce(published_at, '') = ? then state end
        where tenant = ? and period = ?`,
      params: [publishedAt ?? '', tenant, id],
    },
    insertErratum(tenant, { snapshot, previous, shown, erratum: publicText(erratum), at: at.toISOString() }, actor),
  ];
  // What takes the place of a published result is held to what publishing it is held to.
  const judged = (units: readonly UnitResult[]): Statement[] => {
    if (publishedAt === null) return [];
    const told = requireSums(units, period.choices, faultReason);
    const shownFrom = publishedAt > at.toISOString() ? publishedAt : at.toISOString();
    return [
      endPublication(tenant, id, 'corrected', actor, at, reason),
      insertPublication(tenant, id, { snapshot, shownFrom, faultReason: told }, actor, at),
    ];
  };
  const { choices } = period;
  try {
    if (partsOf(period).length > 0) await makeYear(parts, tenant, { ...order, also, judged });
    else await makeSnapshot(parts, tenant, { ...order, choices, citizen: { from: previous }, also, judged });
  } catch (error) {
    const stands = await periodOrNull(db, tenant, id);
    if (isOvertaken(error, 'periods.state') && stands?.publishedAt !== publishedAt) throw moved(id);
    throw error;
  }
}
