import { formatDate } from '#rules/format.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { type TextKey, text } from './text.ts';

const NAMES: Readonly<Record<string, TextKey>> = {
  'danhgia-2026': 'survey.name.danhgia',
  'nhanh-3-2026': 'survey.name.quick',
  'tt32-3': 'survey.name.tt32Three',
  'tt32-5': 'survey.name.tt32Five',
  'binh-thuan-2019': 'survey.name.binhThuan',
};

/** Name of a survey with its version and the day it is published from. */
export function surveyName({ id, version, from }: Pick<Survey, 'id' | 'version' | 'from'>): string {
  const name = NAMES[id];
  return text('survey.line', { name: name ? text(name) : id, version, from: formatDate(from) });
}
