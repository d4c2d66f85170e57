import { strToU8, zipSync } from 'fflate';
import { BODY, CONTENT_TYPES, CORE, PACKAGE_RELATIONS, STYLES, WORD_RELATIONS } from './docx-template.ts';
import type { LetterText } from './letter-text.ts';

/** When a letter was made is no business of its metadata. A zip counts from 1980, in the computer's own time. */
const DAY = new Date(1980, 0, 2);

const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text inside an element of XML, composed (some fonts set marks beside letters otherwise); what no XML may hold is dropped. */
function escaped(text: string): string {
  return text.normalize().replace(UNFIT, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const paragraphs = (style: string, lines: readonly string[]): string =>
  lines
    .map(
      (line) =>
        `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
    )
    .join('');

/** The letter as a .docx of the fixed template. The name stands in its text and in no property of the document. */
export function docxOf(text: LetterText): Uint8Array<ArrayBuffer> {
  const { form, unit, number, placeAndDay, title, to, body, signer, copies } = text;
  const parts: Readonly<Record<string, string>> = {
    FORM: paragraphs('Form', [form]),
    UNIT: paragraphs('HeadBold', [unit]),
    NUMBER: paragraphs('Head', [number]),
    PLACE: paragraphs('Place', [placeAndDay]),
    TITLE: paragraphs('LetterTitle', [title]),
    TO: paragraphs('To', [to]),
    LINES: paragraphs('Line', body),
    COPIES: paragraphs('Copies', copies),
    SIGNER: paragraphs('HeadBold', [signer]),
  };
  const document = BODY.replace(/\{([A-Z]+)\}/g, (_, part: string) => parts[part] ?? '');
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/core.xml': CORE.replace('{TITLE}', escaped(title)),
    'word/_rels/document.xml.rels': WORD_RELATIONS,
    'word/document.xml': document,
    'word/styles.xml': STYLES,
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  return zipSync(bytes, { mtime: DAY });
}
