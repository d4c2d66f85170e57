import { html, type TemplateResult } from 'lit';
import { numberedCodes } from '#rules/surveys/questions-of.ts';
import { UNKNOWN } from '#rules/surveys/survey.ts';
import { enrolForm } from './enrol-view.ts';
import { face } from './face.ts';
import type { Kiosk } from './kiosk.ts';
import { listenButton } from './listen-button.ts';
import { nextOpening } from './opening.ts';
import { topBar } from './top-bar.ts';
import { say, type WordKey } from './words.ts';

/** The levels of the quick form, in its order. */
export function levelsOf(kiosk: Kiosk): readonly { readonly code: string; readonly label: string }[] {
  const survey = kiosk.survey('quick');
  const options = survey?.questions.find(({ code }) => code === 'overall')?.options ?? [];
  return options
    .filter(({ code }) => code !== UNKNOWN)
    .map(({ code }) => ({ code, label: survey?.words[`overall.${code}`] ?? code }));
}

/** The screen that waits for somebody. */
export function attractView(kiosk: Kiosk): TemplateResult {
  const { sync, settings, lang } = kiosk;
  if (sync.wiped) return closed(kiosk, 'wiped');
  if (sync.revoked)
    return html`${closed(kiosk, 'revoked')}
      ${sync.queue ? html`<p>${say(lang, 'revoked.kept', { n: sync.queue })}</p>` : ''}
      ${enrolForm(kiosk, '', false)}`;
  if (settings?.wipe) return closed(kiosk, 'wiping', { n: sync.queue });
  if (settings?.paused) return html`${topBar(kiosk)}${closed(kiosk, 'paused')}`;
  if (!settings || !kiosk.survey('quick') || !kiosk.survey('full'))
    return html`${topBar(kiosk)}${closed(kiosk, 'unready')}
      <button type="button" class="main" @click=${() => sync.beacon()}>${say(lang, 'again')}</button>`;
  return html`${topBar(kiosk)} ${kiosk.test ? html`<p class="note">${say(lang, 'test')}</p>` : ''}
    ${settings.mode === 'quick' ? quick(kiosk) : full(kiosk)}`;
}

const closed = ({ lang }: Kiosk, word: WordKey, values: Readonly<Record<string, number>> = {}) =>
  html`<div role="status"><h1 tabindex="-1">${say(lang, word, values)}</h1></div>`;

function outside(kiosk: Kiosk): TemplateResult | '' {
  const { settings, lang, sync } = kiosk;
  if (kiosk.open || !settings) return '';
  const time = nextOpening(settings, sync.now());
  return html`<p class="note">${time ? say(lang, 'outside', { time }) : say(lang, 'outside.unknown')}</p>`;
}

function quick(kiosk: Kiosk): TemplateResult {
  const { lang } = kiosk;
  const question = kiosk.survey('quick')?.words.overall ?? '';
  const levels = levelsOf(kiosk);
  const labels = levels.map(({ label }) => label);
  return html`<h1 id="question" tabindex="-1">${question}</h1>
    ${outside(kiosk)}
    <div class="faces" role="group" aria-labelledby="question">
      ${levels.map(({ code, label }, i) => {
        const name = say(lang, 'face', { label, i: i + 1, n: levels.length });
        return html`<button type="button" class="face" aria-label=${name} @click=${() => kiosk.press(code)}>
          ${face(code)}<span>${label}</span>
        </button>`;
      })}
    </div>
    <p class="help">${say(lang, 'touch')}</p>
    <p class="actions">
      ${kiosk.open ? startButton(kiosk, 'full') : ''} ${listenButton(kiosk, [question, ...labels])}
    </p>`;
}

function full(kiosk: Kiosk): TemplateResult {
  const { words } = kiosk.survey('full') ?? {};
  return html`<h1 tabindex="-1">${words?.title}</h1>
    ${outside(kiosk)}
    <p>${words?.safe}</p>
    <p class="actions">${kiosk.open ? startButton(kiosk, 'full.start') : ''} ${listenButton(kiosk, [words?.title ?? '', words?.safe ?? ''])}</p>`;
}

function startButton(kiosk: Kiosk, word: 'full' | 'full.start'): TemplateResult {
  const survey = kiosk.survey('full');
  const n = survey ? numberedCodes(survey, 'returned').length : 0;
  const looks = word === 'full' ? '' : 'main';
  return html`<button type="button" class=${looks} @click=${() => kiosk.begin({ stage: 'returned' })}>
    ${say(kiosk.lang, word, { n })}
  </button>`;
}
