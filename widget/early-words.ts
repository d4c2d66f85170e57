import type { Words } from '#rules/surveys/survey.ts';
import { DEFAULT_SURVEY, EARLY_ENGLISH } from './default-survey.ts';
import type { Settings } from './settings.ts';

/** What can be said before a survey has brought its words, and where none comes. */
export const earlyWords = ({ lang }: Pick<Settings, 'lang'>): Words =>
  lang === 'en' ? EARLY_ENGLISH : DEFAULT_SURVEY.words;
