import { html, type TemplateResult } from 'lit/html.js';
import type { Lang } from '#rules/surveys/survey.ts';
import type { Problem } from '#wire/problem.ts';
import { EARLY_WORDS } from './early-words.ts';
import type { Settings } from './settings.ts';

/**
 * Why nothing can be answered here, and the one thing that still can be done, on a page of ours. `unit`: of the answers that
 * were refused, else of the host page.
 */
export function closedView({ code, message }: Partial<Problem>, settings: Settings, unit: string, lang: Lang) {
  const { server, tenant, token } = settings;
  const words = EARLY_WORDS[lang];
  const link = (path: string, text?: string): TemplateResult | '' =>
    path && html`<p><a lang=${lang} href="${server}/k/${path}">${text}</a></p>`;
  // The server's own sentence is Vietnamese, whatever the language around it.
  return html`<p role="alert" lang=${message ? 'vi' : lang}>${message || words.load}</p>
    ${
      code === 'token.used'
        ? link(token, words.enter)
        : /^(token.(bad|expired)|period.late)$/.test(code ?? '')
          ? link(unit && `${tenant}/${unit}`, words.open)
          : ''
    }`;
}
