import type { Role } from '#wire/access.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

export interface StoredSession {
  readonly login: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly csrf: string;
  /** UTC instant. */
  readonly expires: string;
}

/** The session of `token` at instant `at`, or `null`: unknown, ended, out of time, or its user deactivated. */
export function sessionOrNull(db: Db, tenant: string, token: string, at: Date): Promise<StoredSession | null> {
  return oneOrNull(
    db,
    `select s.login, u.role, u.unit, s.csrf, s.expires_at as expires
      from sessions s join users u on u.tenant = s.tenant and u.login = s.login
      where s.tenant = ? and s.token_hash = ? and s.expires_at > ? and u.active = 1`,
    [tenant, hashSecret(token), at.toISOString()],
  );
}

export function insertSession(tenant: string, token: string, login: string, csrf: string, expires: string): Statement {
  return {
    sql: 'insert into sessions (tenant, token_hash, login, csrf, expires_at) values (?, ?, ?, ?, ?)',
    params: [tenant, hashSecret(token), login, csrf, expires],
  };
}

export function deleteSession(tenant: string, token: string): Statement {
  return { sql: 'delete from sessions where tenant = ? and token_hash = ?', params: [tenant, hashSecret(token)] };
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
