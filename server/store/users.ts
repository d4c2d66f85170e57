import type { Role } from '#wire/access.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { withinScope } from './units.ts';

export interface StoredUser {
  readonly login: string;
  readonly role: Role;
  /** `null` = the whole province. */
  readonly unit: string | null;
  readonly active: boolean;
  readonly createdAt: string;
}

/** Active and deactivated users of `scope`, by login. */
export async function usersOf(db: Db, tenant: string, scope: string | null = null): Promise<StoredUser[]> {
  const within = withinScope(tenant, scope);
  const rows = await db.all<Omit<StoredUser, 'active'> & { active: number }>(
    `select login, role, unit, active, created_at as "createdAt" from users where tenant = ?${within.sql} order by login`,
    [tenant, ...within.params],
  );
  return rows.map((row) => ({ ...row, active: row.active === 1 }));
}

export async function userOrNull(db: Db, tenant: string, login: string): Promise<StoredUser | null> {
  const row = await oneOrNull<Omit<StoredUser, 'active'> & { active: number }>(
    db,
    'select login, role, unit, active, created_at as "createdAt" from users where tenant = ? and login = ?',
    [tenant, login],
  );
  return row && { ...row, active: row.active === 1 };
}

/** The hash to check a password against, or `null` when nobody may sign in as `login`. */
export async function passwordHashOrNull(db: Db, tenant: string, login: string): Promise<string | null> {
  const row = await oneOrNull<{ password_hash: string }>(
    db,
    'select password_hash from users where tenant = ? and login = ? and active = 1',
    [tenant, login],
  );
  return row?.password_hash ?? null;
}

export async function hasUsers(db: Db, tenant: string): Promise<boolean> {
  return (await oneOrNull(db, 'select 1 as yes from users where tenant = ? limit 1', [tenant])) !== null;
}

export function insertUser(
  tenant: string,
  user: Omit<StoredUser, 'active' | 'createdAt'>,
  passwordHash: string,
  at: Date,
): Statement {
  return {
    sql: 'insert into users (tenant, login, password_hash, role, unit, active, created_at) values (?, ?, ?, ?, ?, 1, ?)',
    params: [tenant, user.login, passwordHash, user.role, user.unit, at.toISOString()],
  };
}

/** A new password opens a deactivated account again. */
export function setPassword(tenant: string, login: string, passwordHash: string): Statement {
  return {
    sql: 'update users set password_hash = ?, active = 1 where tenant = ? and login = ?',
    params: [passwordHash, tenant, login],
  };
}

export function deactivateUser(tenant: string, login: string): Statement {
  return { sql: 'update users set active = 0 where tenant = ? and login = ?', params: [tenant, login] };
}

/** Another role or place for an account that stays. */
export function changeUser(
  tenant: string,
  { login, role, unit }: Pick<StoredUser, 'login' | 'role' | 'unit'>,
): Statement {
  return {
    sql: 'update users set role = ?, unit = ? where tenant = ? and login = ?',
    params: [role, unit, tenant, login],
  };
}

/**
 * Lets the transaction through only while somebody besides `login` is an active province admin. Otherwise the role would become null, which the
 * column refuses: of two last admins who take it from each other one does.
 */
export function holdOtherAdmin(tenant: string, login: string): Statement {
  return {
    sql: `update users set role = case when exists (select 1 from users o where o.tenant = ? and o.login <> ?
        and o.role = 'province-admin' and o.active = 1) then role end
      where tenant = ? and login = ?`,
    params: [tenant, login, tenant, login],
  };
}

/** Lets the transaction through only while `login` is active. */
export function holdActive(tenant: string, login: string): Statement {
  return {
    sql: 'update users set active = case when active = 1 then active end where tenant = ? and login = ?',
    params: [tenant, login],
  };
}

/** Lets the transaction through only while `login` may sign in by the password that was checked: it may be changed meanwhile. */
export function holdPassword(tenant: string, login: string, passwordHash: string): Statement {
  return {
    sql: `update users set password_hash = case when active = 1 and password_hash = ? then password_hash end
      where tenant = ? and login = ?`,
    params: [passwordHash, tenant, login],
  };
}
