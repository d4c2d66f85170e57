import { html } from 'hono/html';
import type { Words } from '#rules/surveys/survey.ts';
import type { Markup } from './html.ts';

/** The way on for somebody whose link no longer opens: the survey of the same unit, about no dossier. */
export function openSurveyLink(tenant: string, unit: string, words: Words, lang: 'vi' | 'en'): Markup {
  const path = `/k/${encodeURIComponent(tenant)}/${encodeURIComponent(unit)}${lang === 'en' ? '?lang=en' : ''}`;
  return html`<p class="actions"><a class="button primary" href="${path}">${words.open}</a></p>`;
}
