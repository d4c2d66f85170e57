/** Crockford's alphabet: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `bytes` as Crockford base32, most significant bit first, padded with zero bits on the right: 10 bytes → 16 characters. */
export function base32(bytes: Uint8Array): string {
  let out = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET.charAt((buffer >> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return bits ? out + ALPHABET.charAt((buffer << (5 - bits)) & 31) : out;
}

/** The whole number that `base32Number` wrote as `text`. */
export function base32Value(text: string): number {
  return [...text].reduce((value, character) => value * 32 + ALPHABET.indexOf(character), 0);
}

/** A whole number as exactly `length` Crockford characters; higher digits are dropped. Up to 2^53. */
export function base32Number(value: number, length: number): string {
  let out = '';
  for (let rest = value; out.length < length; rest = Math.floor(rest / 32)) out = ALPHABET.charAt(rest % 32) + out;
  return out;
}
