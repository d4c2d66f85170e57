import type { RescorePreview } from '#wire/comparison.ts';
import type { RescorePreviewRequest, RescoreRequest } from '#wire/period.ts';
import type { UnitResult } from '#wire/results.ts';
import { compareResults } from '../figures/compare.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { requireDossiersThere } from '../store/gone-dossiers.ts';
import { nextSnapshotNumber } from '../store/period-snapshots.ts';
import { partsOf, periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { unitResults } from '../store/snapshots.ts';
import { askedBefore } from './asked-before.ts';
import { makeSnapshot, previewSnapshot } from './make-snapshot.ts';
import { makeYear, previewYear } from './make-year.ts';
import { type ScoringChange, scoringChange } from './scoring-change.ts';
import { sealingRefusal } from './sealing-refusal.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now'>;

/** @throws Refusal 409 `period.open`, `period.sealed`, `period.sealing`. */
function requireProvisional(period: StoredPeriod): string {
  if (period.state === 'sealed')
    throw new Refusal(409, 'period.sealed', 'Kỳ này đã khóa sổ nên không tính lại được. Dùng Đính chính.');
  if (period.state !== 'closed' || !period.snapshot)
    throw new Refusal(409, 'period.open', 'Chưa tính lại được: kỳ này chưa chốt xong. Chốt kỳ trước.');
  if (period.sealBegunAt !== null) throw sealingRefusal();
  return period.snapshot;
}

/** @throws Refusal 422 `choice.ofQuarters`: a year is scored as its quarters were. */
function requireOwn({ changed }: ScoringChange): void {
  if (changed.length > 0)
    throw new Refusal(
      422,
      'choice.ofQuarters',
      'Năm lấy cách hiểu của các quý. Tính lại các quý theo cách hiểu mới, rồi tính lại năm.',
    );
}

const sumsOf = ({ from }: ScoringChange, current: string) => (from === 'sums' ? { sumsOf: current } : {});

/**
 * What scoring the period anew would change of its current result; nothing is written.
 * @throws Refusal 409 `period.open`, `period.sealed`, `period.expired` when its dossiers were taken away; 422 as `scoringChange` has it, `choice.ofQuarters`.
 */
export async function previewRescore(
  parts: Parts,
  tenant: string,
  period: StoredPeriod,
  request: RescorePreviewRequest,
): Promise<RescorePreview> {
  const current = requireProvisional(period);
  const change = scoringChange(period, request);
  const before = await unitResults(parts.db, tenant, current);
  let after: UnitResult[];
  if (partsOf(period).length > 0) {
    requireOwn(change);
    after = await previewYear(parts, tenant, period);
  } else {
    if (change.from === 'records') await requireDossiersThere(parts.db, tenant, period.from);
    const order = { period, choices: change.choices, citizen: 'join' as const, ...sumsOf(change, current) };
    after = await previewSnapshot(parts, tenant, order);
  }
  return { ...compareResults(before, after), from: change.from };
}

/**
 * Scores a closed period anew, by other choices or on what is on record now, as its next snapshot; the choices become those of the
 * period. Possible until the seal, while answers can be joined to their dossiers.
 * @throws Refusal as `previewRescore`; 409 `snapshot.moved`.
 */
export async function rescorePeriod(
  parts: Parts,
  tenant: string,
  period: StoredPeriod,
  actor: string,
  { reason, of, ...request }: RescoreRequest,
): Promise<void> {
  const current = requireProvisional(period);
  if (await askedBefore(parts.db, tenant, period, of, reason)) return;
  const change = scoringChange(period, request);
  const number = await nextSnapshotNumber(parts.db, tenant, period.period);
  // Null is refused: when another process sealed or opened it meanwhile, nothing of this happens.
  const settled = {
    sql: `update periods set choices = ?, state = case when state = 'closed' and seal_begun_at is null then state end
      where tenant = ? and period = ?`,
    params: [change.choices, tenant, period.period],
  };
  if (partsOf(period).length > 0) {
    requireOwn(change);
    await makeYear(parts, tenant, { period, number, reason, actor, also: [] });
    return;
  }
  if (change.from === 'records') await requireDossiersThere(parts.db, tenant, period.from);
  try {
    await makeSnapshot(parts, tenant, {
      period,
      number,
      reason,
      choices: change.choices,
      actor,
      citizen: 'join',
      ...sumsOf(change, current),
      also: [settled],
    });
  } catch (error) {
    // Where another process sealed or opened it meanwhile, that is what there is to tell.
    const stands = await periodOrNull(parts.db, tenant, period.period);
    if (stands && !(error instanceof Refusal)) requireProvisional(stands);
    throw error;
  }
}
