import { inflateSync } from 'node:zlib';

/** How many sheets a PDF has; Firefox packs what says so into streams. @param pdf base64. */
export function countPages(pdf: string): number {
  const text = Buffer.from(pdf, 'base64').toString('latin1');
  const packed = [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [text, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
