import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { fewRandomBytes } from './secret.ts';

const NONCE = 12;
const TAG = 16;

/** A key for one purpose alone, from which `secret` cannot be found. */
export function derivedKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

/** `text` under AES-256-GCM, bound to `place`: nonce, tag and cipher text in base64url. `key`: 32 secret bytes. */
export function encrypt(key: Buffer, place: string, text: string): string {
  const nonce = fewRandomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64url');
}

/** @throws when `hidden` was not made by `encrypt` with the same key and place. */
export function decrypt(key: Buffer, place: string, hidden: string): string {
  const bytes = Buffer.from(hidden, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
}
