import * as z from 'zod';
import type { IndicatorId } from '#rules/finding.ts';
import { formatTenths } from '#rules/format.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { scrub } from '#rules/scrub.ts';
import type { Role } from '#wire/access.ts';
import { type Appraisal, appraisal, appraisals } from '#wire/appraisal.ts';
import { dossierCode, periodId, unitCode } from '#wire/ids.ts';
import { outcomes } from '#wire/problem.ts';
import { allowedPoints, appraisalRows } from '../figures/appraisal-rows.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { insertAppraisal } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import { holdState } from '../store/period-hold.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { requireDossier, requireDossierOf } from '../store/require-dossier.ts';
import { periodNamed } from './period-named.ts';
import { type Planned, putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { READERS, type Route } from './route.ts';

/** @throws Refusal 422 `points.step`: points the ruleset does not give for this indicator. */
function requireAllowed({ ruleset }: StoredPeriod, { indicator, points, dossier }: Appraisal): void {
  const allowed = allowedPoints(rulesetById<PointsRuleset>(ruleset), indicator as IndicatorId, dossier !== undefined);
  if (points === null || allowed.includes(points)) return;
  const message = allowed.length
    ? `chỉ số ${indicator} chỉ nhận ${allowed.map((each) => formatTenths(each)).join('; ')} điểm`
    : `chỉ số ${indicator} không chấm theo hồ sơ`;
  throw new Refusal(422, 'points.step', `Chưa ghi được điểm: ${message}. Chọn lại điểm.`, {
    issues: [{ path: 'points', message }],
  });
}

/** @throws Refusal 410 `period.sealed`: what is sealed is corrected, not appraised. */
function requireUnsealed({ period, state }: StoredPeriod): void {
  if (state === 'open' || state === 'closed') return;
  throw new Refusal(
    410,
    'period.sealed',
    `Kỳ ${period} không nhận điểm thẩm định. Chọn kỳ đang mở hoặc chưa khóa sổ.`,
    {
      issues: [{ path: 'period', message: 'kỳ không nhận điểm thẩm định' }],
    },
  );
}

async function plan(db: Db, principal: Principal, tenant: string, item: Appraisal, at: Date): Promise<Planned> {
  const { unit, dossier, indicator, points } = item;
  await requireUnit(db, principal, tenant, unit);
  const period = await periodNamed(db, tenant, item.period);
  requireUnsealed(period);
  requireAllowed(period, item);
  const mayTouch = (own: string) => requireUnit(db, principal, tenant, own);
  if (dossier !== undefined) requireDossierOf(await requireDossier(db, tenant, dossier, mayTouch), unit);
  const reason = scrub(item.reason).text;
  const revision = { unit, dossier: dossier ?? '', indicator: indicator as IndicatorId, points, reason };
  return {
    outcome: 'created',
    statements: [
      holdState(tenant, item.period, period.state),
      insertAppraisal(tenant, item.period, { ...revision, actor: actorOf(principal), at: at.toISOString() }),
    ],
    logged: { period: item.period, ...revision },
  };
}

/** Who gives points. */
export const GIVERS: readonly Role[] = ['reviewer', 'province-admin'];

export const appraisalRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/appraisals',
    who: READERS,
    scope: 'unit',
    summary:
      'Points given to a unit or to one of its dossiers, beside the series; those of a dossier only after the reader gave points. Query: `period`, `unit`, `dossier`.',
    query: z.object({ period: periodId, unit: unitCode, dossier: dossierCode.optional() }),
    answer: appraisals,
    async handle(c, { db }, principal) {
      const { tenant, role } = requireUser(principal);
      const period = await periodNamed(db, tenant, c.req.query('period') ?? '');
      const unit = c.req.query('unit') ?? '';
      await requireUnit(db, principal, tenant, unit);
      const dossier = (c.req.query('dossier') ?? '').slice(0, 60);
      const gives = GIVERS.includes(role) && (period.state === 'open' || period.state === 'closed');
      const body = await appraisalRows(db, tenant, period, unit, dossier, { actor: actorOf(principal), gives });
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/appraisals',
    who: GIVERS,
    scope: 'unit',
    summary: 'Points a reviewer gives with a reason, until the seal; at most 500, an outcome per item.',
    body: appraisal.array(),
    example: [
      {
        period: 'ky-nay',
        unit: 'so-xay-dung',
        indicator: 5,
        points: 10,
        reason: 'Biên bản kiểm tra ngày 12/11: bốn thủ tục còn trả tại phòng chuyên môn.',
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const at = now();
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        await readBatch(c, appraisal, 'unit'),
        (item) => item.unit,
        async () => (item) => plan(db, principal, tenant, item, at),
        { actor: actorOf(principal), action: 'appraisals.put', subject: 'appraisals' },
      );
      return c.json({ outcomes });
    },
  },
];
