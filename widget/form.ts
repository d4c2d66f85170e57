import { hidePersonalData } from '#rules/personal-data.ts';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import type { Lang, Question, Stage, Words } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { type Answers, type Issue, isEmpty } from './answers.ts';
import { fill } from './fill.ts';
import { update } from './store.ts';

/** What a form needs to know of its place, and what it asks of it. */
export interface Place {
  /** Names the draft; `null` = keep none, the device is shared. */
  readonly draft: string | null;
  readonly stage: Stage;
  /** No dossier stands behind the answers. */
  readonly open: boolean;
  readonly test: boolean;
  /** One question at a time. */
  readonly steps: boolean;
  /** Brings what is shown to the state of the form, then moves focus to the element with this id. */
  changed(focus?: string): void;
  /** `stage`: an option can make the answers those of another stage than the form asked for. */
  submit(stage: Stage, answers: Answers): void;
  /** Fetches the words that did not come with the script, when somebody begins to use the form. */
  complete(): void;
  /** Shows the same survey in another language. */
  speak(lang: Lang): void;
}

/** Answers being given. Nothing is preselected; every change is kept as a draft on this device. */
export class Form implements Place {
  declare readonly draft: Place['draft'];
  declare readonly stage: Stage;
  declare readonly open: boolean;
  declare readonly test: boolean;
  declare readonly steps: boolean;
  declare readonly changed: Place['changed'];
  declare readonly submit: Place['submit'];
  declare readonly complete: Place['complete'];
  declare readonly speak: Place['speak'];
  survey: ServedSurvey;
  given: Answers = {};
  issues: readonly Issue[] = [];
  /** A sentence above the send button. */
  notice = '';
  /** The dossier asked about, once it is known. */
  dossier = '';
  underway = false;
  completing = false;
  /** When the first answer was given here; nothing yet for answers of an earlier visit. */
  declare begun: number;
  /** Where a form stands that goes one question at a time: each numbered one, the comment, then all of them once more. */
  page = 0;
  /** Unfinished answers that wait for "continue" or "start again". */
  unfinished: Answers | undefined;

  readonly questions: readonly Question[];
  /** Codes of the numbered questions, in order. */
  readonly numbered: readonly string[];

  constructor(survey: ServedSurvey, place: Place) {
    Object.assign(this, place);
    this.survey = survey;
    this.questions = questionsOf(survey, place.stage);
    this.numbered = numberedCodes(survey, place.stage);
  }

  get words(): Words {
    return this.survey.words;
  }

  /** Whether what was answered makes the form ask if a reply is wanted. */
  get asksReply(): boolean {
    return !!this.survey.reply?.some(({ question, when }) => when.includes(this.given[question] ?? ''));
  }

  /** `given` takes the place of all answers so far. */
  fillIn(given: Answers): void {
    Object.assign(this, { given, issues: [], notice: '', underway: false, page: 0, unfinished: undefined });
  }

  resume(given: Answers = {}): void {
    this.fillIn(given);
    this.complete();
    this.#keep('title');
  }

  /** Takes one answer; a follow-up of the question starts anew. */
  give(question: string, answer: string): void {
    this.begun ??= Date.now();
    const given: Record<string, string> = { ...this.given, [question]: answer };
    for (const { code, followUp } of this.questions) if (followUp?.of === question) delete given[code];
    this.given = given;
    this.issues = this.issues.filter((i) => i.question !== question);
    this.unfinished = undefined;
    this.#keep();
    this.complete();
  }

  /** To another page of a form that goes one question at a time; not past a question that needs an answer. */
  turn(by: number): void {
    if (by > 0 && this.#lacks(this.stage, this.numbered[this.page])) return;
    this.page += by;
    const first = this.questions.find((q) => this.pageOf(q) === this.page);
    this.changed(first ? `${first.code}-title` : 'title');
  }

  /** To one question. */
  go(question: string): void {
    const found = this.questions.find((q) => q.code === question);
    if (found) this.page = this.pageOf(found);
    this.changed(question);
  }

  /** A follow-up stands below its parent, what carries no number after all others. */
  pageOf({ code, followUp }: Question): number {
    const { numbered } = this;
    const at = numbered.indexOf(followUp?.of ?? code);
    return at < 0 ? numbered.length : at;
  }

  send(): void {
    const { survey, given } = this;
    const [stage = this.stage] = survey.questions.flatMap(({ code, options }) =>
      options.flatMap((option) => (option.code === given[code] && option.becomes) || []),
    );
    if (this.underway || this.#lacks(stage)) return;
    const { text, hidden } = hidePersonalData(given.comment ?? '', (kind) => this.words[`scrub.${kind}`] ?? '');
    this.notice = hidden ? fill(this.words, 'comment.scrubbed', { n: hidden }) : '';
    if (hidden) {
      this.given = { ...given, comment: text };
      this.page = this.numbered.length;
      this.#keep('comment');
    } else this.submit(stage, given);
  }

  /** Marks the questions named by paths such as `answers.q3`; the answers stay. */
  refuse(issues: readonly { readonly path: string; readonly message: string }[], lang: Lang): void {
    this.issues = issues.map(({ path, message }) => ({ question: path.replace('answers.', ''), message, lang }));
    this.underway = false;
    this.notice = '';
    this.changed('summary');
  }

  /** Says so where a required question of `stage`, or this one of them, has no answer. */
  #lacks(stage: Stage, only?: string): boolean {
    const { survey, given, words } = this;
    const codes = numberedCodes(survey, stage);
    const issues = questionsOf(survey, stage)
      .filter(({ code, required }) => required && !given[code] && (!only || only === code))
      .map(({ code }) => ({
        path: code,
        message: fill(words, 'answer.required', { i: codes.indexOf(code) + 1 }),
      }));
    if (issues.length) this.refuse(issues, survey.lang);
    return issues.length > 0;
  }

  #keep(focus?: string): void {
    const { given } = this;
    const { draft } = this;
    if (draft) void update<Answers>('drafts', draft, () => (isEmpty(given) ? undefined : given));
    this.changed(focus);
  }
}
