import { FileRefused } from '../row.ts';
import { cleanText } from './clean-text.ts';
import type { Parts } from './xlsx-parts.ts';
import { tellXml } from './xlsx-xml.ts';

/** Characters of all shared texts together; held in memory, at most two bytes each. */
const MOST_SIGNS = 64 * 1_048_576;
/** What Excel lets a cell hold. */
export const LONGEST_CELL = 32_767;

/** `_x000D_` stands for a character XML may not hold. */
export function plainText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return cleanText(unescaped);
}

/** The texts cells refer to by number. @throws FileRefused `xlsx.texts` when they are too much to hold. */
export async function readTexts(parts: Parts, path: string): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!parts.has(path)) return texts;
  let signs = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  const told = tellXml(parts.read(path), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText && text.length <= LONGEST_CELL) text += piece.slice(0, LONGEST_CELL + 1);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        const clean = plainText(text);
        signs += clean.length + 8;
        texts.push(clean);
      }
    },
  });
  for await (const _ of told)
    if (signs > MOST_SIGNS)
      throw new FileRefused(
        'xlsx.texts',
        'Bảng tính có quá nhiều chữ để đọc từ .xlsx. Lưu bảng thành «CSV UTF-8» rồi nhập tệp CSV.',
      );
  return texts;
}
