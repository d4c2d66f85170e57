import { getCookie } from 'hono/cookie';
import { passwordRequest } from '#wire/access.ts';
import { SESSION_COOKIE } from '../authenticate.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { hashPassword } from '../store/password.ts';
import { deleteOtherSessions } from '../store/sessions.ts';
import { holdPassword, setPassword } from '../store/users.ts';
import { check, readJson } from './read-json.ts';
import { passwordWrong, requirePassword } from './require-password.ts';
import { type Route, USERS } from './route.ts';

export const passwordRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/v1/session/password',
    who: USERS,
    scope: 'own',
    summary: "Changes the caller's own password, told with the present one; other sessions end.",
    body: passwordRequest,
    example: { current: 'TrinhDien-2026', password: 'mat-khau-moi-du-dai' },
    answer: null,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant, login } = requireUser(principal);
      const { current, password } = check(passwordRequest, await readJson(c, 4096));
      const stored = await requirePassword(c, services, tenant, login, current, 'current');
      const hash = await hashPassword(password);
      const entry = { actor: actorOf(principal), action: 'password.change', subject: login } as const;
      try {
        await withAudit(db, tenant, now(), entry, [
          // Setting it opens an account that was stopped: not one that is stopped this very moment.
          holdPassword(tenant, login, stored),
          setPassword(tenant, login, hash),
          deleteOtherSessions(tenant, login, getCookie(c, SESSION_COOKIE) ?? ''),
        ]);
      } catch (error) {
        throw isOvertaken(error, 'users.password_hash') ? passwordWrong('current') : error;
      }
      return c.body(null, 204);
    },
  },
];
