import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { served } from '#rules/surveys/served.ts';
import type { Words } from '#rules/surveys/survey.ts';
import en from '#rules/surveys/words/citizen.en.json' with { type: 'json' };
import citizen from '#rules/surveys/words/citizen.vi.json' with { type: 'json' };
import own from '#rules/surveys/words/danhgia-2026.vi.json' with { type: 'json' };
import type { ServedSurvey } from '#wire/survey.ts';

/** Read by some and not at once: present but empty, fetched when the form is first used. */
const later = (key: string): boolean => key.endsWith('.help') && key !== 'comment.help';

const { questions, ...whole } = served(danhgia2026, 'vi');
const unasked = questions.filter(({ insteadOf }) => insteadOf).map(({ code }) => code);
const words = Object.entries({ ...citizen, ...own, 'privacy.more': '' })
  .filter(([key]) => !unasked.includes(key.split('.')[0] ?? '') && !key.endsWith('@online') && !key.startsWith('reply'))
  .map(([key, text]) => [key, later(key) ? '' : text]);

/**
 * The survey nearly every page asks for, in Vietnamese: its first question waits for no request. As served, but without
 * what only the server says, what only other channels ask, and the texts that are fetched when the form is first used. The
 * build puts the value in place of this file.
 */
export const DEFAULT_SURVEY: ServedSurvey = {
  ...whole,
  questions: questions.filter(({ code }) => !unasked.includes(code)),
  words: Object.fromEntries(words),
};

/** What can be said in English before a survey has brought its words, and where none comes. */
export const EARLY_ENGLISH: Words = {
  ...{ loading: en.loading, load: en.load, again: en.again, fallback: en.fallback, close: en.close },
  'unit.unknown': en['unit.unknown'],
};
