import type { Principal } from './principal.ts';
import { Refusal } from './refusal.ts';

/** The enrolled tablet that is calling. @throws Refusal 403 `role.denied`. */
export function requireKiosk(principal: Principal): Extract<Principal, { kind: 'kiosk' }> {
  if (principal.kind === 'kiosk') return principal;
  throw new Refusal(403, 'role.denied', 'Chỉ ki-ốt đã ghép dùng được chức năng này. Ghép máy bằng mã của quản trị.');
}
