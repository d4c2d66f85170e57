/** Widths of letters of Times at one em, rounded: enough to set a label beside a shape. */
const NARROW = /[ .,;:!|ijltfr'()[\]/\u00a0-]/;
const WIDE = /[A-ZĐÀ-Ỹmw%+=—→≥]/;

/** About how wide a line is when printed at `size` px. */
export function textWidth(text: string, size: number, bold = false): number {
  const em = [...text.normalize('NFC')].reduce((sum, letter) => {
    if (letter >= 'à' && letter.toLowerCase() === letter) return sum + 0.48;
    return sum + (NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.74 : 0.5);
  }, 0);
  return em * size * (bold ? 1.08 : 1.02);
}
