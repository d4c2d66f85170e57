import type { Choices } from '#rules/choices.ts';
import { formatDate, formatDateRange, formatList } from '#rules/format.ts';
import { NotInForce } from '#rules/law.ts';
import { custom, lastDay, overlaps, type Period, periodLabel, quarter, year } from '#rules/period.ts';
import { choicesUnder, rulesetOf, StraddlesRulesets } from '#rules/rulesets/index.ts';
import type { PointsRuleset, RulesetInForce, TenantDecision } from '#rules/rulesets/ruleset.ts';
import type { PeriodRequest } from '#wire/period.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { decisionOrNull } from '../store/decisions.ts';
import { insertPeriod, periodsOf, type StoredPeriod } from '../store/periods.ts';
import { tenantOf } from '../store/tenants.ts';

/** @throws Refusal 422 `period.range` when the days are not those of the quarter or year. */
function rangeOf({ period, kind, from, lastDay: last }: PeriodRequest): Period {
  const [y, m] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const asked = custom(from, last);
  const range = kind === 'year' ? year(y) : kind === 'quarter' ? quarter(y, Math.ceil(m / 3) as 1 | 2 | 3 | 4) : asked;
  if (range.from !== asked.from || range.to !== asked.to)
    throw new Refusal(422, 'period.range', 'Ngày đầu và ngày cuối không khớp quý hoặc năm. Chọn lại ngày.', {
      issues: [{ path: 'from', message: 'không phải ngày đầu kỳ' }],
    });
  return { ...range, id: period };
}

/**
 * Of one kind a day belongs to one period. Of whatever kind it belongs to one open period: an answer is counted in one of
 * them alone, so two that share days would each lack the answers of the other.
 * @throws Refusal 409 `period.exists`, `period.overlap`.
 */
function requireFree(range: Period, stored: readonly StoredPeriod[]): void {
  const periods = stored.map((p) => ({ ...p, id: p.period }));
  if (periods.some((p) => p.id === range.id))
    throw new Refusal(409, 'period.exists', `Đã có kỳ ${range.id}. Đặt mã khác.`);
  const other = periods.find((p) => (p.kind === range.kind || p.state === 'open') && overlaps(p, range));
  if (!other) return;
  const named = `kỳ ${other.id} (${formatDateRange(other.from, lastDay(other))})`;
  const message =
    other.kind === range.kind
      ? `Trùng ngày với ${named}. Chọn ngày ngoài kỳ đó.`
      : `Trùng ngày với ${named} đang mở, mà mỗi phiếu chỉ tính vào một kỳ. Chốt kỳ đó trước, hoặc chọn ngày ngoài kỳ đó.`;
  throw new Refusal(409, 'period.overlap', message, {
    issues: [{ path: 'from', message: `trùng ngày với kỳ ${other.id}` }],
  });
}

/** The calendar quarters that fill [from, to) exactly, or none. */
function calendarQuarters({ from, to }: Period): Period[] {
  const quarters: Period[] = [];
  for (let day = from; day < to; day = quarters.at(-1)?.to ?? to)
    quarters.push(quarter(Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4));
  return quarters[0]?.from === from && quarters.at(-1)?.to === to ? quarters : [];
}

/**
 * The quarters a year, or a period of several whole quarters, is made of: it takes no answers of its own, for these are counted in
 * the quarters. None = no quarter was evaluated by itself, so the period takes its own answers.
 * @throws Refusal 409 `quarters.missing` naming the quarters that were not opened or are not closed yet.
 */
function quartersOf(range: Period, stored: readonly StoredPeriod[]): string[] {
  const quarters = range.kind === 'quarter' ? [] : calendarQuarters(range);
  if (quarters.length < 2) return [];
  const found = quarters.map((each) => stored.find((p) => p.kind === 'quarter' && p.from === each.from));
  if (found.every((p) => p === undefined)) return [];
  const lacking = quarters.flatMap((each, i) => {
    const p = found[i];
    if (p?.snapshot && (p.state === 'closed' || p.state === 'sealed')) return [];
    return `${periodLabel(each)} (${p ? 'chưa chốt' : 'chưa mở'})`;
  });
  if (lacking.length > 0)
    throw new Refusal(
      409,
      'quarters.missing',
      `${periodLabel(range)} cộng từ các quý, còn thiếu: ${formatList(lacking)}. Chốt đủ các quý, hoặc chọn kỳ chỉ gồm các quý đã chốt.`,
      { issues: lacking.map((message) => ({ path: 'from', message })) },
    );
  return found.flatMap((p) => p?.period ?? []);
}

const outside = (message: string, what: string, remedy: string) =>
  new Refusal(422, 'ruleset.outside', `${message} ${remedy}`, { issues: [{ path: 'lastDay', message: what }] });

/** @throws Refusal 422 `ruleset.outside`, `ruleset.straddle`. */
function rulesetFor(range: Period, decision: TenantDecision | null, choices: Choices): RulesetInForce<PointsRuleset> {
  try {
    const { ruleset, ...more } = rulesetOf(range, decision, choices);
    if (ruleset.method === 'points') return { ruleset, ...more };
    throw outside(
      `${ruleset.title} không cho điểm nên không xếp loại được.`,
      ruleset.title,
      'Cần quyết định của tỉnh có hiệu lực vào ngày cuối kỳ: khai ở Thiết lập, mục Tỉnh.',
    );
  } catch (error) {
    if (error instanceof StraddlesRulesets)
      throw new Refusal(422, 'ruleset.straddle', error.message, {
        issues: [{ path: 'from', message: 'nhiều bộ quy tắc trong một kỳ' }],
      });
    if (!(error instanceof NotInForce)) throw error;
    throw outside(
      `${error.what} không áp dụng cho ngày ${formatDate(error.on)}.`,
      error.what,
      'Chọn kỳ có quy định đang hiệu lực.',
    );
  }
}

/**
 * Opens a period under the ruleset in force on its last day; a year whose quarters were evaluated is made of them and waits.
 * @throws Refusal 422 `period.range`, `ruleset.outside`, `ruleset.straddle`; 409 `period.exists`, `period.overlap`,
 * `quarters.missing`.
 */
export async function openPeriod(
  { db, now }: Pick<Services, 'db' | 'now'>,
  tenant: string,
  request: PeriodRequest,
  actor: string,
): Promise<void> {
  const range = rangeOf(request);
  const stored = await periodsOf(db, tenant);
  requireFree(range, stored);
  const parts = quartersOf(range, stored);
  const decision = await decisionOrNull(db, tenant);
  const { choices } = await tenantOf(db, tenant);
  const { ruleset, cite } = rulesetFor(range, decision, choices);
  const period = {
    period: request.period,
    kind: request.kind,
    from: range.from,
    to: range.to,
    ruleset: ruleset.id,
    decision: cite.act === decision?.act ? decision.act : null,
    choices: JSON.stringify(choicesUnder(ruleset, choices)),
  };
  await withAudit(db, tenant, now(), { actor, action: 'period.open', subject: request.period }, [
    insertPeriod(tenant, period, parts),
  ]);
}
