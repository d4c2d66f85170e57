import type { Lang } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { ask } from './ask.ts';
import { update } from './store.ts';

/**
 * The survey `id` with all its words in `lang`. While no server answers: as an earlier visit kept it, so that whoever comes
 * back can answer all the same. `undefined` when it did not load.
 */
export async function loadSurvey(
  server: string,
  id: string,
  version: number | undefined,
  lang: Lang,
): Promise<ServedSurvey | undefined> {
  const url = `${server}/v1/surveys/${id}?lang=${lang}${version ? `&version=${version}` : ''}`;
  const { status, body } = await ask(url);
  const withdrawn = status === 404 || status === 410;
  return update<ServedSurvey>('surveys', url, (kept) =>
    status === 200 ? (body as ServedSurvey) : withdrawn ? undefined : kept,
  );
}
