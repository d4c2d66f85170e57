import { describe, expect, it } from 'vitest';
import type { Choice } from '#rules/choice.ts';
import { CHOICES, type Choices, choiceLabel, DEFAULT_CHOICES } from '#rules/choices.ts';
import { appraisalReplaces, indicatorsFrom, officialSource } from '#rules/official.ts';
import { countsOfficially } from '#rules/proof.ts';

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
    expect(choiceLabel('granularity', 'week' as never)).toBe('week');
  });

  it('offer two ways at least, each once', () => {
    for (const { key, values } of all) {
      expect(values.length, key).toBeGreaterThanOrEqual(2);
      expect(new Set(values.map(({ value }) => value)).size, key).toBe(values.length);
    }
  });
});

const settled = (choices: Partial<Choices>) => ({ ...DEFAULT_CHOICES, ...choices });

describe('which answers count officially', () => {
  it.each([
    ['citizen', true],
    ['portal', true],
    ['receipt', true],
    ['paper', true],
    ['officerLink', false],
    ['open', false],
  ] as const)('%s', (proof, counts) => {
    expect(countsOfficially(proof, DEFAULT_CHOICES)).toBe(counts);
    expect(countsOfficially(proof, settled({ 'citizen.evidence': 'all' }))).toBe(true);
  });
});

describe('where official values come from (Điều 14)', () => {
  it.each([
    [{}, [1, 3, 4, 7], [2], [5, 6, 8, 9]],
    [{ 'index1.source': 'system' }, [3, 4, 7], [1, 2], [5, 6, 8, 9]],
    [{ 'index2.citizen': 'count' }, [1, 2, 3, 4, 7], [], [5, 6, 8, 9]],
    [{ 'index6.source': 'dossiers' }, [1, 3, 4, 6, 7], [2], [5, 8, 9]],
  ] as const)('%j', (choices, citizen, computed, unit) => {
    const chosen = settled(choices as Partial<Choices>);
    expect((['citizen', 'computed', 'unit'] as const).map((source) => indicatorsFrom(source, chosen))).toEqual([
      citizen,
      computed,
      unit,
    ]);
    expect(officialSource(8, chosen)).toBe('unit');
  });

  it('an appraisal replaces what is declared, or everything', () => {
    const replaced = (choices: Partial<Choices>) =>
      ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).filter((id) => appraisalReplaces(id, settled(choices)));
    expect(replaced({})).toEqual([5, 6]);
    expect(replaced({ 'index6.source': 'dossiers' })).toEqual([5]);
    expect(replaced({ appraised: 'every' })).toHaveLength(9);
  });
});
