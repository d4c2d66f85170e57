import { type Principal, whoOf } from './principal.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './routes/route.ts';

/**
 * Whether `principal` may call `route` at all; what it may touch there is the handler's `requireUnit`.
 * @throws Refusal 401 `sign.in`, 403 `role.denied`, 403 `csrf.missing`, 403 `second.needed`.
 */
export function admit(
  route: Pick<Route, 'who' | 'method' | 'beforeSecondStep'>,
  principal: Principal,
  csrf: string | undefined,
): void {
  const who = whoOf(principal);
  // A route open to anyone is open to whoever is signed in as well.
  if (!route.who.includes('anyone') && !route.who.includes(who)) {
    if (who === 'anyone') throw new Refusal(401, 'sign.in', 'Cần đăng nhập hoặc khóa truy cập để dùng chức năng này.');
    throw new Refusal(403, 'role.denied', 'Vai trò này không dùng được chức năng này. Liên hệ quản trị tỉnh.');
  }
  // A cookie travels by itself, so a change made with one must also carry what only our own page can read.
  if (principal.kind === 'user' && route.method !== 'GET' && csrf !== principal.csrf)
    throw new Refusal(403, 'csrf.missing', 'Yêu cầu không đến từ trang quản trị. Tải lại trang rồi làm lại.');
  if (principal.kind === 'user' && principal.owesSecondStep && !route.beforeSecondStep)
    throw new Refusal(
      403,
      'second.needed',
      'Tỉnh yêu cầu tài khoản này có mã hai bước. Bật mã hai bước rồi làm tiếp; nội dung đang nhập vẫn còn.',
    );
}
