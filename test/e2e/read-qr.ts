import type { Locator } from 'playwright-core';

/** Version 4 with error correction M (ISO/IEC 18004): 33 modules, 64 codewords of data in two interleaved blocks. */
const SIZE = 33;
const DATA = 64;
const BLOCKS = 2;
const QUIET = 4;

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/** Finders with their format bits, timing, and the one alignment square around (26, 26). */
function isData(row: number, column: number): boolean {
  const corner = (row < 9 && (column < 9 || column >= SIZE - 8)) || (row >= SIZE - 8 && column < 9);
  const aligned = Math.abs(row - 26) <= 2 && Math.abs(column - 26) <= 2;
  return !corner && !aligned && row !== 6 && column !== 6;
}

/** The modules as they are painted: each is looked at in its middle. */
function modulesOf(svg: Locator): Promise<boolean[][]> {
  return svg.evaluate(
    (element, { size, quiet }) => {
      const dark = element.querySelector<SVGPathElement>('path[fill="#000"]');
      if (!dark) throw new Error('no dark modules');
      return Array.from({ length: size }, (_, row) =>
        Array.from({ length: size }, (_, column) =>
          dark.isPointInFill(new DOMPoint(column + quiet + 0.5, row + quiet + 0.5)),
        ),
      );
    },
    { size: SIZE, quiet: QUIET },
  );
}

/** Which mask the format bits around the upper left finder name. */
function maskOf(dark: readonly (readonly boolean[])[]): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column] as const);
  const bits = places.map(([row, column]) => (dark[row]?.[column] ? 1 : 0)).slice(2, 5);
  // The third to fifth of the fifteen bits, under the fixed mask 101010000010010.
  return bits.reduce<number>((value, bit, i) => value * 2 + (bit ^ ([1, 0, 1][i] ?? 0)), 0);
}

/** Text of a QR code on a page, read from its modules as a phone does, without the help of what drew it. */
export async function readQr(svg: Locator): Promise<string> {
  const dark = await modulesOf(svg);
  const mask = MASKS[maskOf(dark)];
  const bits: number[] = [];
  let up = true;
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let n = 0; n < SIZE; n += 1) {
      const row = up ? SIZE - 1 - n : n;
      for (const column of [right, right - 1])
        if (isData(row, column)) bits.push((dark[row]?.[column] ?? false) !== mask?.(row, column) ? 1 : 0);
    }
    up = !up;
  }
  const codewords = Array.from({ length: DATA }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2));
  const blocks = Array.from({ length: BLOCKS }, (_, block) => codewords.filter((_, i) => i % BLOCKS === block));
  const stream = blocks
    .flat()
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  if (!stream.startsWith('0100')) throw new Error(`not in bytes: ${stream.slice(0, 4)}`);
  const length = Number.parseInt(stream.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, i) => Number.parseInt(stream.slice(12 + i * 8, 20 + i * 8), 2));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
