import { html, type TemplateResult } from 'lit';
import { numberedCodes } from '#rules/surveys/questions-of.ts';
import type { HandOver } from '#wire/kiosk.ts';
import type { Kiosk } from './kiosk.ts';
import { topBar } from './top-bar.ts';
import { say, type WordKey } from './words.ts';

/** What became of a touch or a form; the next person need not wait for it to go. */
export function saidView(kiosk: Kiosk, word: WordKey): TemplateResult {
  const { lang, left } = kiosk;
  return html`<div role="status"><h1 tabindex="-1">${say(lang, word)}</h1></div>
    ${onward(kiosk)}
    <p class="help">${say(lang, 'returning', { s: left ?? 0 })}</p>`;
}

export function refusedView(kiosk: Kiosk, message: string): TemplateResult {
  const { lang } = kiosk;
  return html`<div role="status"><h1 tabindex="-1" lang=${message ? 'vi' : lang}>${message || say(lang, 'network')}</h1></div>
    ${onward(kiosk)}`;
}

const onward = (kiosk: Kiosk) =>
  html`<button type="button" class="main" @click=${() => kiosk.reset()}>${say(kiosk.lang, 'next.person')}</button>`;

/** A dossier the counter handed over, by its last characters alone. */
export function invitedView(kiosk: Kiosk, { tail, stage }: HandOver, busy: boolean): TemplateResult {
  const { lang, left } = kiosk;
  const survey = kiosk.survey('full');
  const n = survey ? numberedCodes(survey, stage).length : 0;
  return html`${topBar(kiosk)}
    <h1 tabindex="-1">${say(lang, 'invited', { tail })}</h1>
    <p>${say(lang, 'invited.help', { n })}</p>
    <p>${survey?.words.safe}</p>
    <p class="actions">
      <button type="button" class="main" aria-disabled=${busy} @click=${() => kiosk.accept()}>${say(lang, 'begin')}</button>
      <button type="button" @click=${() => kiosk.decline()}>${say(lang, 'decline')}</button>
    </p>
    <p class="help">${say(lang, 'returning', { s: left ?? 0 })}</p>`;
}

/** Over a form nobody touches any more. */
export function idleCard(kiosk: Kiosk): TemplateResult | '' {
  const { lang, left, warning } = kiosk;
  if (!warning) return '';
  return html`<div class="idle" role="alertdialog" aria-labelledby="idle" aria-describedby="idle-effect">
    <h2 id="idle">${say(lang, 'idle')}</h2>
    <p id="idle-effect">${say(lang, 'idle.effect', { s: left ?? 0 })}</p>
    <p class="actions">
      <button type="button" class="main" @click=${() => kiosk.activity()}>${say(lang, 'idle.stay')}</button>
      <button type="button" @click=${() => kiosk.reset()}>${say(lang, 'idle.leave')}</button>
    </p>
  </div>`;
}
