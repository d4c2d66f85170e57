import { Secret, TOTP } from 'otpauth';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { revealStep, type StoredSecondStep, takeRecoveryCode, takeStep } from './store/second-steps.ts';

/** RFC 6238 as every app on a phone does it without being told. */
const PERIOD_SECONDS = 30;
/** A clock, and whoever types, may be a span late or early. */
const WINDOW = 1;
const SECRET_BYTES = 20;

const totpOf = (secret: string, label: string) =>
  new TOTP({
    // Apps show it as it comes; not all of them read what is not ASCII.
    issuer: 'Danh gia DVC',
    ...{ label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) },
  });

/** 160 random bits in Base32 (RFC 4226 §4). */
export const newStepSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What the QR code of an app holds. */
export const stepUri = (secret: string, tenant: string, login: string): string =>
  totpOf(secret, `${tenant}/${login}`).toString();

const keyLost = () =>
  new Refusal(
    503,
    'key.lost',
    'Máy chủ thiếu khóa đọc mã hai bước. Quản trị máy chủ khôi phục thư mục khóa (KEY_DIR); trong lúc đó dùng một mã dự phòng.',
    { headers: { 'retry-after': '300' } },
  );

/**
 * Whether `typed` is the code of the moment, or a recovery code; each is taken once, also by several processes.
 * @throws Refusal 503 `key.lost` when the secret cannot be read; recovery codes need no key.
 */
export async function codeIsRight(
  { db, peopleKeys, now }: Pick<Services, 'db' | 'peopleKeys' | 'now'>,
  tenant: string,
  login: string,
  step: StoredSecondStep,
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{6}$/.test(code)) return step.confirmedAt !== null && (await takeRecoveryCode(db, tenant, login, code));
  const timestamp = now().getTime();
  let secret: string;
  try {
    secret = revealStep(peopleKeys, tenant, login, step);
  } catch {
    throw keyLost();
  }
  const delta = totpOf(secret, login).validate({ token: code, timestamp, window: WINDOW });
  if (delta === null) return false;
  return takeStep(db, tenant, login, TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta);
}
