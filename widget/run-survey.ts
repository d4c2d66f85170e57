import { clientIdOf } from '#rules/client-id.ts';
import { QUEUED } from '#rules/outbox.ts';
import type { Stage, Words } from '#rules/surveys/survey.ts';
import { type Answers, isEmpty } from './answers.ts';
import type { Refused } from './ask.ts';
import { closedView } from './closed-view.ts';
import { deliverDue, dropDraft, enqueue, forget, watch } from './deliver.ts';
import { earlyWords } from './early-words.ts';
import { Form } from './form.ts';
import { formView } from './form-view.ts';
import { h, living, type View } from './h.ts';
import { loadSubject, type Subject, subjectOf } from './load-subject.ts';
import { loadSurvey, surveyFor } from './load-survey.ts';
import type { Outgoing } from './outgoing.ts';
import { type Kept, recall } from './recall.ts';
import { responseOf } from './response-of.ts';
import { sentView } from './sent-view.ts';
import { type Settings, settingsOf } from './settings.ts';
import { troubleWith } from './store.ts';
import { tellLeft } from './tell-left.ts';
import { waitingWords } from './waiting-words.ts';

/** `barred`: the host page's own policy keeps us from our server. `closed`: nothing can be answered (any more). */
type Phase = 'new' | 'loading' | 'barred' | 'closed' | 'form' | 'sent';

/**
 * Shows in `base` the survey that the attributes of `host` ask for.
 * @param tell an event without answers.
 */
export function runSurvey(host: HTMLElement, base: HTMLElement, tell: (what: string, detail?: object) => void) {
  let phase: Phase = 'new';
  let settings: Settings;
  /** The same form on the next visit. */
  let name = '';
  let subject: Subject;
  let form: Form | undefined;
  let view: View;
  let item: Outgoing | undefined;

  const words = (): Words => form?.words ?? item?.words ?? earlyWords(settings);

  function show(next: Phase, node: HTMLElement, focus?: string): void {
    const root = base.getRootNode() as ShadowRoot;
    // What changes by itself must not take the focus from the page around.
    const mayFocus = phase === 'form' || focus === 'draft' || root.activeElement;
    if (phase === 'barred') return;
    phase = next;
    if (!node.isConnected) base.replaceChildren(node);
    const target = focus && mayFocus && root.getElementById(focus);
    // A draft is found while the page still loads: its card takes the focus, not the page's place.
    if (target) (target.querySelector('input') ?? target).focus({ preventScroll: focus === 'draft' });
  }

  function showForm(focus?: string): void {
    view.update();
    show('form', view.node, focus);
  }

  function showSent(sent: Outgoing): void {
    const { test, token } = settings;
    const texts = words();
    const edit = () => {
      if (form) form.underway = false;
      showForm('title');
    };
    const close = () => {
      void dropDraft(sent);
      tell('closed');
      void load(false);
    };
    const waiting = waitingWords(texts, sent.state, troubleWith('outbox', sent.id), Date.now());
    const node = sentView({
      ...{ words: texts, item: sent, waiting: test ? [texts.test ?? ''] : waiting },
      edit: !!form && (test || sent.state.is === 'delivered') && edit,
      close: !token && close,
    });
    show('sent', node, 'title');
  }

  function shut(why: Partial<Refused>): void {
    const node = closedView(why, settings, item?.body?.unit ?? settings.unit, words(), () => void load());
    show('closed', node);
    tell('error', { code: why.code });
  }

  /** `pending`: an earlier answer to this form that is still here is shown in its place. */
  async function load(pending = true): Promise<void> {
    const mine = settingsOf(host);
    const { server, tenant, unit, procedure, stage, token, survey, told, shared } = mine;
    const before = name;
    settings = mine;
    name = [server, tenant, unit, procedure, stage, token, survey].join(' ');
    if (before === name && phase === 'sent' && pending) return;
    // Whoever answers must not learn after sending that nobody is named who could receive it.
    if (!token && !(tenant && unit)) return shut({ code: 'unit.unknown' });
    // The form stays the same: only how it is shown changes.
    const same = before === name && phase === 'form' ? form : undefined;
    if (!same) {
      item = form = undefined;
      show('loading', h('p', { class: 'loading' }, words().loading));
    }
    // A host that sets several attributes in turn gets one form: the last run shows it.
    await null;
    if (mine !== settings) return;
    const recalled = same ? ({} as Kept) : recall(name, !shared, pending);
    const said = same ? subject : subjectOf(mine);
    const lookup = token && !same ? loadSubject(mine) : said;
    // The first question waits for no disk; where it waits for the server, what the disk holds goes first.
    const paints = same || told || !token;
    const about = paints ? said : await lookup;
    if (paints || !(await recalled).item) await open(mine, about, same);
    const { item: sent, draft } = await recalled;
    if (mine !== settings) return;
    void deliverDue();
    // Sent while the disk was read.
    if (item && !same) return;
    if (sent) {
      // Its answers are not those of this form, so they are not changed here.
      form = undefined;
      return heard(sent);
    }
    if (draft && form) {
      // What was answered while the disk was read goes on too.
      form.unfinished = { ...draft, ...form.given };
      showForm('draft');
    }
    const found = await lookup;
    if (mine !== settings || phase !== 'form' || !form) return;
    // Where the page named unit and stage, this is what the link itself says.
    if ('code' in found) {
      if (found.code !== 'load') {
        if (isEmpty(form.given)) return shut(found);
        form.notice = found.message ?? '';
      }
    } else if (
      found.stage !== subject.stage ||
      (found.version && found.survey + found.version !== form.survey.id + form.survey.version)
    )
      return open(mine, found, form);
    else {
      subject = found;
      form.dossier = found.dossier;
    }
    showForm();
  }

  /** `before`: the form whose answers go on in this one. */
  async function open(mine: Settings, about: Subject | Refused, before?: Form, focus?: string): Promise<void> {
    const survey = 'code' in about ? about : await surveyFor({ ...mine, id: about.survey, version: about.version });
    if (mine !== settings || (before && phase !== 'form')) return;
    if ('code' in survey) {
      if (!before) return shut(survey);
      before.notice = before.words.load ?? '';
      return showForm('title');
    }
    const { stage, dossier } = about as Subject;
    if (!survey.stages[stage]) return shut({ code: 'load' });
    subject = about as Subject;
    const made = new Form(survey, {
      ...mine,
      ...{ draft: mine.shared ? null : name, stage, open: !mine.token },
      changed: (focus) => {
        // Texts can arrive when the form is gone already.
        if (made === form && phase === 'form') showForm(focus);
      },
      submit: (stage, given) => void submit(made, stage, given),
      complete: () => void complete(made),
      speak: (lang) => {
        settings = { ...settings, lang };
        void open(settings, subject, made, 'title');
      },
    });
    made.dossier = dossier;
    if (before) made.fillIn(before.given);
    form = made;
    view = living(() => formView(made));
    showForm(focus);
    if (!before && phase === 'form') tell('ready', { survey: survey.id, version: survey.version, stage });
  }

  async function complete(made: Form): Promise<void> {
    if (made.words['privacy.more'] || made.completing) return;
    made.completing = true;
    const loaded = await loadSurvey({ ...settings, ...made.survey });
    made.completing = false;
    if ('words' in loaded) made.survey = loaded;
    else if (loaded.code === 'unit.unknown' && phase === 'form') return shut(loaded);
    made.changed();
  }

  async function submit(made: Form, stage: Stage, given: Answers): Promise<void> {
    const { server, tenant, test } = settings;
    const id = item?.receipt ? item.id : clientIdOf(tenant, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const body = responseOf(id, settings, subject, made, stage, given);
    const mine = {
      ...item,
      ...{ id, server, form: name, words: made.words, state: QUEUED, body },
      draft: JSON.stringify(given),
      answered: Date.now(),
    };
    item = mine;
    made.underway = true;
    showForm();
    if (test) {
      void dropDraft(mine);
      showSent(mine);
      return tell('sent', { test });
    }
    await enqueue(mine);
    if (!troubleWith('outbox', id)) tell('saved', { id });
    // What follows the form moves up while the tap is still felt, not when a slow server answers.
    setTimeout(() => item === mine && showSent(mine), 200);
    await deliverDue();
  }

  function heard(told: Outgoing): void {
    const { id, state, body = item?.body } = told;
    const { issues, ...why } = (told.problem ?? {}) as Partial<Refused>;
    const wrong = issues?.filter(({ path }) => /^(answers|comment|reply)/.test(path)) ?? [];
    item = { ...told, ...(body && { body }) };
    if (state.is === 'delivered' || state.is === 'refused') void forget(id);
    if (state.is !== 'refused') showSent(item);
    else if (form && wrong.length) {
      phase = 'form';
      form.refuse(wrong, why.lang ?? 'vi');
      tell('error', { code: why.code });
    } else shut(why);
    if (state.is === 'delivered') tell('sent', { id });
  }

  /** A plain link still works where the host's policy forbids requests; one that only reports forbids nothing. */
  function refused({ blockedURI, disposition, effectiveDirective }: SecurityPolicyViolationEvent): void {
    const { server, tenant, unit, token } = settings;
    if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
    if (!blockedURI.startsWith(server)) return;
    show('barred', h('a', { href: `${server}/k/${token || `${tenant}/${unit}`}` }, words().fallback));
    tell('error', { code: 'csp' });
  }

  return {
    load,
    /** Hears of deliveries and of what the host's policy forbids, until `signal` aborts. */
    listen(signal: AbortSignal) {
      watch((one) => one.id === item?.id && heard(one), signal);
      document.addEventListener('securitypolicyviolation', refused, { signal });
      addEventListener('pagehide', () => item || tellLeft(settings, subject, form), { signal });
    },
  };
}
