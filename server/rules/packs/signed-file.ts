import { base32 } from '../base32.ts';
import { type KilledPack, MOST_SIGNED, type PackBundle } from './pack-bundle.ts';

/** Header of a signed file, exactly: no other algorithm is accepted, and a signature made for something else is none. */
export const PACK_HEADER = { alg: 'ES256', typ: 'dvc-packs' } as const;

/** What the thumbprint of a public key is made of (RFC 7638, 3.2). */
export function thumbprintText({ crv, kty, x, y }: Readonly<Record<'crv' | 'kty' | 'x' | 'y', string>>): string {
  return JSON.stringify({ crv, kty, x, y });
}

/** 120 bits of the SHA-256 of that text, in groups of four for eyes and telephones: `7K2M-9QXD-…`. */
export function fingerprintOf(digest: Uint8Array): string {
  return (base32(digest.subarray(0, 15)).match(/.{4}/g) ?? []).join('-');
}

/** Parts of a JWS in compact form, in base64url: what was signed is `head.payload`. `null` = the text is none, or too long. */
export function partsOf(file: string): { head: string; payload: string; signature: string } | null {
  if (file.length > MOST_SIGNED) return null;
  const [, head, payload, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/.exec(file.trim()) ?? [];
  return head && payload && signature ? { head, payload, signature } : null;
}

/** Why a file is refused though its signature is right. */
export type BundleFault = 'tenant' | 'expired' | 'rolledBack' | 'changed';

/** What a browser holds already. */
export interface HeldBundle {
  readonly sequence: number;
  readonly file: string;
}

/** @param today day in Viet Nam. A smaller sequence, or the same with other content, is what a server does that hides a withdrawal. */
export function bundleFault(
  bundle: PackBundle,
  file: string,
  { tenant, today, held }: { tenant: string; today: string; held: HeldBundle | null },
): BundleFault | null {
  if (bundle.tenant !== tenant) return 'tenant';
  if (held && bundle.sequence < held.sequence) return 'rolledBack';
  if (held && bundle.sequence === held.sequence && file !== held.file) return 'changed';
  return bundle.expires < today ? 'expired' : null;
}

/** Packs of a bundle that hold today: none after its last day. What it takes back stays taken back. */
export function packsInForce(bundle: PackBundle | null, today: string): PackBundle['packs'] {
  if (!bundle || bundle.expires < today) return [];
  return bundle.packs.filter(
    (pack) => !bundle.killedPacks.some(({ id, upTo }: KilledPack) => id === pack.id && pack.version <= upTo),
  );
}
