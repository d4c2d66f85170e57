import { html, type TemplateResult } from 'lit';
import { fill } from './fill.ts';
import type { Kiosk } from './kiosk.ts';
import { STAFF_WORDS as WORDS } from './staff-words.ts';

const DIGITS = '1234567890'.split('');

/** Keys of its own: a field would offer to remember the PIN. */
export function pinView(kiosk: Kiosk, digits: string, fault: string, busy: boolean): TemplateResult {
  const { desk } = kiosk;
  return html`<h1 tabindex="-1">${WORDS.title}</h1>
    <p role="status" aria-label=${fill(WORDS.pin, { n: digits.length })}>${digits ? '● '.repeat(digits.length) : '–'}</p>
    <p class="error" role="alert">${fault}</p>
    <div class="keys">
      ${DIGITS.map((digit) => html`<button type="button" @click=${() => desk.digit(digit)}>${digit}</button>`)}
      <button type="button" @click=${() => desk.digit('')}>${WORDS.erase}</button>
      <button type="button" class="main" aria-disabled=${busy || digits.length < 4} @click=${() => desk.enter()}>
        ${WORDS.enter}
      </button>
    </div>
    <p class="actions"><button type="button" @click=${() => kiosk.reset()}>${WORDS.cancel}</button></p>`;
}
