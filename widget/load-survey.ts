import type { Lang } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { ask } from './ask.ts';
import { BUILT_IN, type WordedSurvey } from './built-in.ts';

/** The survey `id` with its words, from the script or from the server; `null` when it did not load. */
export async function loadSurvey(
  server: string,
  id: string,
  version: number | undefined,
  lang: Lang,
): Promise<WordedSurvey | null> {
  const own = id === BUILT_IN.survey.id && (version ?? BUILT_IN.survey.version) === BUILT_IN.survey.version;
  return own && lang === BUILT_IN.lang
    ? BUILT_IN
    : fetchSurvey(server, id, own ? BUILT_IN.survey.version : version, lang);
}

/** The survey as the server words it, with the texts that are read on demand; `null` when it did not load. */
export async function fetchSurvey(
  server: string,
  id: string,
  version: number | undefined,
  lang: Lang,
): Promise<WordedSurvey | null> {
  const { status, body } = await ask(`${server}/v1/surveys/${id}?lang=${lang}${version ? `&version=${version}` : ''}`);
  if (status !== 200) return null;
  const served = body as ServedSurvey;
  // The script knows more of its own survey than is served: which option turns an answer into one of another stage.
  const own = served.id === BUILT_IN.survey.id && served.version === BUILT_IN.survey.version;
  const questions = served.questions.map((q) => ({ ...q, options: q.options.map((code) => ({ code })) }));
  return { survey: own ? BUILT_IN.survey : { ...served, questions }, words: served.words, lang };
}
