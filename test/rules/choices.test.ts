import { describe, expect, it } from 'vitest';
import type { Choice } from '#rules/choice.ts';
import { CHOICES, choiceLabel, DEFAULT_CHOICES } from '#rules/choices.ts';

describe('named choices', () => {
  const all: readonly Choice[] = CHOICES;

  it('each has its own key, a default among its values, a reason and an article', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    for (const choice of all) {
      expect(
        choice.values.map(({ value }) => value),
        choice.key,
      ).toContain(choice.default);
      expect(choice.reason, choice.key).toMatch(/^\p{Lu}.*\.$/u);
      expect(choice.cite.article, choice.key).toBeDefined();
    }
  });

  it('hold what the text leaves open', () => {
    expect(DEFAULT_CHOICES).toMatchObject({
      'index1.source': 'survey',
      'index3.fault': 'drop',
      'index4.reading': 'circular',
      'index7.scale': 'law',
      'index7.lateNoPetition': 'zero',
      'index9.gap': 'one',
      compareWith: 'promised',
      granularity: 'day',
      clockAfterSupplement: 'restart',
      gradeAsIs: 'no',
    });
  });

  it('are printed in words', () => {
    expect(choiceLabel('granularity', 'halfDay')).toBe('theo buổi');
  });
});
