import { base32, base32Value } from './base32.ts';

/**
 * An id made by the client: `mau.` + 26 characters, 10 of time and 16 random (a ULID), so ids sort by time of making.
 * @param ms milliseconds since 1970; @param random 10 random bytes.
 * @throws RangeError when `random` is not 10 bytes: an id with less chance in it would not be unique.
 */
export function clientId(tenant: string, ms: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError(`clientId: 10 random bytes, not ${random.length}`);
  return clientIdOf(tenant, ms, random);
}

/** The same where the 10 bytes are made on the spot: the widget has no byte to spare for asking twice. */
export function clientIdOf(tenant: string, ms: number, random: Uint8Array): string {
  return `${tenant}.${base32(random, ms.toString(2).padStart(50, '0').slice(-50))}`;
}

/** Milliseconds since 1970 at which `id` was made, by its maker's clock. */
export function clientIdTime(id: string): number {
  const start = id.indexOf('.') + 1;
  return base32Value(id.slice(start, start + 10));
}
