import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';

/**
 * A person who sees the whole province: what is told of all units together is not for an account of one of them.
 * @throws Refusal 403 `scope.denied`.
 */
export function requireProvince(principal: Principal): ReturnType<typeof requireUser> {
  const user = requireUser(principal);
  if (user.unit === null) return user;
  throw new Refusal(
    403,
    'scope.denied',
    `Tài khoản này chỉ xem được ${user.unit}. Mở thông báo kết quả của đơn vị, hoặc liên hệ quản trị tỉnh.`,
  );
}
