import type { Choices } from '#rules/choices.ts';
import { formatDate, formatDateRange } from '#rules/format.ts';
import { NotInForce } from '#rules/law.ts';
import { custom, lastDay, overlaps, type Period, quarter, year } from '#rules/period.ts';
import { choicesUnder, rulesetOf, StraddlesRulesets } from '#rules/rulesets/index.ts';
import type { PointsRuleset, RulesetInForce, TenantDecision } from '#rules/rulesets/ruleset.ts';
import { type PeriodRequest, periodRequest } from '#wire/period.ts';
import { localDay } from '../clock.ts';
import { checkPeriod } from '../close/check.ts';
import { closePeriod } from '../close/close.ts';
import { publishPeriod } from '../close/publish.ts';
import { sealPeriod } from '../close/seal.ts';
import { periodView } from '../figures/period-view.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { decisionOrNull } from '../store/decisions.ts';
import { createLine } from '../store/in-line.ts';
import { insertPeriod, periodOrNull, periodsOf, type StoredPeriod } from '../store/periods.ts';
import { tenantOf } from '../store/tenants.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route } from './route.ts';

async function periodNamed({ db }: Services, tenant: string, id: string | undefined): Promise<StoredPeriod> {
  const period = await periodOrNull(db, tenant, id ?? '');
  if (!period) throw new Refusal(404, 'period.unknown', `Không có kỳ ${id}. Chọn kỳ trong danh sách.`);
  return period;
}

/** Who comes second to one period, or opens a second period, waits and finds what the first one left. */
const inLine = createLine();

/** The three acts that move a period forward share their shape: find it, act, return it as it now stands. */
function act(
  name: string,
  summary: string,
  step: (services: Services, tenant: string, period: StoredPeriod, actor: string) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `/v1/periods/:period/${name}`,
    who: ['province-admin'],
    scope: 'tenant',
    summary,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const id = c.req.param('period');
      return inLine(services.db, `${tenant}/${id}`, async () => {
        await step(services, tenant, await periodNamed(services, tenant, id), actorOf(principal));
        return c.json(periodView(await periodNamed(services, tenant, id)));
      });
    },
  };
}

/** @throws Refusal 422 `period.range` when the days are not those of the quarter or year. */
function rangeOf({ period, kind, from, lastDay }: PeriodRequest): Period {
  const [y, m] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const asked = custom(from, lastDay);
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
async function requireFree(db: Db, tenant: string, range: Period): Promise<void> {
  const periods = (await periodsOf(db, tenant)).map((p) => ({ ...p, id: p.period }));
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

export const periodRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods',
    who: READERS,
    scope: 'tenant',
    summary: 'Every period of the province, newest first.',
    async handle(c, { db }, principal) {
      const periods = await periodsOf(db, requireUser(principal).tenant);
      return c.json({ periods: periods.map(periodView) }, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/periods',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Opens a period under the ruleset in force on its last day.',
    body: periodRequest,
    example: { period: '2027-q1', kind: 'quarter', from: '2027-01-01', lastDay: '2027-03-31' },
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const body = check(periodRequest, await readJson(c));
      const range = rangeOf(body);
      return inLine(db, `${tenant}/`, async () => {
        await requireFree(db, tenant, range);
        const decision = await decisionOrNull(db, tenant);
        const { choices } = await tenantOf(db, tenant);
        const inForce = rulesetFor(range, decision, choices);
        const period = {
          period: body.period,
          kind: body.kind,
          from: range.from,
          to: range.to,
          ruleset: inForce.ruleset.id,
          decision: inForce.cite.act === decision?.act ? decision.act : null,
          choices: JSON.stringify(choicesUnder(inForce.ruleset, choices)),
        };
        await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'period.open', subject: body.period }, [
          insertPeriod(tenant, period),
        ]);
        const stored = await periodOrNull(db, tenant, body.period);
        return c.json(stored && periodView(stored), 201);
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/periods/:period/check',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'What blocks the close and what should be looked at first.',
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodNamed(services, tenant, c.req.param('period'));
      return c.json(await checkPeriod(services, tenant, period, localDay(services.now())), 200, {
        'cache-control': 'private, no-store',
      });
    },
  },
  act('close', 'Computes and freezes the result; the citizen key still exists, objections are possible.', closePeriod),
  act('seal', 'Destroys the key that joins answers to dossiers; the citizen part can no longer change.', sealPeriod),
  act('publish', 'Shows the sealed result to the public.', publishPeriod),
];
