import { expect, it } from 'vitest';
import { CHOICES } from '#rules/choices.ts';
import { CASE_GROUPS } from './cases/index.ts';

/** What is given without `key`, so that cases that differ by one choice are alike. */
function without(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, key));
  if (typeof value !== 'object' || value === null) return value;
  const rest = Object.entries(value)
    .filter(([name]) => name !== key)
    .map(([name, each]) => [name, without(each, key)] as const)
    .filter(([name, each]) => name !== 'choices' || Object.keys(each as object).length > 0);
  return Object.fromEntries(rest);
}

/** The way in which `key` is settled somewhere in `value`. */
function settled(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    if (name === key && typeof each === 'string') return each;
    const deeper = settled(each, key);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** Ways of `key` that made a difference to the same facts on the same day. */
function tried(key: string, usual: string): Set<string> {
  const found = new Set<string>();
  for (const { cases } of CASE_GROUPS) {
    const alike = new Map<string, Map<string, string>>();
    for (const { given, on, expect: expected } of cases) {
      const facts = JSON.stringify([on, without(given, key)]);
      const ways = alike.get(facts) ?? new Map<string, string>();
      alike.set(facts, ways.set(settled(given, key) ?? usual, JSON.stringify(expected)));
    }
    for (const ways of alike.values())
      if (new Set(ways.values()).size > 1) for (const way of ways.keys()) found.add(way);
  }
  return found;
}

it.each(CHOICES)('$key: cases tell each way apart on the same facts', ({ key, values, default: usual }) => {
  const ways = tried(key, usual);
  expect(values.map(({ value }) => value).filter((value) => !ways.has(value))).toEqual([]);
});
