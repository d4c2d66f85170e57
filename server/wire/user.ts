import * as z from 'zod';
import { firstAdmin, role } from './access.ts';
import { unitCode } from './ids.ts';

const { login, password } = firstAdmin.shape;

const place = {
  role,
  /** `null` = the whole province. */
  unit: unitCode.nullable(),
};

/** What a role is tied to. */
function checkPlace(body: { role: z.infer<typeof role>; unit: string | null }, ctx: z.RefinementCtx): void {
  if (body.role === 'unit-admin' && body.unit === null)
    ctx.addIssue({ code: 'custom', path: ['unit'], message: 'quản trị đơn vị cần mã đơn vị' });
  if (body.role === 'inspector' && body.unit !== null)
    ctx.addIssue({ code: 'custom', path: ['unit'], message: 'thanh tra thuộc toàn tỉnh, để null' });
  if (body.role === 'province-admin' && body.unit !== null)
    ctx.addIssue({ code: 'custom', path: ['unit'], message: 'quản trị tỉnh không gắn với một đơn vị, để null' });
}

/** A person who signs in with a password. A unit admin needs a unit; a province admin and an inspector have none. */
export const userRequest = z.strictObject({ login, password, ...place }).superRefine(checkPlace);
/** Another role or place for an account that stays. */
export const userChange = z.strictObject(place).superRefine(checkPlace);
export type UserChange = z.infer<typeof userChange>;

export const user = z.object({
  login,
  role,
  unit: unitCode.nullable(),
  active: z.boolean(),
  createdAt: z.string(),
  /** Signing in asks for a code of the second step. */
  secondStep: z.boolean(),
  /** Somebody at the single sign-on is bound to it. */
  sso: z.boolean(),
  /** UTC instant until when some place waits after wrong passwords or codes, or `null`. */
  waitUntil: z.string().nullable(),
});
export type User = z.infer<typeof user>;
