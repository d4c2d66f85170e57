import { html, type TemplateResult } from 'lit';
import type { Kiosk } from './kiosk.ts';
import { canSpeak, speak } from './speech.ts';
import { say } from './words.ts';

/** Reads `lines` out; not there on a tablet without a voice for the language. */
export function listenButton({ lang }: Pick<Kiosk, 'lang'>, lines: readonly string[]): TemplateResult | '' {
  if (!canSpeak(lang)) return '';
  return html`<button type="button" @click=${() => speak(lang, lines.map((line) => (/[.?]$/.test(line) ? line : `${line}.`)).join(' '))}>${say(lang, 'listen')}</button>`;
}
