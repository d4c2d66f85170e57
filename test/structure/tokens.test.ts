import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Four programs carry the tokens of the one list, for none may import another's style. */
const FILES = [
  'server/pages/style/tokens.css',
  'extension/ui/tokens.css',
  'widget/survey.css',
  'widget/kiosk/tokens.css',
];

/** Token → every value the file gives it (light, dark, high contrast), without order or case. */
function tokensOf(file: string): Map<string, Set<string>> {
  const tokens = new Map<string, Set<string>>();
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  // One colour, or the two of `light-dark()`.
  for (const [, name = '', values = ''] of text.matchAll(
    /(--(?:dvc|st|se|lv)-[a-z0-9-]+)\s*:\s*(#[0-9a-fA-F]{3,6}\b|light-dark\([^)]*\))/g,
  ))
    for (const [value] of values.matchAll(/#\w+/g)) {
      const short = value.toLowerCase();
      const long = short.length === 4 ? `#${[...short.slice(1)].map((c) => c + c).join('')}` : short;
      tokens.set(name, (tokens.get(name) ?? new Set()).add(long));
    }
  return tokens;
}

test.each(FILES.slice(1))('%s gives no colour of its own to a token of the list', (file) => {
  const list = tokensOf(FILES[0] ?? '');
  const faults = [...tokensOf(file)].flatMap(([name, values]) =>
    [...values].filter((value) => list.has(name) && !list.get(name)?.has(value)).map((value) => `${name}: ${value}`),
  );
  expect(list.size).toBeGreaterThan(20);
  expect(tokensOf(file).size).toBeGreaterThan(10);
  expect(faults).toEqual([]);
});
