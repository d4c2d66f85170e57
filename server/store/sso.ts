import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';

/** The login bound to a subject of an issuer, or `null`. */
export async function boundLoginOrNull(
  db: Db,
  tenant: string,
  issuer: string,
  subject: string,
): Promise<string | null> {
  const row = await oneOrNull<{ login: string }>(
    db,
    'select login from sso_subjects where tenant = ? and issuer = ? and subject = ?',
    [tenant, issuer, subject],
  );
  return row?.login ?? null;
}

/** Whether another subject of the issuer has this login already: a name given to the next person opens no old account. */
export async function loginIsBound(db: Db, tenant: string, issuer: string, login: string): Promise<boolean> {
  const found = await oneOrNull(db, 'select 1 as yes from sso_subjects where tenant = ? and issuer = ? and login = ?', [
    tenant,
    issuer,
    login,
  ]);
  return found !== null;
}

export function bindSubject(tenant: string, issuer: string, subject: string, login: string, at: Date): Statement {
  return {
    sql: 'insert into sso_subjects (tenant, issuer, subject, login, bound_at) values (?, ?, ?, ?, ?)',
    params: [tenant, issuer, subject, login, at.toISOString()],
  };
}

/** Lets the transaction through only while the account is active and bound to the subject: it may be unbound meanwhile. */
export function holdBound(
  tenant: string,
  { login, issuer, subject }: { readonly login: string; readonly issuer: string; readonly subject: string },
): Statement {
  return {
    sql: `update users set active = case when active = 1 and exists (select 1 from sso_subjects s where s.tenant = ? and s.issuer = ?
        and s.subject = ? and s.login = ?) then active end
      where tenant = ? and login = ?`,
    params: [tenant, issuer, subject, login, tenant, login],
  };
}

/** Leaves the login free for another subject of the provider: the next one who comes with it. */
export function unbindLogin(tenant: string, login: string): Statement {
  return { sql: 'delete from sso_subjects where tenant = ? and login = ?', params: [tenant, login] };
}

/** Logins somebody of the provider's side is bound to. */
export async function loginsBound(db: Db, tenant: string): Promise<Set<string>> {
  const rows = await db.all<{ login: string }>('select login from sso_subjects where tenant = ?', [tenant]);
  return new Set(rows.map(({ login }) => login));
}

/** Takes the return with `state`, kept until `expires`; `false` when it came back before. One statement decides between two requests. */
export async function takeReturn(db: Db, tenant: string, state: string, at: Date, expires: Date): Promise<boolean> {
  await db.batch([
    { sql: 'delete from sso_returns where tenant = ? and expires_at <= ?', params: [tenant, at.toISOString()] },
  ]);
  const taken = await db.all(
    `insert into sso_returns (tenant, state_hash, expires_at) values (?, ?, ?)
      on conflict (tenant, state_hash) do nothing returning state_hash`,
    [tenant, hashSecret(state), expires.toISOString()],
  );
  return taken.length === 1;
}
