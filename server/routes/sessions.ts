import { getCookie } from 'hono/cookie';
import * as z from 'zod';
import { browser, type SessionLine, sessionLine, system } from '#wire/session-line.ts';
import { SESSION_COOKIE } from '../authenticate.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import {
  deleteNamedSession,
  deleteOtherSessions,
  type ListedSession,
  sessionName,
  sessionsOf,
} from '../store/sessions.ts';
import { type Route, USERS } from './route.ts';
import { signOutAccount } from './sign-out-account.ts';

function lineOf({ browser: kept, ...rest }: ListedSession, here: string): SessionLine {
  const [name, of] = kept?.split('/') ?? [];
  return {
    ...rest,
    here: rest.session === here,
    browser: browser.safeParse(name).data ?? null,
    system: system.safeParse(of).data ?? null,
  };
}

export const sessionsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/sessions',
    who: USERS,
    scope: 'own',
    summary:
      "The caller's own sessions that are open, the last used first; of each the browser in two words and no address.",
    answer: z.object({ sessions: z.array(sessionLine) }),
    async handle(c, { db, now }, principal) {
      const { tenant, login } = requireUser(principal);
      const here = sessionName(getCookie(c, SESSION_COOKIE) ?? '');
      const sessions = (await sessionsOf(db, tenant, login, now())).map((each) => lineOf(each, here));
      return c.json({ sessions }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'DELETE',
    path: '/v1/sessions',
    who: USERS,
    scope: 'own',
    summary: 'Ends every session of the caller but the one that asks.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant, login } = requireUser(principal);
      await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'session.end-others', subject: login }, [
        deleteOtherSessions(tenant, login, getCookie(c, SESSION_COOKIE) ?? ''),
      ]);
      return c.body(null, 204);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/sessions/:session',
    who: USERS,
    scope: 'own',
    summary: "Ends one of the caller's own sessions.",
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant, login } = requireUser(principal);
      const session = c.req.param('session') ?? '';
      const at = now();
      if (!(await sessionsOf(db, tenant, login, at)).some((each) => each.session === session))
        throw new Refusal(404, 'session.unknown', 'Phiên này đã kết thúc hoặc không phải của bạn. Tải lại danh sách.');
      await withAudit(db, tenant, at, { actor: actorOf(principal), action: 'session.revoke', subject: login }, [
        deleteNamedSession(tenant, login, session),
      ]);
      return c.body(null, 204);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/users/:login/sessions',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Signs an account out everywhere; it may sign in again.',
    answer: null,
    handle: signOutAccount({ action: 'user.sign-out' }),
  },
];
