import { expect, it } from 'vitest';
import en from '../../widget/kiosk/words.en.json' with { type: 'json' };
import vi from '../../widget/kiosk/words.vi.json' with { type: 'json' };

const blanks = (text: string) => text.match(/\{\w+\}/g)?.sort() ?? [];

it('says the same things with the same blanks in both languages, NFC, without an exclamation mark', () => {
  expect(Object.keys(en)).toEqual(Object.keys(vi));
  for (const [key, text] of Object.entries(vi)) {
    expect(blanks(en[key as keyof typeof en]), key).toEqual(blanks(text));
    for (const each of [text, en[key as keyof typeof en]]) {
      expect(each, key).toBe(each.normalize('NFC'));
      expect(each, key).not.toContain('!');
    }
  }
});
