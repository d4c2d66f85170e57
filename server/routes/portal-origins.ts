import { type PortalOrigins, portalOrigins } from '#wire/portal-origin.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { portalOriginsOf, putPortalOrigins } from '../store/portal-origins.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export const portalOriginRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/portal-origins',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Sites whose pages may send answers and show the survey pages `/k/…` in a frame; none listed: answers from any, frames nowhere.',
    answer: portalOrigins,
    async handle(c, { db }, principal) {
      const origins = await portalOriginsOf(db, requireUser(principal).tenant);
      return c.json({ origins } satisfies PortalOrigins, 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/portal-origins',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Those sites, the whole list; all others may not.',
    body: portalOrigins,
    example: { origins: ['https://dichvucong.example.gov.vn'] },
    answer: portalOrigins,
    async handle(c, { db, now, portals }, principal) {
      const { tenant } = requireUser(principal);
      const { origins } = check(portalOrigins, await readJson(c, 16_384));
      const [at, actor] = [now(), actorOf(principal)];
      const entry = { actor, action: 'portal-origins.put', subject: 'portal-origins', detail: { origins } };
      await withAudit(db, tenant, at, entry, putPortalOrigins(tenant, origins, actor, at));
      portals.forget(tenant);
      return c.json({ origins: await portalOriginsOf(db, tenant) } satisfies PortalOrigins, 200, NO_STORE);
    },
  },
];
