import { findSurvey, SURVEYS } from '#rules/surveys/index.ts';
import { numberedCodes } from '#rules/surveys/questions-of.ts';
import type { Question, Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';

const OF_FORM = 'Số phiếu theo mẫu';

/** Every version that is printed on paper: one that asks at no stage is not. */
export const PAPER_SURVEYS: readonly Survey[] = SURVEYS.filter(
  (survey: Survey) => Object.keys(survey.stages).length > 0,
);

/** A question as the header of its column: the number and words of the sheet, and the code, which no other question has. */
export function questionHeader(survey: Survey, { code }: Question): string {
  const number = numberedCodes(survey, 'returned').indexOf(code) + 1;
  return `${number > 0 ? `${number}. ` : ''}${wordsOf(survey, 'vi')[code] ?? ''} [${code}]`;
}

/** The header over the numbers of sheets names the survey all of them are of: nobody types it row by row. */
export function formHeader({ id, version }: Survey): string {
  return `${OF_FORM} ${id}/${version}`;
}

/** The survey a header over the numbers of sheets names, `null` when it names none. */
export function surveyOfHeader(header: string | null): Survey | null {
  const [, id, version] = /^.* ([\w-]+)\/(\d+)$/.exec(header?.startsWith(OF_FORM) ? header.trim() : '') ?? [];
  return id === undefined ? null : findSurvey(id, Number(version));
}
