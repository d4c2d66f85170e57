import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { replanned } from '../store/replanned.ts';
import { bindSubject, boundLoginOrNull, loginIsBound } from '../store/sso.ts';
import { userOrNull } from '../store/users.ts';

/** The account a provider means. */
export interface Meant {
  readonly login: string;
  /** Whom to bind it to; `null` = it is bound already. */
  readonly bind: { readonly issuer: string; readonly subject: string } | null;
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
export async function bindLogin({ db, now }: Services, tenant: string, { login, bind }: Meant): Promise<void> {
  await replanned(async () => {
    if (!(await userOrNull(db, tenant, login))?.active) throw ssoUnknown();
    if (bind === null) return;
    const { issuer, subject } = bind;
    const bound = await boundLoginOrNull(db, tenant, issuer, subject);
    if (bound === login) return;
    if (bound !== null || (await loginIsBound(db, tenant, issuer, login))) throw ssoUnknown();
    const at = now();
    await withAudit(db, tenant, at, { actor: `user:${login}`, action: 'sso.bind', subject: login }, [
      bindSubject(tenant, issuer, subject, login, at),
    ]);
  });
}
