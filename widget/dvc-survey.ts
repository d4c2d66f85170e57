import { button } from './button.ts';
import { earlyWords } from './early-words.ts';
import { h, set as setAttribute } from './h.ts';
import { runSurvey } from './run-survey.ts';
import { ATTRIBUTES, settingsOf } from './settings.ts';
import css from './survey.css?inline';

/** Keys pressed here look to the page as if pressed in no field: shortcuts of a portal would take letters away. */
const keep = (event: Event) => event.stopPropagation();

/**
 * `<dvc-survey>`: the survey of one dossier (`token`) or of one unit and procedure; its attributes and events are listed in
 * the guide. Each attribute is a property of the same name too. What the host puts inside the tag is shown only while this
 * script does not run.
 */
export class DvcSurvey extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #base = h('div', { part: 'base', dir: 'ltr', onkeydown: keep, onkeypress: keep });
  readonly #dialog = h('dialog', { part: 'dialog', onclose: () => this.#tell('closed') });
  readonly #survey = runSurvey(this, this.#base, (what, detail) => this.#tell(what, detail));
  #alive = new AbortController();

  connectedCallback(): void {
    this.#alive = new AbortController();
    this.#survey.listen(this.#alive.signal);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
    // What the host set before this script ran lies in front of the properties.
    const own: Record<string, unknown> = Object(this);
    for (const [name, value] of Object.entries(own)) {
      delete own[name];
      own[name] = value;
    }
    // A node that is only moved keeps what was answered.
    if (!this.#root.firstChild) this.#arrange();
  }

  disconnectedCallback(): void {
    this.#alive.abort();
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (before !== now && this.#root.firstChild) this.#arrange();
  }

  /** Opens the dialog of `mode="dialog"`; elsewhere the form is open anyway. */
  show(): void {
    if (!this.#dialog.isConnected || this.#dialog.open) return;
    this.#dialog.showModal();
    // In its turn, as the browser tells of a closing: a dialog opened again at once is not told of before it closed.
    setTimeout(() => this.#tell('opened'));
  }

  #arrange(): void {
    const settings = settingsOf(this);
    const words = earlyWords(settings);
    const dialog = settings.mode === 'dialog';
    // Where it already is it stays: what is put in anew loses the focus.
    const moves = this.#base.parentNode !== (dialog ? this.#dialog : this.#root);
    if (moves && dialog) {
      this.#dialog.replaceChildren(
        button(words.close, () => this.#dialog.close()),
        this.#base,
      );
      this.#root.replaceChildren(
        button(words.fallback, () => this.show(), { part: 'opener' }),
        this.#dialog,
      );
    } else if (moves) this.#root.replaceChildren(this.#base);
    void this.#survey.load();
  }

  #tell(what: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`dvc-survey-${what}`, { bubbles: true, composed: true, detail }));
  }
}

for (const name of ATTRIBUTES)
  if (name !== 'lang')
    Object.defineProperty(DvcSurvey.prototype, name, {
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        setAttribute(this, name, value);
      },
    });
