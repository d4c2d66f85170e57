import { strToU8, zipSync } from 'fflate';

/** The same figures give the same bytes, whenever the file is made. A zip counts from 1980, in the computer's own time. */
export const DAY = new Date(1980, 0, 2);

/** An Office file of its parts, path → XML. */
export function packParts(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const bytes = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(bytes, { mtime: DAY });
}
