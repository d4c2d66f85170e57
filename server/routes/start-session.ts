import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Session } from '#wire/access.ts';
import type { SignInWay } from '#wire/session-line.ts';
import { SESSION_COOKIE } from '../authenticate.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { asksRole, secondStepForOf } from '../store/second-step-rule.ts';
import { secondStepOrNull } from '../store/second-steps.ts';
import { newSecret, randomCrockford } from '../store/secret.ts';
import { deleteExpiredSessions, insertSession } from '../store/sessions.ts';
import { tenantOf } from '../store/tenants.ts';
import { userOrNull } from '../store/users.ts';
import { browserOf } from './browser-of.ts';

/** One working day with its overtime; nobody stays signed in overnight. */
const SESSION_HOURS = 12;

/**
 * Signs in a user whose password or link has been checked: sets the cookie and returns what the admin app needs.
 * @param holds let the session begin only while what was checked still stands.
 */
export async function startSession(
  c: Context,
  services: Services,
  {
    tenant,
    login,
    by,
    holds = [],
  }: {
    readonly tenant: string;
    readonly login: string;
    readonly by: SignInWay;
    readonly holds?: readonly Statement[];
  },
): Promise<Session> {
  const { db, now, baseUrl } = services;
  const at = now();
  const user = await userOrNull(db, tenant, login);
  if (!user) throw new Error('A session needs a user.');
  const token = newSecret(tenant, 'ss');
  const csrf = randomCrockford(32);
  const expires = new Date(at.getTime() + SESSION_HOURS * 3_600_000).toISOString();
  await withAudit(db, tenant, at, { actor: `user:${login}`, action: 'session.start', subject: login, detail: { by } }, [
    ...holds,
    deleteExpiredSessions(tenant, at),
    insertSession(tenant, token, login, csrf, expires, { at, browser: browserOf(c.req.header('user-agent')), by }),
  ]);
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: baseUrl.startsWith('https:'),
    maxAge: SESSION_HOURS * 3600,
  });
  const { name } = await tenantOf(db, tenant);
  const { role, unit } = user;
  const asked = by !== 'sso' && asksRole(await secondStepForOf(db, tenant), role);
  const secondStepNeeded = asked && !(await secondStepOrNull(db, tenant, login))?.confirmedAt;
  return { tenant, tenantName: name, login, role, unit, csrf, expires, secondStepNeeded };
}
