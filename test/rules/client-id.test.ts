import { describe, expect, it } from 'vitest';
import { base32 } from '#rules/base32.ts';
import { clientId, clientIdTime } from '#rules/client-id.ts';
import { formatReceipt, parseReceipt } from '#rules/receipt.ts';

describe('Crockford base32', () => {
  it('writes five bits a character, the last padded with zeros', () => {
    // Worked by hand: 0xFF = 11111 111(00) → Z, 28 → W. 0x00 0x44 0x32 = 00000 00001 00010 00011 0010(0) → 0 1 2 3 4.
    expect(base32(Uint8Array.of(0xff))).toBe('ZW');
    expect(base32(Uint8Array.of(0x00, 0x44, 0x32))).toBe('01234');
    expect(base32(new Uint8Array())).toBe('');
  });

  it('gives 16 characters for 10 bytes', () => {
    expect(base32(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ');
  });
});

describe('clientId', () => {
  const zero = new Uint8Array(10);

  it('is the tenant, a dot and 26 characters of time then chance', () => {
    // 2026-11-24T00:00:00Z is 1,795,478,400,000 ms; worked by repeated division by 32.
    expect(clientId('mau', 0, zero)).toBe('mau.00000000000000000000000000');
    expect(clientId('mau', 33, zero)).toBe('mau.00000000110000000000000000');
    expect(clientId('mau', 1_795_478_400_000, zero)).toMatch(/^mau\.[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('sorts by time of making', () => {
    const random = new Uint8Array(10).fill(255);
    const ids = [1_795_478_399_999, 1_795_478_400_000, 1_795_478_400_001].map((ms, i) =>
      clientId('mau', ms, i === 0 ? random : zero),
    );
    expect([...ids].sort()).toEqual(ids);
  });

  it('gives back the time it was made at, and the highest a well-formed one can name', () => {
    expect(clientIdTime(clientId('mau', 1_795_478_400_000, zero))).toBe(1_795_478_400_000);
    // 10 characters of 5 bits: 2^50 − 1.
    expect(clientIdTime(`mau.${'Z'.repeat(26)}`)).toBe(2 ** 50 - 1);
  });

  it('refuses too little chance', () => {
    expect(() => clientId('mau', 0, new Uint8Array(9))).toThrow(RangeError);
  });
});

describe('receipt', () => {
  it('is shown 4-4-2', () => expect(formatReceipt('K7M29QXD4T')).toBe('K7M2-9QXD-4T'));

  it('is read back however it was typed', () => {
    for (const typed of ['K7M2-9QXD-4T', 'k7m29qxd4t', ' K7M2 9QXD 4T ', 'K7M2–9QXD–4T'])
      expect(parseReceipt(typed)).toBe('K7M29QXD4T');
    expect(parseReceipt('oil2-0000-00')).toBe('0112000000');
  });

  it('is null when it cannot be one', () => {
    for (const typed of ['', 'K7M2-9QXD-4', 'K7M2-9QXD-4TT', 'U7M2-9QXD-4T', 'K7M2_9QXD_4T'])
      expect(parseReceipt(typed)).toBeNull();
  });
});
