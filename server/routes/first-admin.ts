import { firstAdmin, session } from '#wire/access.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import { claimFirstAdminLink, firstAdminLinkIsOpen } from '../store/first-admin.ts';
import { hashPassword } from '../store/password.ts';
import { parseSecretOrNull } from '../store/secret.ts';
import { hasUsers, insertUser } from '../store/users.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';
import { startSession } from './start-session.ts';

const usedUp = () =>
  new Refusal(
    410,
    'link.used',
    'Đường dẫn này đã dùng hoặc đã hết hạn. Khởi động lại máy chủ để nhận đường dẫn mới, hoặc đăng nhập.',
  );

export const firstAdminRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/first-admin',
    who: ['anyone'],
    scope: 'token',
    summary: 'Creates the first province admin from the one-time link printed at the first run, and signs in.',
    body: firstAdmin,
    example: {
      token: 'mau.fa.0123456789ABCDEFGHJKMNPQRSTVWXYZ01234567',
      login: 'quan-tri',
      password: 'mat-khau-du-dai',
    },
    answer: session,
    async handle(c, services) {
      const { db, now } = services;
      const { token, login, password } = check(firstAdmin, await readJson(c, 4096));
      const secret = parseSecretOrNull(token);
      const at = now();
      if (secret?.kind !== 'fa' || !(await firstAdminLinkIsOpen(db, secret.tenant, token, at))) throw usedUp();
      const { tenant } = secret;
      const hash = await hashPassword(password);
      // Claimed in one statement: of two requests with the same link one gets it.
      if (!(await claimFirstAdminLink(db, tenant, token, at)) || (await hasUsers(db, tenant))) throw usedUp();
      await withAudit(
        db,
        tenant,
        at,
        { actor: 'first-admin', action: 'user.create', subject: login, detail: { role: 'province-admin', unit: null } },
        [insertUser(tenant, { login, role: 'province-admin', unit: null }, hash, at)],
      );
      return c.json(await startSession(c, services, { tenant, login, by: 'first' }), 201, {
        'cache-control': 'no-store',
      });
    },
  },
];
