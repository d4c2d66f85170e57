import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret, randomCrockford } from './secret.ts';

export interface StoredEnrolment {
  readonly unit: string;
  readonly label: string;
  readonly issuedBy: string;
}

const SHAPE = /^([A-Z][A-Z0-9]{1,11})[-\s.]*([0-9A-Z]{4})[-\s]*([0-9A-Z]{4})$/;

/** `mau-7K2M-9QXD`: 40 random bits, enough for a code that lives 15 minutes behind a rate limit. */
export function newEnrolmentCode(tenant: string): string {
  return `${tenant}-${randomCrockford(4)}-${randomCrockford(4)}`;
}

/** Reads a code as people type it (small letters, O for 0, I or L for 1, no dashes); `null` when it is none. */
export function parseEnrolmentCodeOrNull(text: string): { tenant: string; code: string } | null {
  const [, tenant, a, b] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  if (!tenant || !a || !b) return null;
  const read = (part: string) => part.replaceAll('O', '0').replace(/[IL]/g, '1');
  return { tenant: tenant.toLowerCase(), code: `${tenant.toLowerCase()}-${read(a)}-${read(b)}` };
}

export function insertEnrolment(tenant: string, code: string, enrolment: StoredEnrolment, expires: string): Statement {
  return {
    sql: 'insert into enrolments (tenant, code_hash, unit, label, issued_by, expires_at) values (?, ?, ?, ?, ?, ?)',
    params: [tenant, hashSecret(code), enrolment.unit, enrolment.label, enrolment.issuedBy, expires],
  };
}

/** Uses the code up and returns what it was issued for; `null` when unknown, used or out of time. */
export async function claimEnrolmentOrNull(
  db: Db,
  tenant: string,
  code: string,
  at: Date,
): Promise<StoredEnrolment | null> {
  const hash = hashSecret(code);
  const changed = await db.run(
    'update enrolments set used_at = ? where tenant = ? and code_hash = ? and used_at is null and expires_at > ?',
    [at.toISOString(), tenant, hash, at.toISOString()],
  );
  if (changed !== 1) return null;
  return oneOrNull(
    db,
    'select unit, label, issued_by as "issuedBy" from enrolments where tenant = ? and code_hash = ?',
    [tenant, hash],
  );
}
