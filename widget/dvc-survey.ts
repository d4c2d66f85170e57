import { html, render, type TemplateResult } from 'lit/html.js';
import { clientId } from '#rules/client-id.ts';
import { QUEUED } from '#rules/outbox.ts';
import type { Words } from '#rules/surveys/survey.ts';
import type { Problem } from '#wire/problem.ts';
import { button } from './button.ts';
import { closedView } from './closed-view.ts';
import { deliverDue, enqueue, forget, watch } from './deliver.ts';
import { EARLY_WORDS } from './early-words.ts';
import { Form } from './form.ts';
import { formView } from './form-view.ts';
import { loadSubject, type Subject } from './load-subject.ts';
import { loadSurvey } from './load-survey.ts';
import type { Outgoing } from './outgoing.ts';
import { type Given, responseOf } from './response-of.ts';
import { sentView } from './sent-view.ts';
import { ATTRIBUTES, type Settings, settingsOf } from './settings.ts';
import { all, troubleWith, update } from './store.ts';
import css from './survey.css?inline';
import { waitingWords } from './waiting-words.ts';

/** `barred`: the host page's own policy keeps us from our server. `closed`: the link opens nothing (any more). */
type Phase = 'new' | 'loading' | 'failed' | 'barred' | 'closed' | 'form' | 'sent';

/**
 * `<dvc-survey server tenant unit procedure stage token survey lang theme test shared>`: the survey of one dossier
 * (`token`) or of one unit and procedure. Events `dvc-survey-ready`, `-sent`, `-error` bubble out of shadow trees and carry
 * no answers. What the host puts inside the tag is shown only while this script does not run.
 */
export class DvcSurvey extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  readonly #root = this.attachShadow({ mode: 'open' });
  #phase: Phase = 'new';
  #alive = new AbortController();
  #settings!: Settings;
  #form?: Form;
  #item?: Outgoing;
  /** Why the link is closed. */
  #problem: Partial<Problem> = {};
  #copied = false;

  connectedCallback(): void {
    this.#alive = new AbortController();
    const { signal } = this.#alive;
    watch((item) => item.id === this.#item?.id && this.#heard(item), signal);
    document.addEventListener('securitypolicyviolation', (event) => this.#refused(event), { signal });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
    // A node that is only moved keeps what was answered.
    if (this.#phase === 'new') void this.#load();
  }

  disconnectedCallback(): void {
    this.#alive.abort();
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.#phase !== 'new' && before !== now) void this.#load();
  }

  /** `pending`: an earlier answer to this form that is still here is shown in its place. */
  async #load(pending = true): Promise<void> {
    const settings = settingsOf(this);
    this.#settings = settings;
    this.#item = undefined;
    this.#form = undefined;
    this.#copied = false;
    this.#show('loading');
    const [subject, items] = await Promise.all([loadSubject(settings), all<Outgoing>('outbox')]);
    // The host may have changed an attribute meanwhile; then the later run shows the form.
    if (settings !== this.#settings) return;
    void deliverDue();
    const item = pending && items.find((i) => i.form === this.#name);
    if (item) this.#heard(item);
    else if (!subject) this.#fail('failed', 'load');
    else if ('message' in subject) this.#close(subject);
    else await this.#open(settings, subject);
  }

  async #open(settings: Settings, subject: Subject): Promise<void> {
    const { server, token, lang } = settings;
    const { stage, dossier } = subject;
    const survey = await loadSurvey(server, subject.survey, subject.version, lang);
    if (settings !== this.#settings) return;
    if (!survey?.stages[stage]) {
      this.#fail('failed', 'load');
      return;
    }
    const { id, version } = survey;
    const form = new Form(survey, {
      draft: settings.shared ? null : this.#name,
      stage,
      open: !token,
      test: settings.test,
      dossier,
      changed: (focus) => {
        // Texts can arrive when the form is gone already.
        if (form === this.#form) this.#show(this.#phase, focus);
      },
      submit: (given) => void this.#submit(form, subject, given),
      fetch: (to) => loadSurvey(server, id, version, to),
    });
    await form.recall();
    if (settings !== this.#settings || this.#phase === 'barred') return;
    this.#form = form;
    this.#show('form', form.draft ? 'draft' : undefined);
    this.#tell('ready', { survey: id, version, stage });
  }

  get #words(): Words {
    return this.#form?.words ?? this.#item?.words ?? EARLY_WORDS[this.#settings.lang];
  }

  /** The same form on the next visit. */
  get #name(): string {
    const { server, tenant, unit, procedure, stage, token, survey } = this.#settings;
    return [server, tenant, unit, procedure, stage, token, survey].join(' ');
  }

  async #submit(form: Form, subject: Subject, given: Given): Promise<void> {
    const { server, tenant, token, test } = this.#settings;
    const { words } = form;
    const change = this.#item?.receipt ? this.#item : undefined;
    const id = change?.id ?? clientId(tenant, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const body = responseOf(id, token, subject, form, given);
    this.#item = { ...change, id, server, form: this.#name, words, state: QUEUED, body, answered: Date.now() };
    form.sending = true;
    this.#show('form');
    if (test) {
      this.#drop();
      this.#show('sent', 'title');
      this.#tell('sent', { test });
      return;
    }
    await enqueue(this.#item);
    await deliverDue();
  }

  #heard(heard: Outgoing): void {
    const item = { ...heard, body: heard.body ?? this.#item?.body };
    this.#item = item;
    if (this.#form) this.#form.sending = false;
    const { is } = item.state;
    if (is === 'delivered' || is === 'refused') void forget(item.id);
    if (is === 'refused') this.#rejected((item.problem ?? {}) as Partial<Problem>);
    else this.#show('sent', 'title');
    if (is === 'delivered') this.#tell('sent', { id: item.id });
  }

  #rejected(problem: Partial<Problem>): void {
    const issues = problem.issues?.filter(({ path }) => /^(answers|comment)/.test(path)) ?? [];
    if (!this.#form || !issues.length) this.#close(problem);
    else {
      this.#form.refuse(issues, 'vi');
      this.#show('form', 'summary');
      this.#tell('error', { code: problem.code });
    }
  }

  #close(problem: Partial<Problem>): void {
    this.#problem = problem;
    this.#fail('closed', problem.code ?? '');
  }

  #fail(phase: 'failed' | 'closed' | 'barred', code: string): void {
    if (this.#phase !== 'barred') this.#show(phase);
    this.#tell('error', { code });
  }

  /** A plain link still works where the host's policy forbids requests; one that only reports forbids nothing. */
  #refused({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void {
    const { origin } = new URL(this.#settings.server);
    if (disposition === 'enforce' && effectiveDirective === 'connect-src' && blockedURI.startsWith(origin))
      this.#fail('barred', 'csp');
  }

  #show(phase: Phase, focus?: string): void {
    this.#phase = phase;
    render(this.#view(), this.#root);
    const target = focus && this.#root.getElementById(focus);
    // A draft is found while the page still loads: its card takes the focus, not the page's place.
    if (target) (target.querySelector('input') ?? target).focus({ preventScroll: focus === 'draft' });
  }

  #view(): TemplateResult {
    const words = this.#words;
    const { test, token, server, tenant, unit } = this.#settings;
    const form = this.#form;
    const item = this.#item;
    const phase = this.#phase;
    const reload = () => void this.#load();
    if (phase === 'form' && form) return formView(form);
    if (phase === 'sent' && item)
      return sentView({
        words,
        item,
        waiting: test
          ? [words.test ?? '']
          : waitingWords(words, item.state, troubleWith('outbox', item.id), Date.now()),
        copied: this.#copied,
        edit: form && (test || item.state.is === 'delivered') ? () => this.#edit(form) : '',
        close: token
          ? ''
          : () => {
              this.#drop();
              void this.#load(false);
            },
        copy: () => this.#copy(),
      });
    if (phase === 'barred') return html`<a href="${server}/k/${token || `${tenant}/${unit}`}">${words.fallback}</a>`;
    if (phase === 'closed')
      return closedView(this.#problem, this.#settings, item?.body?.unit ?? unit, form?.lang ?? this.#settings.lang);
    if (phase === 'failed') return html`<p role="alert">${words.load}</p>${button(words.again, reload)}`;
    return html`<p class="loading" role="status">${words.loading}</p>`;
  }

  /** These answers are not taken up again. */
  #drop(): void {
    void update('drafts', this.#name, () => undefined);
  }

  #copy(): void {
    (this.#root.getElementById('receipt') as HTMLInputElement).select();
    // The clipboard interface needs HTTPS, which a counter's intranet page may not have.
    this.#copied = document.execCommand('copy');
    this.#show('sent');
  }

  #edit(form: Form): void {
    const { answers = {}, comment = '' } = this.#item?.body ?? {};
    form.fillIn(answers, comment);
    form.sending = false;
    this.#show('form', 'title');
  }

  #tell(what: 'ready' | 'sent' | 'error', detail: object): void {
    this.dispatchEvent(new CustomEvent(`dvc-survey-${what}`, { bubbles: true, composed: true, detail }));
  }
}
