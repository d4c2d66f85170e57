import type { Lang, Words } from '#rules/surveys/survey.ts';
import * as en from '#rules/surveys/words/citizen.en.json' with { type: 'json' };
import * as vi from '#rules/surveys/words/citizen.vi.json' with { type: 'json' };

/** What can be said before a survey has brought its words, and where none comes. By name, or the build keeps every word. */
export const EARLY_WORDS: Readonly<Record<Lang, Words>> = {
  vi: { loading: vi.loading, load: vi.load, again: vi.again, fallback: vi.fallback, open: vi.open, enter: vi.enter },
  en: { loading: en.loading, load: en.load, again: en.again, fallback: en.fallback, open: en.open, enter: en.enter },
};
