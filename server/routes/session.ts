import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Session, session, signIn } from '#wire/access.ts';
import { SESSION_COOKIE, SESSION_COOKIE_CLEARED } from '../authenticate.ts';
import { countSignIn } from '../count-sign-in.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { verifyPassword } from '../store/password.ts';
import { deleteSession, sessionOrNull } from '../store/sessions.ts';
import { tenantOf, tenantOrNull } from '../store/tenants.ts';
import { holdPassword, passwordHashOrNull } from '../store/users.ts';
import { check, readJson } from './read-json.ts';
import { requireSecondStep } from './require-second-step.ts';
import { type Route, USERS } from './route.ts';
import { startSession } from './start-session.ts';

/** A form of another site can post text that happens to be JSON, but cannot call it JSON. @throws Refusal 415 `body.type`. */
function requireJson(c: Context): void {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal(415, 'body.type', 'Thiếu tiêu đề Content-Type: application/json. Gửi lại kèm tiêu đề này.');
}

const wrong = () =>
  new Refusal(401, 'sign.in.wrong', 'Tên đăng nhập hoặc mật khẩu không đúng. Nhập lại, hoặc liên hệ quản trị tỉnh.');

export const sessionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/session',
    who: ['anyone'],
    scope: 'token',
    summary:
      'Signs in an administrator, reviewer or viewer, with the code of the second step where the account has one; sets the session cookie.',
    body: signIn,
    example: { tenant: 'mau', login: 'quantri', password: 'TrinhDien-2026' },
    answer: session,
    async handle(c, services) {
      requireJson(c);
      const { tenant, login, password, code } = check(signIn, await readJson(c, 4096));
      await services.tries.take(c);
      // Of a province that is not there nothing is counted: its name was made up as well.
      const tried = (await tenantOrNull(services.db, tenant)) && (await countSignIn(c, services, tenant, login));
      const stored = await passwordHashOrNull(services.db, tenant, login);
      if (!(await verifyPassword(stored, password)) || stored === null || !tried)
        throw (await tried?.wrong(wrong())) ?? wrong();
      await requireSecondStep(services, tried, { tenant, login, code });
      await services.tries.giveBack(c);
      try {
        const holds = [holdPassword(tenant, login, stored)];
        const started = await startSession(c, services, { tenant, login, by: 'password', holds });
        return c.json(started, 201, { 'cache-control': 'no-store' });
      } catch (error) {
        throw isOvertaken(error, 'users.password_hash') ? wrong() : error;
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/session',
    who: USERS,
    scope: 'own',
    summary: 'Who is signed in, with the value to send back in x-dvc-csrf.',
    answer: session,
    beforeSecondStep: true,
    async handle(c, { db, now }, principal) {
      const { tenant, login, role, unit, csrf, owesSecondStep } = requireUser(principal);
      const found = await sessionOrNull(db, tenant, getCookie(c, SESSION_COOKIE) ?? '', now());
      const { name } = await tenantOf(db, tenant);
      const who = { tenant, tenantName: name, login, role, unit, csrf, secondStepNeeded: owesSecondStep };
      const session: Session = { ...who, expires: found?.expires ?? '' };
      return c.json(session, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'DELETE',
    path: '/v1/session',
    who: USERS,
    scope: 'own',
    summary: 'Signs out.',
    answer: null,
    beforeSecondStep: true,
    async handle(c, { db, now }, principal) {
      const { tenant, login } = requireUser(principal);
      await withAudit(db, tenant, now(), { actor: `user:${login}`, action: 'session.end', subject: login }, [
        deleteSession(tenant, getCookie(c, SESSION_COOKIE) ?? ''),
      ]);
      return c.body(null, 204, { 'set-cookie': SESSION_COOKIE_CLEARED });
    },
  },
];
