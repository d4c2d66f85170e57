import { type Person, person, personRequest } from '#wire/access.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import { verifyPassword } from '../store/password.ts';
import {
  clearPinTries,
  countPinTry,
  deleteExpiredPersonTokens,
  insertPersonToken,
  MAX_WRONG_PINS,
} from '../store/person-tokens.ts';
import { newSecret } from '../store/secret.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const TOKEN_HOURS = 12;
const LOCK_MINUTES = 5;

function locked(until: string, at: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - at.getTime()) / 1000));
  return new Refusal(
    429,
    'pin.locked',
    `Đã nhập sai mã PIN ${MAX_WRONG_PINS} lần. Đợi ${Math.ceil(seconds / 60)} phút rồi nhập lại, hoặc xin mã PIN mới từ quản trị đơn vị.`,
    { headers: { 'retry-after': String(seconds) } },
  );
}

export const personRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/devices/person',
    who: ['device', 'officer'],
    scope: 'own',
    cors: 'any',
    summary:
      'Switches the person at an enrolled browser: an officer of its unit, by PIN; five wrong PINs lock for 5 minutes.',
    body: personRequest,
    example: { officer: 'CB-0117', pin: '2468' },
    answer: person,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'device' && principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ máy đã ghi danh dùng được chức năng này.');
      const { tenant, device, unit } = principal;
      const { officer, pin } = check(personRequest, await readJson(c, 4096));
      const at = now();
      const lockedUntil = new Date(at.getTime() + LOCK_MINUTES * 60_000).toISOString();
      const tried = await countPinTry(db, tenant, unit, officer, at, lockedUntil);
      if (tried?.kind === 'locked') throw locked(tried.until, at);
      if (!(await verifyPassword(tried?.pinHash ?? null, pin)) || !tried) {
        if (tried && tried.failures >= MAX_WRONG_PINS) {
          await withAudit(db, tenant, at, { actor: `device:${device}`, action: 'person.lock', subject: officer });
          throw locked(lockedUntil, at);
        }
        throw new Refusal(401, 'pin.wrong', 'Mã cán bộ hoặc mã PIN không đúng với đơn vị này. Nhập lại.', {
          issues: [{ path: 'pin', message: 'không đúng' }],
        });
      }
      const token = newSecret(tenant, 'pt');
      const expires = new Date(at.getTime() + TOKEN_HOURS * 3_600_000).toISOString();
      await withAudit(
        db,
        tenant,
        at,
        { actor: `officer:${officer}`, action: 'person.start', subject: officer, detail: { device } },
        [
          clearPinTries(tenant, officer),
          deleteExpiredPersonTokens(tenant, at),
          insertPersonToken(tenant, token, device, officer, expires),
        ],
      );
      const body: Person = { token, officer, label: tried.label, expires };
      return c.json(body, 201, { 'cache-control': 'no-store' });
    },
  },
];
