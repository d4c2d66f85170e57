/** Crockford's alphabet: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * `bytes` as Crockford base32, most significant bit first, padded with zero bits on the right: 10 bytes → 16 characters.
 * @param before binary digits that stand in front of them.
 */
export function base32(bytes: Uint8Array, before = ''): string {
  let bits = before;
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return bits.replace(/.{1,5}/g, (five) => ALPHABET.charAt(Number.parseInt(five.padEnd(5, '0'), 2)));
}

/** The whole number that is written as `text`. */
export function base32Value(text: string): number {
  return [...text].reduce((value, character) => value * 32 + ALPHABET.indexOf(character), 0);
}
