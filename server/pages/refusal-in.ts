import type { Lang } from '#rules/surveys/survey.ts';
import type { Refusal } from '../refusal.ts';
import { fill } from './fill.ts';
import english from './refusals.en.json' with { type: 'json' };

/** What a citizen can be told, by code; a further language is one more file. A refusal carries its own Vietnamese sentence. */
const SENTENCES: Readonly<Partial<Record<Lang, Readonly<Record<string, string>>>>> = { en: english };

/** Why a citizen was refused, in `lang` where there is such a sentence, and in which language it is. */
export function refusalIn(
  { code, message, values }: Pick<Refusal, 'code' | 'message' | 'values'>,
  lang: Lang,
): { readonly text: string; readonly lang: Lang } {
  // Of a used link whose period is closed nothing can be changed any more.
  const key = code === 'token.used' && values.until === undefined ? 'token.used.closed' : code;
  const sentence = SENTENCES[lang]?.[key];
  const text = sentence && fill(sentence, values);
  // A sentence one of whose values is not told would show its name.
  return text === undefined || text.includes('{') ? { text: message, lang: 'vi' } : { text, lang };
}
