import type { Problem } from '#wire/problem.ts';

/**
 * A request refused for a reason its sender can act on. `code` is stable and for programs, `message` is a Vietnamese
 * sentence that says what happened and what to do; `issues` names the fields.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly issues: Problem['issues'];
  readonly headers: Readonly<Record<string, string>>;
  /** What the sentence fills in, ready to print, for saying it in another language. */
  readonly values: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: {
      issues?: Problem['issues'];
      headers?: Readonly<Record<string, string>>;
      values?: Readonly<Record<string, string>>;
      /** What it came of, for code that can go on from there; told to nobody. */
      cause?: unknown;
    } = {},
  ) {
    super(message, 'cause' in more ? { cause: more.cause } : {});
    this.status = status;
    this.code = code;
    this.issues = more.issues;
    this.headers = more.headers ?? {};
    this.values = more.values ?? {};
  }

  problem(): Problem {
    return { code: this.code, message: this.message, ...(this.issues ? { issues: this.issues } : {}) };
  }
}
