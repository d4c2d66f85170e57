import type { Role } from '#wire/access.ts';
import { Refusal } from './refusal.ts';
import { type Db, oneOrNull } from './store/db.ts';

/** Who is asking, as found from key, token or session; never as claimed in a body. */
export type Principal =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'portal'; readonly tenant: string; readonly keyId: string; readonly units: readonly string[] }
  | { readonly kind: 'device'; readonly tenant: string; readonly device: string; readonly unit: string }
  | { readonly kind: 'kiosk'; readonly tenant: string; readonly kiosk: string; readonly unit: string }
  | {
      readonly kind: 'officer';
      readonly tenant: string;
      readonly device: string;
      readonly unit: string;
      readonly officer: string;
    }
  | {
      readonly kind: 'user';
      readonly tenant: string;
      readonly login: string;
      readonly role: Role;
      /** `null` = the whole province. */
      readonly unit: string | null;
      readonly csrf: string;
      /** The province asks the account for a second step, and it has none. */
      readonly owesSecondStep: boolean;
    };

export type Who = 'anyone' | 'portal' | 'device' | 'kiosk' | 'officer' | Role;

export function whoOf(principal: Principal): Who {
  return principal.kind === 'user' ? principal.role : principal.kind;
}

/** Written to the audit log: `user:lan`, `officer:CB-0117`, `portal:k1`, never a name. */
export function actorOf(principal: Principal): string {
  switch (principal.kind) {
    case 'anyone':
      return 'anyone';
    case 'portal':
      return `portal:${principal.keyId}`;
    case 'device':
      return `device:${principal.device}`;
    case 'kiosk':
      return `kiosk:${principal.kiosk}`;
    case 'officer':
      return `officer:${principal.officer}`;
    case 'user':
      return `user:${principal.login}`;
  }
}

/**
 * Lets the principal act on `unit` of `tenant`: its own unit or one below it, or any for the whole province.
 * @throws Refusal 403 `scope.denied`, 422 `unit.unknown`.
 */
export async function requireUnit(db: Db, principal: Principal, tenant: string, unit: string): Promise<void> {
  if (principal.kind !== 'anyone' && principal.tenant !== tenant)
    throw new Refusal(403, 'scope.denied', 'Khóa này thuộc một tỉnh khác. Dùng khóa do đúng tỉnh cấp.');
  const row = await oneOrNull<{ parent: string | null }>(db, 'select parent from units where tenant = ? and unit = ?', [
    tenant,
    unit,
  ]);
  if (!row)
    throw new Refusal(422, 'unit.unknown', `Không có đơn vị ${unit}. Kiểm tra lại mã đơn vị.`, {
      issues: [{ path: 'unit', message: 'đơn vị không tồn tại' }],
    });
  if (principal.kind === 'anyone') return;
  if (principal.kind === 'portal') {
    if (principal.units.length === 0 || principal.units.includes(unit)) return;
    throw new Refusal(403, 'scope.denied', `Khóa cổng này không dùng cho đơn vị ${unit}. Xin khóa đúng phạm vi.`);
  }
  if (principal.unit === null || principal.unit === unit) return;
  // One level of parents is what the law knows: province and commune units hang under a province node.
  if (row.parent === principal.unit) return;
  throw new Refusal(
    403,
    'scope.denied',
    `Tài khoản này chỉ xem được ${principal.unit}. Cần xem đơn vị khác, liên hệ quản trị tỉnh.`,
  );
}
