import { hidePersonalData } from '#rules/personal-data.ts';
import { isOpen, numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import type { Question, Stage } from '#rules/surveys/survey.ts';
import type { ServedSurvey } from '#wire/survey.ts';

/** What stands behind the answers, besides what is answered. */
export interface RunOf {
  readonly stage: Stage;
  /** A dossier handed over. */
  readonly dossier?: {
    readonly token: string;
    readonly unit: string;
    readonly procedure: string | null;
    readonly tail: string;
  };
  /** Nothing is kept or sent. */
  readonly test?: boolean;
  /** An officer fills it in on the citizen's behalf. */
  readonly assisted?: boolean;
}

/** The full form, one question at a time. In memory alone: another citizen comes next. */
export class FormRun {
  readonly of: RunOf;
  survey: ServedSurvey;
  answers: Readonly<Record<string, string>> = {};
  comment = '';
  /** When the first answer was given, by `performance.now`. */
  #begun: number | null = null;
  /** Codes of the questions shown, the one on the screen last: choosing a result can change what is asked next. */
  path: readonly string[];
  /** What is wrong with this step, or was hidden in it; a key of the words. */
  notice: { readonly key: string; readonly values: Readonly<Record<string, string | number>> } | null = null;

  constructor(survey: ServedSurvey, of: RunOf) {
    this.survey = survey;
    this.of = of;
    this.path = questionsOf(survey, of.stage)
      .slice(0, 1)
      .map(({ code }) => code);
  }

  /** «Tôi chưa có kết quả» makes open answers those of another stage. */
  get stage(): Stage {
    const becomes = this.survey.questions.flatMap(
      (q) => q.options.find((o) => o.code === this.answers[q.code])?.becomes ?? [],
    );
    return becomes[0] ?? this.of.stage;
  }

  get #steps(): readonly Question[] {
    return questionsOf(this.survey, this.stage).filter((question) => isOpen(question, this.answers));
  }

  get question(): Question | undefined {
    return this.survey.questions.find(({ code }) => code === this.path.at(-1));
  }

  get #following(): Question | undefined {
    const steps = this.#steps;
    const here = steps.findIndex(({ code }) => code === this.path.at(-1));
    return here < 0 ? steps.find(({ code }) => !this.path.includes(code)) : steps[here + 1];
  }

  /** Since the first answer; `null` before it. */
  get seconds(): number | null {
    return this.#begun === null ? null : Math.round((performance.now() - this.#begun) / 1000);
  }

  /** The last question answered, of a form that counts; where somebody goes without sending it was left there. */
  get leftAt(): string | null {
    return this.of.test ? null : (Object.keys(this.answers).at(-1) ?? null);
  }

  get last(): boolean {
    return this.#following === undefined;
  }

  /** Number of the question, of its parent for a follow-up, and how many there are; 0 for one without. */
  get place(): { readonly i: number; readonly n: number } {
    const numbered = numberedCodes(this.survey, this.stage);
    const { code = '', followUp } = this.question ?? {};
    return { i: numbered.indexOf(followUp?.of ?? code) + 1, n: numbered.length };
  }

  options(question: Question) {
    return question.options.filter((option) => !this.of.dossier || option.becomes === undefined);
  }

  choose(question: string, option: string): void {
    this.#begun ??= performance.now();
    const rest = Object.entries(this.answers).filter(
      ([code]) => this.survey.questions.find((q) => q.code === code)?.followUp?.of !== question,
    );
    this.answers = { ...Object.fromEntries(rest), [question]: option };
    this.notice = null;
  }

  back(): void {
    if (this.path.length > 1) this.path = this.path.slice(0, -1);
    this.notice = null;
  }

  /** To the next question; `true` = there was none, the form is complete. */
  next(): boolean {
    const { question } = this;
    this.notice = null;
    if (question?.required && !this.answers[question.code]) {
      this.notice = { key: 'answer.required', values: { i: this.place.i } };
      return false;
    }
    if (question?.kind === 'text' && this.#hide()) return false;
    const following = this.#following;
    if (!following) return true;
    this.path = [...this.path, following.code];
    return false;
  }

  /** The answers to questions of the stage they belong to; what was asked before the stage changed is left out. */
  given(): Readonly<Record<string, string>> {
    const asked = this.#steps.map((question) => question.code);
    return Object.fromEntries(Object.entries(this.answers).filter(([code]) => asked.includes(code)));
  }

  /** Personal data is hidden first, and the citizen sees it so before it goes. */
  #hide(): boolean {
    const { text, hidden } = hidePersonalData(this.comment, (kind) => this.survey.words[`scrub.${kind}`] ?? '');
    if (!hidden) return false;
    this.comment = text;
    this.notice = { key: 'comment.scrubbed', values: { n: hidden } };
    return true;
  }
}
