import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { MOST_SIGNED, type PackBundle, readPackBundle } from '#rules/packs/pack-bundle.ts';
import { fingerprintOf, PACK_HEADER, thumbprintText } from '#rules/packs/signed-file.ts';
import { type PackKey, packKey } from '#wire/packs.ts';
import { WrongCall } from './command.ts';

/** Fingerprint of a public key, as the browsers show it. */
export function fingerprint(key: PackKey): string {
  return fingerprintOf(createHash('sha256').update(thumbprintText(key)).digest());
}

/** Public half of a key. */
export function publicKeyOf(key: KeyObject): PackKey {
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  return packKey.parse({ kty, crv, x, y });
}

/** The bundle as a signed file: a JWS in compact form. @throws WrongCall when the file would be too large. */
export async function signBundle(bundle: PackBundle, key: KeyObject): Promise<string> {
  const text = await new CompactSign(new TextEncoder().encode(JSON.stringify(bundle)))
    .setProtectedHeader({ ...PACK_HEADER })
    .sign(key);
  if (text.length > MOST_SIGNED)
    throw new WrongCall(`Tệp ký quá lớn (tối đa ${MOST_SIGNED / 1024} KiB). Bớt gói rồi ký lại.`);
  return text;
}

/** The bundle in a signed file. @throws WrongCall when the signature is not of `key` or the content is no bundle. */
export async function openSigned(file: string, key: PackKey): Promise<PackBundle> {
  let payload: Uint8Array;
  try {
    const opened = await compactVerify(file.trim(), await importJWK(key, 'ES256'), { algorithms: ['ES256'] });
    if (opened.protectedHeader.typ !== PACK_HEADER.typ) throw new Error('typ');
    payload = opened.payload;
  } catch {
    throw new WrongCall('Chữ ký không đúng với khóa này, hoặc tệp đã bị sửa. Lấy lại tệp từ người ký.');
  }
  return bundleIn(JSON.parse(new TextDecoder().decode(payload)));
}

/** @throws WrongCall naming every fault. */
export function bundleIn(value: unknown): PackBundle {
  const read = readPackBundle(value);
  if ('bundle' in read) return read.bundle;
  const lines = read.faults.map(({ path, message }) => `  ${path}: ${message}`);
  throw new WrongCall(['Gói chưa đúng. Sửa các mục sau:', ...lines].join('\n'));
}
