// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { language, speak, type TextKey, text } from '../../server/admin/text.ts';
import { en } from '../../server/admin/words/en.ts';
import { vi } from '../../server/admin/words/vi.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const namesIn = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

afterEach(() => speak('vi'));

it('every text is in both languages and names the same things', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const key of Object.keys(vi) as TextKey[]) expect(namesIn(en[key]), key).toEqual(namesIn(vi[key]));
});

it('the English is English: no text is the Vietnamese one, but for what is the same in both', () => {
  const same = (Object.keys(vi) as TextKey[]).filter((key) => en[key] === vi[key] && /[À-ỹ]/.test(vi[key]));
  expect(same).toEqual(['kiosks.lang.vi']);
});

it('the page says which language it speaks', async () => {
  expect([language(), text('app.skip')]).toEqual(['vi', 'Đến nội dung chính']);
  await speak('en');
  expect([language(), document.documentElement.lang]).toEqual(['en', 'en']);
});

it('no text is taken while a module loads: it would stay in the language of that moment', () => {
  const early = filesIn('server/admin')
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^(?:export )?const \w+[^\n]*= (?:[{[]\n[\s\S]*?^[}\]]|[^\n]*;)/gm)]
        .map(([statement]) => statement)
        .filter((statement) => /\btext\(/.test(statement) && !/=>/.test(statement.split('\n')[0] ?? ''))
        .map((statement) => `${file}: ${statement.split('\n')[0]}`),
    );
  expect(early).toEqual([]);
});
