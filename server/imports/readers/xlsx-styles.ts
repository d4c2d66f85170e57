import type { Parts } from './xlsx-parts.ts';
import { readXml } from './xlsx-xml.ts';

/** What a number means by its format: itself, a day number, a share (0.5 is 50 %), or a code padded with zeros to a length. */
export type NumberMeaning = 'number' | 'date' | 'percent' | { readonly digits: number };

const BUILT_IN: Readonly<Record<number, string>> = { 9: '0%', 10: '0.00%' };
/** Formats 14–22 and 45–47 are dates everywhere; 27–36 and 50–58 are dates where the language has its own. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** What a format's code makes of a number; texts in quotes, colours and languages say nothing about it. */
export function meaningOfFormat(code: string): NumberMeaning {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/^0{2,}$/.test(bare)) return { digits: bare.length };
  if (bare.includes('%')) return 'percent';
  return /general/i.test(bare) || !/[dmyhs]/i.test(bare) ? 'number' : 'date';
}

/** Meanings of numbers by the style a cell names; a workbook without styles has none. */
export async function readStyles(parts: Parts, path: string): Promise<readonly NumberMeaning[]> {
  const codes = new Map<number, string>();
  const styles: NumberMeaning[] = [];
  let inCells = false;
  if (!parts.has(path)) return styles;
  await readXml(parts.read(path), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = codes.get(id) ?? BUILT_IN[id];
        styles.push(code !== undefined ? meaningOfFormat(code) : isBuiltInDate(id) ? 'date' : 'number');
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
