import type { UnitFacts } from '#rules/facts.ts';
import { scrub } from '#rules/scrub.ts';
import { LEVEL_NAMES } from '#rules/units/level.ts';
import type { UnitFactsBody } from '#wire/unit-facts.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import { holdSettled, holdState } from './period-hold.ts';
import { periodOrNull, type StoredPeriod } from './periods.ts';
import type { Putter } from './plan-dossiers.ts';
import { putUnitFacts, unitFactsOrNull } from './unit-facts.ts';
import { changedUnits, unitThen } from './unit-spans.ts';
import { unitOrNull } from './units.ts';

/** The threshold of indicator 5 follows the unit's own level in the period, not a declared one. @throws Refusal 422 `unit.level`. */
async function requireOwnLevel(
  db: Db,
  tenant: string,
  period: StoredPeriod | null,
  { unit, facts }: UnitFactsBody,
): Promise<void> {
  const today = await unitOrNull(db, tenant, unit);
  const own = today && period ? unitThen(today, await changedUnits(db, tenant), period) : today;
  if (!own || !facts.oneStop || facts.oneStop.level === own.level) return;
  const message = `${own.name} trong kỳ này là ${LEVEL_NAMES[own.level].toLowerCase()}`;
  throw new Refusal(
    422,
    'unit.level',
    `Số liệu chỉ số 5 khai sai cấp: ${message}. Khai đúng cấp của đơn vị trong kỳ.`,
    {
      issues: [{ path: 'facts.oneStop.level', message }],
    },
  );
}

/**
 * Whether facts may still be told: while the period is open, and until the seal, when they count in the next computation. After it
 * the province alone corrects them, with a reason.
 * @throws Refusal 410 `period.closed`, 422 `reason.missing`.
 */
function requireTellable(mayCorrect: boolean, period: StoredPeriod | null, { period: id, reason }: UnitFactsBody) {
  if (period?.state === 'open' || (period?.state === 'closed' && period.snapshot !== null)) return period.state;
  if (period?.state !== 'sealed' || !mayCorrect)
    throw new Refusal(410, 'period.closed', `Kỳ ${id} không nhận số liệu. Chọn kỳ đang mở hoặc chưa khóa sổ để khai.`, {
      issues: [{ path: 'period', message: 'kỳ không nhận số liệu' }],
    });
  if (reason === undefined)
    throw new Refusal(422, 'reason.missing', 'Kỳ đã khóa sổ. Ghi lý do đính chính ít nhất 10 ký tự.', {
      issues: [{ path: 'reason', message: 'cần lý do đính chính' }],
    });
  return period.state;
}

export interface UnitFactsPlan {
  /** What the unit had declared; `null` = nothing. */
  readonly before: UnitFacts | null;
  /** For one transaction within `whileSettled`; it falls when the period moved on meanwhile. */
  readonly statements: readonly Statement[];
  /** For the audit log. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * What puts the facts of one unit and period on record.
 * @param mayCorrect whether the putter may correct facts of a sealed period.
 * @throws Refusal 403 `scope.denied`, 410 `period.closed`, 422 `unit.unknown` `unit.level` `reason.missing`.
 */
export async function planUnitFacts(
  db: Db,
  tenant: string,
  item: UnitFactsBody,
  { actor, mayTouch }: Putter,
  mayCorrect: boolean,
  at: Date,
): Promise<UnitFactsPlan> {
  const { period, unit, facts, reason } = item;
  await mayTouch(unit);
  const stored = await periodOrNull(db, tenant, period);
  await requireOwnLevel(db, tenant, stored, item);
  const state = requireTellable(mayCorrect, stored, item);
  const before = await unitFactsOrNull(db, tenant, period, unit);
  return {
    before,
    detail: { state, before, after: facts, ...(reason && { reason: scrub(reason).text }) },
    statements: [
      holdState(tenant, period, state),
      ...holdSettled(tenant, at),
      ...putUnitFacts(tenant, period, unit, facts, actor, at),
    ],
  };
}
