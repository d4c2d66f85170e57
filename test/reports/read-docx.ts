import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface ReadDocx {
  /** What stands in each paragraph, in order. */
  readonly lines: readonly string[];
  /** Figure id and the way it is shown → every text it is printed as. */
  readonly figures: ReadonlyMap<string, readonly string[]>;
  readonly parts: ReadonlyMap<string, string>;
}

/** Reads a .docx as a reader of Word files does. @throws when a part is not well formed. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  for (const xml of parts.values()) {
    const strict = new SaxesParser();
    strict.on('error', (error) => {
      throw error;
    });
    strict.write(xml).close();
  }
  const lines: string[] = [];
  const figures = new Map<string, string[]>();
  const open: string[] = [];
  let [tag, alias, said] = ['', '', ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    const value = String(attributes['w:val'] ?? '');
    if (name === 'w:p') lines.push('');
    if (name === 'w:alias') alias = value;
    if (name === 'w:tag') tag = value;
    if (name === 'w:sdtContent') said = '';
  });
  parser.on('text', (text) => {
    if (open.at(-1) !== 'w:t') return;
    lines[lines.length - 1] += text;
    if (tag !== '') said += text;
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name !== 'w:sdt') return;
    const key = `${tag} ${alias}`;
    figures.set(key, [...(figures.get(key) ?? []), said]);
    [tag, alias] = ['', ''];
  });
  parser.write(parts.get('word/document.xml') ?? '').close();
  return { lines, figures, parts };
}
