import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REFERENCE, withReference } from '../../widget/reference.ts';
import { ATTRIBUTES } from '../../widget/settings.ts';

const sources = readdirSync('widget')
  .filter((file) => file.endsWith('.ts') && file !== 'reference.ts')
  .map((file) => readFileSync(`widget/${file}`, 'utf8'))
  .join('\n');
const css = readFileSync('widget/survey.css', 'utf8');
const named = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
const listed = (place: keyof typeof REFERENCE) => REFERENCE[place].rows.map(({ name }) => name).sort();

it('the guide holds the tables as they are; else run npm run guide', () => {
  const guide = readFileSync('widget/README.md', 'utf8');
  for (const place of Object.keys(REFERENCE)) expect(guide).toContain(`<!-- ${place} -->`);
  expect(withReference(guide)).toBe(guide);
});

it('names every attribute the widget reads, and no other', () => {
  // `theme` is read by the style sheet alone.
  expect(listed('attributes')).toEqual([...ATTRIBUTES, 'theme'].sort());
});

it('names every event the widget sends, and no other', () => {
  const told = named(sources, /\btell\('(\w+)'/g).map((what) => `dvc-survey-${what}`);
  expect(listed('events')).toEqual(told.sort());
});

it('names every colour and part there is, and no other', () => {
  expect(listed('colors')).toEqual(named(css, /^ {2}(--dvc-[\w-]+):/gm).sort());
  expect(listed('parts')).toEqual(named(sources, /\bpart: '(\w+)'/g).sort());
});
