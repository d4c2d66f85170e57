import type { Role } from '#wire/access.ts';
import type { SecondStepFor } from '#wire/second-step.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

/** Whom the province asks for a second step. */
export async function secondStepForOf(db: Db, tenant: string): Promise<SecondStepFor> {
  const row = await oneOrNull<{ askedOf: SecondStepFor }>(
    db,
    'select second_step_for as "askedOf" from tenants where tenant = ?',
    [tenant],
  );
  return row?.askedOf ?? 'nobody';
}

export function putSecondStepFor(tenant: string, askedOf: SecondStepFor): Statement {
  return { sql: 'update tenants set second_step_for = ? where tenant = ?', params: [askedOf, tenant] };
}

/** Whether somebody of `role` is among those who are asked. */
export function asksRole(askedOf: SecondStepFor, role: Role): boolean {
  return askedOf === 'everyone' || (askedOf === 'admins' && (role === 'province-admin' || role === 'unit-admin'));
}
