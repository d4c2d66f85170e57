import * as z from 'zod';
import { portalOrigins } from '#wire/portal-origin.ts';
import type { PortalSighting } from '#wire/portal-sighting.ts';
import { portalSighting } from '#wire/portal-sighting.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { forgetOrigin, sightingsOf, watchOrigin } from '../store/portal-sightings.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export const portalSightingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/portal-sightings',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Sites the survey stands on, and when their pages last fetched the script and asked for the form.',
    answer: z.object({ sightings: z.array(portalSighting) }),
    async handle(c, { db }, principal) {
      const sightings: PortalSighting[] = await sightingsOf(db, requireUser(principal).tenant);
      return c.json({ sightings }, 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/portal-sightings',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'The sites to watch, the whole list: what browsers ask of this server from there is noted, nothing is fetched. A site left out is forgotten.',
    body: portalOrigins,
    example: { origins: ['https://dichvucong.example.gov.vn'] },
    answer: z.object({ sightings: z.array(portalSighting) }),
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { origins } = check(portalOrigins, await readJson(c, 16_384));
      const [at, actor] = [now(), actorOf(principal)];
      const entry = { actor, action: 'sightings.put', subject: 'portal-sightings', detail: { origins } };
      const known = (await sightingsOf(db, tenant)).map(({ origin }) => origin);
      await withAudit(db, tenant, at, entry, [
        ...known.filter((origin) => !origins.includes(origin)).map((origin) => forgetOrigin(tenant, origin)),
        ...origins.map((origin) => watchOrigin(tenant, origin, actor, at)),
      ]);
      const sightings: PortalSighting[] = await sightingsOf(db, tenant);
      return c.json({ sightings }, 200, NO_STORE);
    },
  },
];
