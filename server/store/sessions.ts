import type { Role } from '#wire/access.ts';
import type { SecondStepFor } from '#wire/second-step.ts';
import type { SignInWay } from '#wire/session-line.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

/** A browser nobody has worked at for so long asks again. */
export const IDLE_MINUTES = 60;
/** How exactly the last use is kept: a write for each request would cost more than it tells. */
const USED_MINUTES = 5;
/** So much of a hash names a session; it opens nothing. */
const NAME = 'substr(token_hash, 1, 16)';

export interface StoredSession {
  readonly login: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly csrf: string;
  /** UTC instant. */
  readonly expires: string;
  /** UTC instant, to a few minutes; `null` = it does not end by idleness. */
  readonly usedAt: string | null;
  readonly by: SignInWay | null;
  /** Whom the province asks for a second step. */
  readonly askedOf: SecondStepFor;
  /** UTC instant since when the account has one; `null` = it has none. */
  readonly stepSince: string | null;
}

/** One session as its owner may see it. */
export interface ListedSession {
  readonly session: string;
  readonly startedAt: string | null;
  readonly usedAt: string | null;
  readonly expires: string;
  /** `chrome/windows`. */
  readonly browser: string | null;
  readonly by: SignInWay | null;
}

const minutesBefore = (at: Date, minutes: number) => new Date(at.getTime() - minutes * 60_000).toISOString();

/** The session of `token` at instant `at`, or `null`: unknown, ended, out of time, idle for too long, or its user deactivated. */
export function sessionOrNull(db: Db, tenant: string, token: string, at: Date): Promise<StoredSession | null> {
  return oneOrNull(
    db,
    `select s.login, u.role, u.unit, s.csrf, s.expires_at as expires, s.used_at as "usedAt",
      s.sign_in as by, t.second_step_for as "askedOf", k.confirmed_at as "stepSince"
      from sessions s join users u on u.tenant = s.tenant and u.login = s.login
      join tenants t on t.tenant = s.tenant
      left join second_steps k on k.tenant = s.tenant and k.login = s.login
      where s.tenant = ? and s.token_hash = ? and s.expires_at > ? and (s.used_at is null or s.used_at > ?)
      and u.active = 1`,
    [tenant, hashSecret(token), at.toISOString(), minutesBefore(at, IDLE_MINUTES)],
  );
}

/** Notes that the session was used, unless that was noted a few minutes ago; `null` = there is nothing to note. */
export function noteUse(tenant: string, token: string, { usedAt }: StoredSession, at: Date): Statement | null {
  if (usedAt === null || usedAt > minutesBefore(at, USED_MINUTES)) return null;
  return {
    sql: 'update sessions set used_at = ? where tenant = ? and token_hash = ? and used_at < ?',
    params: [at.toISOString(), tenant, hashSecret(token), at.toISOString()],
  };
}

/** @param begun how and where somebody signed in; without it the session is a program's and no idleness ends it. */
export function insertSession(
  tenant: string,
  token: string,
  login: string,
  csrf: string,
  expires: string,
  begun?: { readonly at: Date; readonly browser: string; readonly by: SignInWay },
): Statement {
  const at = begun?.at.toISOString() ?? null;
  return {
    sql: `insert into sessions (tenant, token_hash, login, csrf, expires_at, started_at, used_at, browser, sign_in)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, hashSecret(token), login, csrf, expires, at, at, begun?.browser ?? null, begun?.by ?? null],
  };
}

/** What the session of `token` is called in a list. */
export const sessionName = (token: string): string => hashSecret(token).slice(0, 16);

/** Sessions of `login` that are open at `at`, the last used first. */
export function sessionsOf(db: Db, tenant: string, login: string, at: Date): Promise<ListedSession[]> {
  return db.all(
    `select ${NAME} as session, started_at as "startedAt", used_at as "usedAt", expires_at as expires, browser, sign_in as by
      from sessions where tenant = ? and login = ? and expires_at > ? and (used_at is null or used_at > ?)
      order by coalesce(used_at, '') desc, token_hash limit 200`,
    [tenant, login, at.toISOString(), minutesBefore(at, IDLE_MINUTES)],
  );
}

export function deleteSession(tenant: string, token: string): Statement {
  return { sql: 'delete from sessions where tenant = ? and token_hash = ?', params: [tenant, hashSecret(token)] };
}

/** One of those `login` has, by its name in the list. */
export function deleteNamedSession(tenant: string, login: string, session: string): Statement {
  return {
    sql: `delete from sessions where tenant = ? and login = ? and ${NAME} = ?`,
    params: [tenant, login, session],
  };
}

/** Signs `login` out everywhere. */
export function deleteSessionsOf(tenant: string, login: string): Statement {
  return { sql: 'delete from sessions where tenant = ? and login = ?', params: [tenant, login] };
}

/** Signs `login` out everywhere but where `token` is. */
export function deleteOtherSessions(tenant: string, login: string, token: string): Statement {
  return {
    sql: 'delete from sessions where tenant = ? and login = ? and token_hash <> ?',
    params: [tenant, login, hashSecret(token)],
  };
}

export function deleteExpiredSessions(tenant: string, at: Date): Statement {
  return { sql: 'delete from sessions where tenant = ? and expires_at <= ?', params: [tenant, at.toISOString()] };
}
