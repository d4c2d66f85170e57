import type { IsoDate } from '#rules/law.ts';
import { SURVEYS } from '#rules/surveys/index.ts';
import type { Survey } from '#rules/surveys/survey.ts';

/** The newest version of survey `id` published by day `on`, or `null`. */
export function surveyOn(id: string, on: IsoDate): Survey | null {
  const published = SURVEYS.filter((s) => s.id === id && s.from <= on);
  return published.sort((a, b) => b.version - a.version)[0] ?? null;
}
