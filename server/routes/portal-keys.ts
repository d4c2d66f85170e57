import * as z from 'zod';
import { type PortalKey, type PortalKeyLine, portalKey, portalKeyLine, portalKeyRequest } from '#wire/access.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { insertPortalKey, portalKeyOrNull, portalKeysOf, revokePortalKey } from '../store/portal-keys.ts';
import { newSecret, randomCrockford } from '../store/secret.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

export const portalKeyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/portal-keys',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Keys given to public-service portals, revoked ones too; never the secrets.',
    answer: z.object({ keys: z.array(portalKeyLine) }),
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      const keys: PortalKeyLine[] = await portalKeysOf(db, tenant);
      return c.json({ keys }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/portal-keys',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      "A key with which a portal's server asks for survey links, and one with which it makes them itself; shown this once.",
    body: portalKeyRequest,
    example: { label: 'Cổng dịch vụ công', units: ['so-xay-dung'] },
    answer: portalKey,
    async handle(c, { db, now, tokenKeys }, principal) {
      const { tenant } = requireUser(principal);
      const { label, units } = check(portalKeyRequest, await readJson(c, 65_536));
      for (const unit of units) await requireUnit(db, principal, tenant, unit);
      const at = now();
      const id = `${tenant}.${randomCrockford(10)}`;
      const key = newSecret(tenant, 'pk');
      tokenKeys.create(tenant);
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'portal-key.create', subject: id, detail: { label, units } },
        [insertPortalKey(tenant, { id, label, units }, key, at)],
      );
      const tokenKey = tokenKeys.of(tenant, id).toString('base64url');
      return c.json({ key, id, tokenKey } satisfies PortalKey, 201, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'DELETE',
    path: '/v1/portal-keys/:id',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Revokes a portal key at once; links this server made for it stay good, those it made itself do not.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const id = c.req.param('id') ?? '';
      if (!(await portalKeyOrNull(db, tenant, id)))
        throw new Refusal(404, 'key.unknown', `Không có khóa ${id}. Xem lại danh sách khóa.`);
      const at = now();
      await withAudit(db, tenant, at, { actor: actorOf(principal), action: 'portal-key.revoke', subject: id }, [
        revokePortalKey(tenant, id, at),
      ]);
      return c.body(null, 204);
    },
  },
];
