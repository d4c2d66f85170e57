import { correction, generate, mode } from 'lean-qr';

/** Blank modules on every side, by ISO/IEC 18004. */
const QUIET = 4;

/**
 * `text`, in ASCII, as a QR code in SVG, black on white, to be printed in any size; error correction M, which bears the creases of a slip.
 * @param label what it leads to, for who cannot see it; plain words without markup.
 * @throws when `text` is longer than a code holds (2.331 bytes).
 */
export function qrSvg(text: string, label: string): string {
  const code = generate(mode.ascii(text), { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  const places = [...Array(code.size).keys()];
  const dark = places.flatMap((row) => {
    const cells = places.filter((column) => code.get(column, row));
    return cells.map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  });
  const size = code.size + 2 * QUIET;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>\n`,
  ].join('');
}
