import { expect, it } from 'vitest';
import { PUBLIC_WORDS } from '../../server/pages/public-words.ts';

it('says the same in both languages, with the same values, and shouts in neither', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  expect(Object.keys(PUBLIC_WORDS.en)).toEqual(Object.keys(PUBLIC_WORDS.vi));
  for (const [word, text] of Object.entries(PUBLIC_WORDS.vi)) {
    const english = PUBLIC_WORDS.en[word as keyof typeof PUBLIC_WORDS.en];
    // A level is named more often in one language than in the other.
    expect([...new Set(names(english))], word).toEqual([...new Set(names(text))]);
    expect(`${text}${english}`, word).not.toContain('!');
    expect(text.normalize('NFC'), word).toBe(text);
  }
});
