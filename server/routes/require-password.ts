import type { Context } from 'hono';
import { countSignIn } from '../count-sign-in.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { verifyPassword } from '../store/password.ts';
import { passwordHashOrNull } from '../store/users.ts';

/**
 * Whoever sits at a session that was left open does not know the password of its owner.
 * @param path of the field it was typed into. @throws Refusal 422 `password.wrong`, 429 `tries.many`.
 */
export async function requirePassword(
  c: Context,
  services: Services,
  tenant: string,
  login: string,
  password: string,
  path: 'current' | 'password' = 'password',
): Promise<void> {
  const { db, tries } = services;
  await tries.take(c);
  const tried = await countSignIn(c, services, tenant, login);
  if (!(await verifyPassword(await passwordHashOrNull(db, tenant, login), password)))
    await tried.wrong(
      new Refusal(422, 'password.wrong', 'Mật khẩu đang dùng không đúng. Nhập lại.', {
        issues: [{ path, message: 'mật khẩu đang dùng không đúng' }],
      }),
    );
  await tried.right();
  await tries.giveBack(c);
}
