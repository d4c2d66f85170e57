import type { Principal } from './principal.ts';
import { Refusal } from './refusal.ts';

/**
 * The person at the admin app.
 * @throws Refusal 403 `role.denied` for any other caller.
 */
export function requireUser(principal: Principal): Extract<Principal, { kind: 'user' }> {
  if (principal.kind === 'user') return principal;
  throw new Refusal(403, 'role.denied', 'Chức năng này chỉ dùng sau khi đăng nhập trang quản trị.');
}
