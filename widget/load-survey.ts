import type { Lang } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { ask, type Refused, refusedOr } from './ask.ts';
import { DEFAULT_SURVEY } from './default-survey.ts';
import { update } from './store.ts';

/** Which survey, in which version (absent = the one in force) and language; `tenant` for its words on privacy. */
export interface Wanted {
  readonly server: string;
  readonly tenant: string;
  /** Whether there is such a unit is asked along, where no token vouches for it. */
  readonly unit: string;
  readonly token: string;
  readonly id: string;
  readonly version?: number | undefined;
  readonly lang: Lang;
}

/**
 * The survey with all its words, from the server; while none answers, as an earlier visit kept it, so that whoever comes
 * back can answer all the same. Else why not.
 */
export async function loadSurvey({
  server,
  tenant,
  unit,
  token,
  id,
  version,
  lang,
}: Wanted): Promise<ServedSurvey | Refused> {
  const url = `${server}/v1/surveys/${id}?lang=${lang}${version ? `&version=${version}` : ''}&tenant=${tenant}${token ? '' : `&unit=${unit}`}`;
  const loaded = refusedOr<ServedSurvey>(await ask(url, lang));
  const kept = await update<ServedSurvey>('surveys', url, (kept) =>
    'words' in loaded ? loaded : loaded.code === 'load' ? kept : undefined,
  );
  return kept ?? loaded;
}

/** The survey that came with the script, where it is the one wanted; else as `loadSurvey`. */
export async function surveyFor(wanted: Wanted): Promise<ServedSurvey | Refused> {
  const { id, version, lang } = DEFAULT_SURVEY;
  return wanted.id === id && wanted.lang === lang && (wanted.version ?? version) === version
    ? DEFAULT_SURVEY
    : loadSurvey(wanted);
}
