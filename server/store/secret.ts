import { createHash, randomBytes } from 'node:crypto';
import { base32 } from '#rules/base32.ts';

/**
 * What a secret opens: `dk` an officer's browser · `kk` a counter's tablet · `pk` a portal's server · `pt` the person at a browser ·
 * `ss` an admin's session · `fa` the first-run link.
 */
export type SecretKind = 'dk' | 'kk' | 'pk' | 'pt' | 'ss' | 'fa';

const SHAPE = /^([a-z][a-z0-9]{1,11})\.(dk|kk|pk|pt|ss|fa)\.[0-9A-HJKMNP-TV-Z]{40}$/;

const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);

/** `length` random bytes, used nowhere else. The system is asked for many at once: every answer needs a few, and asking costs more than they do. */
export function fewRandomBytes(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(POOL_BYTES);
  const bytes = pool.subarray(0, length);
  pool = pool.subarray(length);
  return bytes;
}

/** `length` Crockford characters, 5 random bits each. */
export function randomCrockford(length: number): string {
  return base32(fewRandomBytes(Math.ceil((length * 5) / 8))).slice(0, length);
}

/** `mau.dk.<40 Crockford characters>`, 200 random bits; shown once, only its hash is stored. */
export function newSecret(tenant: string, kind: SecretKind): string {
  return `${tenant}.${kind}.${randomCrockford(40)}`;
}

/** Tenant and kind of a secret, or `null` for any other text. */
export function parseSecretOrNull(text: string): { tenant: string; kind: SecretKind } | null {
  const [, tenant, kind] = SHAPE.exec(text) ?? [];
  return tenant && kind ? { tenant, kind: kind as SecretKind } : null;
}

/**
 * SHA-256 in hex. A secret is found by this hash, so how long the look-up takes says nothing about the secret; it has
 * too many random bits to need a slow hash.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
