/** `K7M29QXD4T` → `K7M2-9QXD-4T`, as printed and read aloud. */
export function formatReceipt(receipt: string): string {
  return receipt.replace(/(....)(....)/, '$1-$2-');
}

/** What a person typed → the 10 characters, or `null`. Forgives case, blanks, dashes and the look-alikes O, I, L. */
export function parseReceipt(typed: string): string | null {
  const receipt = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(receipt) ? receipt : null;
}
