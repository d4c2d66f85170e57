import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { clearKioskPinTries, countKioskPinTry, KIOSK_PIN_TRIES } from '../store/kiosk-pin.ts';
import { verifyPassword } from '../store/password.ts';

const LOCK_MINUTES = 15;

function locked(until: string, at: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - at.getTime()) / 1000));
  return new Refusal(
    429,
    'pin.locked',
    `Đã nhập sai mã PIN ${KIOSK_PIN_TRIES} lần. Đợi ${Math.ceil(seconds / 60)} phút rồi nhập lại, hoặc xin mã PIN mới từ quản trị đơn vị.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}

/**
 * Whoever stands at the tablet knows its staff PIN. Checked here and nowhere else: a PIN is so short that whatever could
 * check it on the tablet would give it away.
 * @throws Refusal 401 `pin.wrong`, 429 `pin.locked` for 15 minutes after 5 wrong ones.
 */
export async function requireKioskPin(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { tenant, kiosk }: Extract<Principal, { kind: 'kiosk' }>,
  pin: string,
): Promise<void> {
  const at = now();
  const lockedUntil = new Date(at.getTime() + LOCK_MINUTES * 60_000).toISOString();
  const tried = await countKioskPinTry(db, tenant, kiosk, at, lockedUntil);
  if (tried.kind === 'locked') throw locked(tried.until, at);
  if (await verifyPassword(tried.pinHash, pin)) {
    const { sql, params } = clearKioskPinTries(tenant, kiosk);
    await db.run(sql, params);
    return;
  }
  if (tried.failures >= KIOSK_PIN_TRIES) {
    await withAudit(db, tenant, at, { actor: `kiosk:${kiosk}`, action: 'kiosk.lock', subject: kiosk });
    throw locked(lockedUntil, at);
  }
  throw new Refusal(401, 'pin.wrong', 'Mã PIN không đúng. Nhập lại.', {
    issues: [{ path: 'pin', message: 'không đúng' }],
  });
}
