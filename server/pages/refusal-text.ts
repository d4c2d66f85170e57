import { html } from 'hono/html';
import type { Lang } from '#rules/surveys/survey.ts';
import type { Refusal } from '../refusal.ts';
import type { Markup } from './html.ts';
import { refusalIn } from './refusal-in.ts';

/** Why a citizen was refused, in `lang`; what has no sentence in it stays Vietnamese and is marked as such. */
export function refusalText(refusal: Refusal, lang: Lang): Markup | string {
  const said = refusalIn(refusal, lang);
  return said.lang === lang ? said.text : html`<span lang="${said.lang}">${said.text}</span>`;
}
