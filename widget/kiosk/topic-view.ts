import { html, type TemplateResult } from 'lit';
import { UNKNOWN } from '#rules/surveys/survey.ts';
import { levelsOf } from './attract-view.ts';
import type { Kiosk } from './kiosk.ts';
import { say } from './words.ts';

/** One question more, the same after every level; the touch before can be taken back meanwhile. */
export function topicView(kiosk: Kiosk, option: string): TemplateResult {
  const { lang, left } = kiosk;
  const survey = kiosk.survey('quick');
  const label = levelsOf(kiosk).find(({ code }) => code === option)?.label ?? option;
  const topics = survey?.questions.find(({ code }) => code === 'topic')?.options ?? [];
  return html`<p class="actions">
      <strong role="status">${say(lang, 'noted', { label })}</strong>
      <button type="button" @click=${() => kiosk.undo()}>${say(lang, 'undo')}</button>
    </p>
    <h1 tabindex="-1">${survey?.words.topic}</h1>
    <p class="help">${say(lang, 'topic.optional')}</p>
    <div class="topics">
      ${topics
        .filter(({ code }) => code !== UNKNOWN)
        .map(
          ({ code }) =>
            html`<button type="button" @click=${() => kiosk.choose(code)}>${survey?.words[`topic.${code}`]}</button>`,
        )}
    </div>
    <p class="actions">
      <button type="button" class="main" @click=${() => kiosk.choose(null)}>${say(lang, 'skip')}</button>
      <span>${say(lang, 'returning', { s: left ?? 0 })}</span>
    </p>`;
}
