import { html, LitElement, type TemplateResult, unsafeCSS } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { attractView, levelsOf } from './attract-view.ts';
import { idleCard, invitedView, refusedView, saidView } from './brief-views.ts';
import { storageFailed } from './database.ts';
import { enrolView } from './enrol-view.ts';
import { formView } from './form-view.ts';
import css from './kiosk.css?inline';
import { Kiosk } from './kiosk.ts';
import { pinView } from './pin-view.ts';
import { whenVoices } from './speech.ts';
import { staffView } from './staff-view.ts';
import tokens from './tokens.css?inline';
import { topicView } from './topic-view.ts';
import { say } from './words.ts';

/** `<dvc-kiosk>`: the whole screen of a tablet at a counter. */
export class DvcKiosk extends LitElement {
  static override readonly styles = [unsafeCSS(tokens), unsafeCSS(css)];
  readonly kiosk = new Kiosk(() => this.requestUpdate());
  #gone = new AbortController();
  #shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const { kiosk } = this;
    const timer = setInterval(() => void kiosk.tick(), 1000);
    signal.addEventListener('abort', () => clearInterval(timer));
    for (const type of ['pointerdown', 'keydown'])
      document.addEventListener(type, () => kiosk.activity(), { signal, capture: true });
    document.addEventListener('keydown', (event) => this.#key(event), { signal });
    window.addEventListener('online', () => void kiosk.sync.online(), { signal });
    whenVoices(() => this.requestUpdate());
    void kiosk.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#gone.abort();
  }

  /** 1–3 answer as the faces do, for a keyboard or a switch. */
  #key({ key }: KeyboardEvent): void {
    const { kiosk } = this;
    const level = levelsOf(kiosk)[Number(key) - 1];
    if (level && kiosk.settings?.mode === 'quick' && !kiosk.settings.paused) void kiosk.press(level.code);
  }

  /** A screen of its own for each question: no field of the last one is used again. */
  get #name(): string {
    const { screen } = this.kiosk;
    return screen.is === 'form' ? `form ${screen.run.path.join(' ')}` : screen.is;
  }

  #view(): TemplateResult {
    const { kiosk } = this;
    const { screen, lang } = kiosk;
    switch (screen.is) {
      case 'starting':
        return html`<p role="status">${say(lang, 'starting')}</p>`;
      case 'enrol':
        return enrolView(kiosk, screen.fault, screen.busy);
      case 'attract':
        return attractView(kiosk);
      case 'topic':
        return topicView(kiosk, screen.option);
      case 'invited':
        return invitedView(kiosk, screen.handOver, screen.busy);
      case 'form':
        return formView(kiosk, screen.run, screen.busy);
      case 'said':
        return saidView(kiosk, screen.word);
      case 'refused':
        return refusedView(kiosk, screen.message);
      case 'pin':
        return pinView(kiosk, screen.digits, screen.fault, screen.busy);
      case 'staff':
        return staffView(kiosk, screen);
    }
  }

  override render(): TemplateResult {
    const { kiosk } = this;
    const staff = kiosk.screen.is === 'pin' || kiosk.screen.is === 'staff';
    return html`<main lang=${staff ? 'vi' : kiosk.lang} class=${kiosk.large ? 'large' : ''}>
      ${storageFailed() ? html`<p class="error strip" role="alert">${say(kiosk.lang, 'trouble')}</p>` : ''}
      ${keyed(this.#name, this.#view())} ${idleCard(kiosk)}
    </main>`;
  }

  override updated(): void {
    const { kiosk: id } = this.kiosk.settings ?? {};
    if (id && location.pathname !== `/kiosk/${id}`) history.replaceState(null, '', `/kiosk/${id}`);
    const name = this.#name;
    if (name === this.#shown) return;
    const first = this.#shown === '' || this.#shown === 'starting';
    this.#shown = name;
    this.renderRoot.querySelector('main')?.scrollTo(0, 0);
    // The waiting screen looks the same whoever was there before.
    if (name === 'attract') (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    else if (!first) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}
