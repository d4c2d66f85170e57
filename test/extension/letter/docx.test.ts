import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, it, vi } from 'vitest';
import { docxOf } from '../../../extension/letter/docx.ts';
import type { LetterText } from '../../../extension/letter/letter-text.ts';

const NAME = 'NGUYỄN VĂN GIẢ';
const TEXT: LetterText = {
  form: 'Mẫu số 04',
  unit: 'SỞ XÂY DỰNG',
  number: 'Số: …',
  placeAndDay: 'Phố Mẫu, ngày 26 tháng 11 năm 2026',
  title: 'VĂN BẢN XIN LỖI',
  to: `Kính gửi: Ông/Bà ${NAME}`,
  body: ['Dòng một <b>&amp;</b>', 'Dòng hai {SIGNER} \u0000\u0008'],
  signer: 'GIÁM ĐỐC',
  copies: ['- Như trên;'],
};

/** Every file of the package, as text. */
const files = (text = TEXT) =>
  new Map(Object.entries(unzipSync(docxOf(text))).map(([path, bytes]) => [path, strFromU8(bytes)]));

/** The paragraphs a reader sees, in order. @throws when the XML is not well formed. */
function paragraphsOf(xml: string): string[] {
  const lines: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => name === 'w:p' && lines.push(''));
  parser.on('text', (text) => {
    if (lines.length > 0) lines[lines.length - 1] += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return lines.filter(Boolean);
}

it('is a package whose every part is well-formed XML and is named in its types and relations', () => {
  const all = files();
  expect([...all.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/core.xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/styles.xml',
  ]);
  for (const xml of all.values()) expect(() => paragraphsOf(xml)).not.toThrow();
  for (const part of ['/word/document.xml', '/word/styles.xml', '/docProps/core.xml'])
    expect(all.get('[Content_Types].xml')).toContain(`PartName="${part}"`);
  const styles = all.get('word/styles.xml') ?? '';
  for (const [, id] of (all.get('word/document.xml') ?? '').matchAll(/<w:pStyle w:val="(\w+)"/g))
    expect(styles).toContain(`w:styleId="${id}"`);
});

it('holds the letter line by line; what looks like mark-up or a place of the template stays text', () => {
  expect(paragraphsOf(files().get('word/document.xml') ?? '')).toEqual([
    'Mẫu số 04',
    'SỞ XÂY DỰNG',
    'Số: …',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Phố Mẫu, ngày 26 tháng 11 năm 2026',
    'VĂN BẢN XIN LỖI',
    `Kính gửi: Ông/Bà ${NAME}`,
    'Dòng một <b>&amp;</b>',
    'Dòng hai {SIGNER} ',
    'Nơi nhận:',
    '- Như trên;',
    'GIÁM ĐỐC',
  ]);
});

it('the name stands in the text of the letter and in no other part', () => {
  const named = [...files()].filter(([, xml]) => xml.includes(NAME)).map(([path]) => path);
  expect(named).toEqual(['word/document.xml']);
  expect(files().get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy|created/);
});

it('the same letter is the same file, whenever it is made', () => {
  vi.useFakeTimers({ now: new Date('2026-11-26T08:00:00Z') });
  const morning = docxOf(TEXT);
  vi.setSystemTime(new Date('2027-02-03T19:30:00Z'));
  const later = docxOf(TEXT);
  vi.useRealTimers();
  expect(later).toEqual(morning);
  expect(later).not.toEqual(docxOf({ ...TEXT, signer: 'PHÓ GIÁM ĐỐC' }));
});

it('composes what was typed in pieces, and takes no style a word processor has a look of its own for', () => {
  const body = [NAME.normalize('NFD')];
  expect(paragraphsOf(files({ ...TEXT, body }).get('word/document.xml') ?? '')).toContain(NAME);
  const BUILT_IN =
    /^(Normal|Title|Subtitle|Heading ?\d?|Header|Footer|Caption|List.*|Quote|Signature|Closing|Salutation|Date)$/i;
  const names = [...(files().get('word/styles.xml') ?? '').matchAll(/<w:name w:val="([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(names.filter((name) => BUILT_IN.test(name ?? ''))).toEqual([]);
});
