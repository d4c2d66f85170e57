import type { Lang } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import en from './words.en.json' with { type: 'json' };
import vi from './words.vi.json' with { type: 'json' };

export type WordKey = keyof typeof vi;
const WORDS: Readonly<Record<Lang, Readonly<Record<WordKey, string>>>> = { vi, en };

/** What the kiosk itself says; questions and options come with the survey. */
export function say(lang: Lang, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(WORDS[lang][key], values);
}
