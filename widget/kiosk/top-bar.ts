import { html, svg, type TemplateResult } from 'lit';
import type { Kiosk } from './kiosk.ts';
import { say } from './words.ts';

const HOLD_MS = 3_000;
let holding: ReturnType<typeof setTimeout> | undefined;

/** Opens only when held, so that no citizen meets it; keys and readers of the screen cannot hold and open it at once. */
function staffButton(kiosk: Kiosk): TemplateResult {
  const release = () => clearTimeout(holding);
  return html`<button
    type="button"
    class="corner"
    aria-label=${say(kiosk.lang, 'staff')}
    @pointerdown=${() => {
      release();
      holding = setTimeout(() => kiosk.desk.open(), HOLD_MS);
    }}
    @pointerup=${release}
    @pointerleave=${release}
    @pointercancel=${release}
    @contextmenu=${(event: Event) => event.preventDefault()}
    @click=${(event: MouseEvent) => event.detail === 0 && kiosk.desk.open()}
  >
    ${svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z" /></svg>`}
  </button>`;
}

/** Where the tablet stands, language, size of text, and the way in for staff. */
export function topBar(kiosk: Kiosk, more: TemplateResult | '' = ''): TemplateResult {
  const { settings, lang, large } = kiosk;
  const other = lang === 'vi' ? 'en' : 'vi';
  return html`<header>
    <p class="place">${settings ? `${settings.counter} · ${settings.unitName}` : ''}</p>
    ${more}
    <button type="button" lang=${other} @click=${() => kiosk.speakTo(other)}>${say(lang, 'lang.other')}</button>
    <button type="button" aria-pressed=${large} @click=${() => kiosk.enlarge()}>${say(lang, 'large')}</button>
    ${staffButton(kiosk)}
  </header>`;
}
