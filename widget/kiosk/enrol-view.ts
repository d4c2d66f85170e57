import { html, type TemplateResult } from 'lit';
import type { Kiosk } from './kiosk.ts';
import { say } from './words.ts';

/** Asks for the one-time code. `fault`: what the server said, or `network`. */
export function enrolForm(kiosk: Kiosk, fault: string, busy: boolean): TemplateResult {
  const { lang } = kiosk;
  const enrol = (event: SubmitEvent) => {
    event.preventDefault();
    const code = (event.target as HTMLFormElement).querySelector('input')?.value ?? '';
    if (!busy && code.trim()) void kiosk.enrol(code.trim());
  };
  return html`<form @submit=${enrol}>
    <label for="code">${say(lang, 'enrol.code')}</label>
    <input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" aria-describedby="code-help" />
    <p id="code-help" class="help">${say(lang, 'enrol.help')}</p>
    <p class="error" role="alert">${fault === 'network' ? say(lang, 'network') : fault}</p>
    <button type="submit" class="main" aria-disabled=${busy}>${say(lang, 'enrol.do')}</button>
  </form>`;
}

export function enrolView(kiosk: Kiosk, fault: string, busy: boolean): TemplateResult {
  return html`<h1 tabindex="-1">${say(kiosk.lang, 'enrol')}</h1>
    ${enrolForm(kiosk, fault, busy)}`;
}
