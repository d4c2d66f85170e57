import { hidePersonalData } from '#rules/personal-data.ts';
import { numberedCodes, questionsOf, unanswered } from '#rules/surveys/questions-of.ts';
import type { Lang, Stage, Words } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { fill } from './fill.ts';
import type { Issue, Model } from './model.ts';
import type { Given } from './response-of.ts';
import { update } from './store.ts';

interface Draft {
  readonly answers: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** What a form needs to know of its place, and what it asks of it. */
export interface Place {
  /** Names the draft; `null` = keep none, the device is shared. */
  readonly draft: string | null;
  readonly stage: Stage;
  readonly open: boolean;
  readonly test: boolean;
  readonly dossier: string;
  /** Shows the form again, then moves focus to the element with this id. */
  changed(focus?: string): void;
  submit(given: Given): void;
  /** The same survey in `lang`; `undefined` when it did not load. */
  fetch(lang: Lang): Promise<ServedSurvey | undefined>;
}

/** Answers being given. Nothing is preselected; every change is kept as a draft on this device. */
export class Form implements Model {
  declare survey: ServedSurvey;
  declare readonly stage: Stage;
  declare readonly open: boolean;
  declare readonly test: boolean;
  answers: Readonly<Record<string, string>> = {};
  comment = '';
  issues: readonly Issue[] = [];
  notice = '';
  sending = false;
  draft = false;
  readonly #place: Place;
  #unfinished?: Draft;

  constructor(survey: ServedSurvey, place: Place) {
    this.#place = place;
    const { stage, open, test } = place;
    Object.assign(this, { survey, stage, open, test });
  }

  get words(): Words {
    return this.survey.words;
  }

  get lang(): Lang {
    return this.survey.lang;
  }

  get intro(): string {
    const { dossier: code, stage } = this.#place;
    const n = numberedCodes(this.survey, stage).length;
    return fill(this.words, code ? 'intro' : 'intro.open', { n, code });
  }

  /** Looks for unfinished answers; the person decides whether to take them up. */
  async recall(): Promise<void> {
    const { draft } = this.#place;
    if (draft) this.#unfinished = await update<Draft>('drafts', draft, (kept) => kept);
    this.draft = !!this.#unfinished;
  }

  resume(keep: boolean): void {
    const { answers = {}, comment = '' } = (keep && this.#unfinished) || {};
    // An option that is gone since is left out rather than sent.
    const known = Object.entries(answers).filter(([code, option]) =>
      this.survey.questions.some((q) => q.code === code && q.options.some((o) => o.code === option)),
    );
    this.fillIn(Object.fromEntries(known), comment);
    this.#keep();
    this.#place.changed('title');
  }

  fillIn(answers: Readonly<Record<string, string>>, comment: string): void {
    Object.assign(this, { answers, comment, draft: false, issues: [], notice: '' });
  }

  choose(question: string, option: string): void {
    const rest = Object.entries(this.answers).filter(
      ([code]) => this.survey.questions.find((q) => q.code === code)?.followUp?.of !== question,
    );
    this.answers = { ...Object.fromEntries(rest), [question]: option };
    this.issues = this.issues.filter((i) => i.question !== question);
    this.draft = false;
    this.#keep();
    this.#place.changed();
  }

  write(comment: string): void {
    this.comment = comment;
    this.#keep();
    this.#place.changed();
  }

  async speak(lang: Lang): Promise<void> {
    const survey = await this.#place.fetch(lang);
    if (survey) Object.assign(this, { survey, notice: '', issues: [] });
    else this.notice = this.words.load ?? '';
    this.#place.changed('title');
  }

  go(question: string): void {
    this.#place.changed(question);
  }

  send(): void {
    if (this.sending) return;
    const becomes = this.survey.questions.flatMap(
      (q) => q.options.find((o) => o.code === this.answers[q.code])?.becomes ?? [],
    );
    const stage = becomes[0] ?? this.stage;
    const asked = questionsOf(this.survey, stage).map((q) => q.code);
    const answers = Object.fromEntries(Object.entries(this.answers).filter(([code]) => asked.includes(code)));
    const numbered = numberedCodes(this.survey, stage);
    this.refuse(
      unanswered(this.survey, stage, answers).map(({ code }) => ({
        path: code,
        message: fill(this.words, 'answer.required', { i: numbered.indexOf(code) + 1 }),
      })),
    );
    const { text, hidden } = hidePersonalData(this.comment, (kind) => this.words[`scrub.${kind}`] ?? '');
    if (this.issues.length) this.#place.changed('summary');
    else if (hidden) {
      this.comment = text;
      this.notice = fill(this.words, 'comment.scrubbed', { n: hidden });
      this.#keep();
      this.#place.changed('comment');
    } else this.#place.submit({ stage, answers, comment: text.trim() });
  }

  /** Marks the questions named by paths such as `answers.q3`; the answers stay. */
  refuse(issues: readonly { readonly path: string; readonly message: string }[], lang = this.lang): void {
    this.issues = issues.map(({ path, message }) => ({ question: path.replace('answers.', ''), message, lang }));
    this.sending = false;
    this.notice = '';
  }

  #keep(): void {
    const { draft } = this.#place;
    const { answers, comment } = this;
    const empty = !comment && !Object.keys(answers).length;
    if (draft) void update<Draft>('drafts', draft, () => (empty ? undefined : { answers, comment }));
  }
}
