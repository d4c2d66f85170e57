import type { Context } from 'hono';
import type { Session } from '#wire/access.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { replanned } from '../store/replanned.ts';
import { bindSubject, boundLoginOrNull, holdBound, loginIsBound } from '../store/sso.ts';
import { holdActive, userOrNull } from '../store/users.ts';
import { startSession } from './start-session.ts';

/** The account a provider means. */
export interface Meant {
  readonly login: string;
  readonly issuer: string;
  readonly subject: string;
  /** It was bound already when the person came back; otherwise it is bound when he is let in. */
  readonly bound: boolean;
}

export const ssoUnknown = () =>
  new Refusal(
    403,
    'sso.unknown',
    'Tài khoản của bạn ở hệ thống đăng nhập một lần chưa được cấp quyền ở đây, hoặc đã ngừng. Nhờ quản trị tỉnh tạo tài khoản cùng tên đăng nhập.',
  );

/**
 * Binds the account to the provider's subject, the first time; two who come back at once may both find nobody bound, and the second finds
 * the first. @throws Refusal 403 `sso.unknown`.
 */
async function bindLogin({ db, now }: Services, tenant: string, meant: Meant): Promise<void> {
  const { login, issuer, subject } = meant;
  await replanned(async () => {
    if (!(await userOrNull(db, tenant, login))?.active) throw ssoUnknown();
    const bound = await boundLoginOrNull(db, tenant, issuer, subject);
    if (bound === login) return;
    // Unbound since he came back: what he proved before does not bind him again.
    if (meant.bound || bound !== null || (await loginIsBound(db, tenant, issuer, login))) throw ssoUnknown();
    const at = now();
    await withAudit(db, tenant, at, { actor: `user:${login}`, action: 'sso.bind', subject: login }, [
      holdActive(tenant, login),
      bindSubject(tenant, issuer, subject, login, at),
    ]);
  });
}

/** Lets in who was proved at the provider, if the account is his: bound to him, also at the moment the session begins. @throws Refusal 403 `sso.unknown`. */
export async function startBound(c: Context, services: Services, tenant: string, meant: Meant): Promise<Session> {
  await bindLogin(services, tenant, meant);
  const { login } = meant;
  try {
    return await startSession(c, services, { tenant, login, by: 'sso', holds: [holdBound(tenant, meant)] });
  } catch (error) {
    throw isOvertaken(error, 'users.active') ? ssoUnknown() : error;
  }
}
