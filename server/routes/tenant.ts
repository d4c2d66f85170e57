import { tenant, tenantRequest } from '#wire/tenant.ts';
import { localDay } from '../clock.ts';
import { tenantSettings } from '../figures/tenant-settings.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { updateTenant } from '../store/tenants.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route } from './route.ts';

export const tenantRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/tenant',
    who: READERS,
    scope: 'tenant',
    summary: "The province's own settings: name, decision, office hours, named choices.",
    answer: tenant,
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      return c.json(await tenantSettings(db, tenant), 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/tenant',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Replaces the settings. Decision and choices hold for periods opened later; office hours until each close.',
    body: tenantRequest,
    example: {
      name: 'Tỉnh Mẫu',
      decision: {
        act: 'QĐ 99/QĐ-UBND (giả định) của UBND Tỉnh Mẫu',
        ruleset: 'tt01-2018',
        from: '2025-07-01',
        to: null,
      },
      hours: {
        sessions: { '1': [{ from: 450, to: 690 }], '2': [{ from: 450, to: 690 }] },
        counted: [1, 2],
      },
      choices: { granularity: 'halfDay' },
    },
    answer: tenant,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const settings = check(tenantRequest, await readJson(c, 65_536));
      const before = await tenantSettings(db, tenant);
      const at = now();
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'tenant.change', subject: tenant, detail: { before, after: settings } },
        updateTenant(tenant, settings, localDay(at)),
      );
      return c.json(await tenantSettings(db, tenant), 200, { 'cache-control': 'no-store' });
    },
  },
];
