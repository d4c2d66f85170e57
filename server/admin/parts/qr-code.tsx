import { correction, generate, mode } from 'lean-qr';

/** Blank modules on every side, by ISO/IEC 18004. */
const QUIET = 4;

/** `text`, in ASCII, as a QR code, black on white whatever the page's colours, error correction M. @param label for who cannot see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(mode.ascii(text), { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  const places = [...Array(code.size).keys()];
  const dark = places.flatMap((row) =>
    places.filter((column) => code.get(column, row)).map((column) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`),
  );
  const size = code.size + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  );
}
