import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Principal } from './principal.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';
import { deviceByKeyOrNull } from './store/devices.ts';
import { kioskByKeyOrNull } from './store/kiosks.ts';
import { personOrNull } from './store/person-tokens.ts';
import { portalKeyBySecretOrNull } from './store/portal-keys.ts';
import { asksRole } from './store/second-step-rule.ts';
import { parseSecretOrNull } from './store/secret.ts';
import { noteUse, sessionOrNull } from './store/sessions.ts';

export const SESSION_COOKIE = 'dvc_session';
/** Set-Cookie value that takes the session out of the browser. */
export const SESSION_COOKIE_CLEARED = `${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`;

const badKey = () => new Refusal(401, 'key.bad', 'Khóa truy cập không đúng. Kiểm tra lại hoặc xin khóa mới.');

async function deviceOrOfficer(
  services: Services,
  tenant: string,
  key: string,
  personToken: string | undefined,
): Promise<Principal> {
  const found = await deviceByKeyOrNull(services.db, tenant, key);
  if (!found) throw badKey();
  if (found.revokedAt)
    throw new Refusal(401, 'key.revoked', 'Máy này không còn được đăng ký. Xin mã mới từ quản trị đơn vị.');
  const { device, unit } = found;
  if (personToken === undefined) return { kind: 'device', tenant, device, unit };
  const officer = await personOrNull(services.db, tenant, personToken, device, unit, services.now());
  if (officer === null)
    throw new Refusal(401, 'person.expired', 'Phiên của cán bộ tại máy này đã hết. Nhập lại mã PIN.');
  return { kind: 'officer', tenant, device, unit, officer };
}

async function kioskOf(services: Services, tenant: string, key: string): Promise<Principal> {
  const found = await kioskByKeyOrNull(services.db, tenant, key);
  if (!found) throw badKey();
  if (found.revokedAt)
    throw new Refusal(401, 'key.revoked', 'Máy này không còn được đăng ký. Xin mã mới từ quản trị đơn vị.');
  return { kind: 'kiosk', tenant, kiosk: found.kiosk, unit: found.unit };
}

async function portal(services: Services, tenant: string, key: string): Promise<Principal> {
  const found = await portalKeyBySecretOrNull(services.db, tenant, key);
  if (!found) throw badKey();
  if (found.revokedAt)
    throw new Refusal(401, 'key.revoked', 'Khóa cổng này đã bị thu hồi. Xin khóa mới từ quản trị tỉnh.');
  return { kind: 'portal', tenant, keyId: found.id, units: found.units };
}

function refusalOnly(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

async function user(services: Services, token: string): Promise<Principal> {
  const tenant = parseSecretOrNull(token)?.tenant;
  const at = services.now();
  const session = tenant ? await sessionOrNull(services.db, tenant, token, at) : null;
  if (!tenant || !session)
    throw new Refusal(401, 'session.expired', 'Phiên làm việc đã hết. Đăng nhập lại; nội dung đang nhập vẫn còn.', {
      headers: { 'set-cookie': `${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict` },
    });
  const use = noteUse(tenant, token, session, at);
  // A store that takes no writes just now still answers what is only read.
  if (use) await services.db.batch([use]).catch(refusalOnly);
  const { login, role, unit, csrf, by, askedOf, stepSince } = session;
  // What the provider of the single sign-on asks for is the province's to settle there.
  const owesSecondStep = stepSince === null && by !== 'sso' && asksRole(askedOf, role);
  return { kind: 'user', tenant, login, role, unit, csrf, owesSecondStep };
}

/**
 * Who is asking. A key is read wherever it is sent; a wrong one never turns into "anyone". The cookie travels by itself,
 * so a route open to anyone does not look at it: a survey sent from an administrator's browser is a citizen's survey.
 * No key, no cookie: no look-up.
 * @param open the route is open to anyone.
 * @throws Refusal 401 `key.bad`, `key.revoked`, `person.expired`, `session.expired`.
 */
export async function authenticate(c: Context, services: Services, open: boolean): Promise<Principal> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const key = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
    const secret = parseSecretOrNull(key);
    if (secret?.kind === 'dk') return deviceOrOfficer(services, secret.tenant, key, c.req.header('x-dvc-person'));
    if (secret?.kind === 'kk') return kioskOf(services, secret.tenant, key);
    if (secret?.kind === 'pk') return portal(services, secret.tenant, key);
    throw badKey();
  }
  const token = open ? undefined : getCookie(c, SESSION_COOKIE);
  return token === undefined ? { kind: 'anyone' } : user(services, token);
}
