import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#rules/calendar/date.ts';
import { CHOICES } from '#rules/choices.ts';
import { KEY_WORDS } from './case-words.ts';
import { CASE_GROUPS } from './cases/index.ts';

for (const { title, cases, run } of CASE_GROUPS)
  describe(title, () => {
    it.each(cases)('$name', ({ given, on, expect: expected }) => {
      expect(run(given as never, on)).toEqual(expected);
    });
  });

describe('the cases as a lawyer reads them', () => {
  const all = CASE_GROUPS.flatMap(({ title, cases }) => cases.map((each) => ({ title, ...each })));

  it('are many, and each group has its own title', () => {
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(CASE_GROUPS.map(({ title }) => title)).size).toBe(CASE_GROUPS.length);
  });

  it('are each told once, on a day that exists, with what they follow from', () => {
    const told = all.map(({ title, name }) => `${title}: ${name}`);
    expect(told.filter((each, i) => told.indexOf(each) !== i)).toEqual([]);
    for (const { name, on, article } of all) {
      expect(name).toMatch(/\p{L}/u);
      expect(isIsoDate(on)).toBe(true);
      expect(article.length).toBeGreaterThan(3);
    }
  });

  it('have a Vietnamese word for every name of a fact', () => {
    const named = new Set<string>([...Object.keys(KEY_WORDS), ...CHOICES.map(({ key }) => key)]);
    const missing = new Set<string>();
    const look = (value: unknown) => {
      if (Array.isArray(value)) return value.forEach(look);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        // Answers are printed in the words of their form, numbers and Vietnamese names as they are.
        if (!named.has(key) && !/^[\d.]|^\p{Lu}|[^\x20-\x7e]/u.test(key)) missing.add(key);
        if (key !== 'answers') look(inner);
      }
    };
    for (const { given, expect: expected } of all) look([given, expected]);
    expect([...missing], 'Enter it in test/rules/case-words.ts.').toEqual([]);
  });
});
