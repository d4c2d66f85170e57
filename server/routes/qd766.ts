import { scrub } from '#rules/scrub.ts';
import { portalCountsBody, qd766View as qd766ViewBody } from '#wire/qd766.ts';
import { qd766View, requireCounts } from '../figures/qd766-view.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { insertPortalCount, portalCounts } from '../store/portal-counts.ts';
import { changedUnits, unitThen } from '../store/unit-spans.ts';
import { unitOrNull } from '../store/units.ts';
import { askedScope, scopeQuery } from './asked-scope.ts';
import { periodAt } from './period-at.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route } from './route.ts';

export const qd766Routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/qd766',
    who: READERS,
    scope: 'unit',
    summary:
      'QĐ 766/QĐ-TTg of a period for the province or ?unit=: indices counted here or entered, groups, partial total.',
    query: scopeQuery,
    answer: qd766ViewBody,
    async handle(c, { db, now }, principal) {
      const { tenant, period, unit } = await askedScope(c, db, principal);
      const body = await qd766View(db, tenant, period, unit, now());
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/periods/:period/qd766',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Enters counts of QĐ 766/QĐ-TTg read elsewhere, each as a new revision; the view as it stands then.',
    body: portalCountsBody,
    example: {
      unit: null,
      source: 'Cổng Dịch vụ công quốc gia, ngày 05/10/2026',
      counts: [{ id: '1.1', numerator: 38, denominator: 40 }],
    },
    answer: qd766ViewBody,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const { unit: code, source: named, counts } = check(portalCountsBody, await readJson(c));
      const source = scrub(named).text;
      if (code !== null) await requireUnit(db, principal, tenant, code);
      const known = new Map((await portalCounts(db, tenant, period.period, code ?? '')).map((each) => [each.id, each]));
      const at = now().toISOString();
      const actor = actorOf(principal);
      const rows = counts.map((count) => ({
        ...count,
        ...{ revision: (known.get(count.id)?.revision ?? 0) + 1, source, actor, at },
      }));
      const entry = {
        actor,
        action: 'qd766.put',
        subject: `${period.period}/${code ?? '*'}`,
        detail: { source, counts },
      };
      const today = code === null ? null : await unitOrNull(db, tenant, code);
      const unit = today && unitThen(today, await changedUnits(db, tenant), period);
      const statements = rows.map((row) => insertPortalCount(tenant, period.period, code ?? '', row));
      const given = counts.flatMap(({ id, numerator, denominator }) =>
        numerator === null || denominator === null ? [] : [[id, { numerator, denominator }] as const],
      );
      requireCounts(period, unit?.level ?? 'province', Object.fromEntries(given));
      await withAudit(db, tenant, now(), entry, statements);
      return c.json(await qd766View(db, tenant, period, unit, now()), 200, { 'cache-control': 'private, no-store' });
    },
  },
];
