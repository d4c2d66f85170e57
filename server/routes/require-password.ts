import type { Context } from 'hono';
import { countSignIn } from '../count-sign-in.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { verifyPassword } from '../store/password.ts';
import { passwordHashOrNull } from '../store/users.ts';

export const passwordWrong = (path: 'current' | 'password') =>
  new Refusal(422, 'password.wrong', 'Mật khẩu đang dùng không đúng. Nhập lại.', {
    issues: [{ path, message: 'mật khẩu đang dùng không đúng' }],
  });

/**
 * Whoever sits at a session that was left open does not know the password of its owner. That it is right forgives no other try: who knows
 * it may still be guessing codes.
 * @param path of the field it was typed into. @returns what it was checked against, for `holdPassword`. @throws Refusal 422 `password.wrong`, 429 `tries.many`.
 */
export async function requirePassword(
  c: Context,
  services: Services,
  tenant: string,
  login: string,
  password: string,
  path: 'current' | 'password' = 'password',
): Promise<string> {
  const { db, tries } = services;
  await tries.take(c);
  const tried = await countSignIn(c, services, tenant, login);
  const stored = await passwordHashOrNull(db, tenant, login);
  if (!(await verifyPassword(stored, password)) || stored === null) return tried.wrong(passwordWrong(path));
  await tried.undecided();
  await tries.giveBack(c);
  return stored;
}
