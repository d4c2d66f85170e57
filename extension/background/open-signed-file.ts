import { type PackBundle, readPackBundle } from '#rules/packs/pack-bundle.ts';
import { fingerprintOf, PACK_HEADER, partsOf, thumbprintText } from '#rules/packs/signed-file.ts';
import type { PackKey } from '#wire/packs.ts';
import type { PackRefusal } from '../pack-messages.ts';

const utf8 = new TextEncoder();

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function jsonIn(base64url: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(base64url)));
  } catch {
    return null;
  }
}

/** A public key out of a stranger's body, or `null`. */
export function readPackKey(value: unknown): PackKey | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kty, crv, x, y } = value as Record<string, unknown>;
  const isPart = (part: unknown): part is string => typeof part === 'string' && /^[\w-]{43}$/.test(part);
  return kty === 'EC' && crv === 'P-256' && isPart(x) && isPart(y) ? { kty, crv, x, y } : null;
}

/** Fingerprint of a key, the same the command that made it printed. */
export async function keyFingerprint(key: PackKey): Promise<string> {
  return fingerprintOf(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(thumbprintText(key)))));
}

/**
 * What a signed file holds, or why it is refused. ECDSA on P-256: Ed25519 would be verified only by browsers newer than the oldest this
 * extension runs on.
 */
export async function openSignedFile(
  file: string,
  key: PackKey,
): Promise<{ bundle: PackBundle } | { refusal: PackRefusal }> {
  const parts = partsOf(file);
  const header = parts && (jsonIn(parts.head) as Record<string, unknown> | null);
  if (!parts || header?.alg !== PACK_HEADER.alg || header.typ !== PACK_HEADER.typ || 'crit' in header)
    return { refusal: 'form' };
  const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const own = await crypto.subtle.importKey('jwk', key, curve, false, ['verify']).catch(() => null);
  if (!own) return { refusal: 'key' };
  const signed = utf8.encode(`${parts.head}.${parts.payload}`);
  const method = { name: 'ECDSA', hash: 'SHA-256' } as const;
  if (!(await crypto.subtle.verify(method, own, bytesOf(parts.signature), signed))) return { refusal: 'signature' };
  const read = readPackBundle(jsonIn(parts.payload));
  return 'bundle' in read ? { bundle: read.bundle } : { refusal: 'content' };
}
