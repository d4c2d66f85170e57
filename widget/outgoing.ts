import type { OutboxState } from '#rules/outbox.ts';
import type { Words } from '#rules/surveys/survey.ts';
import type { Response } from '#wire/response.ts';

/** One response on its way. Once it has arrived or is refused for good, the answers are taken out and only this stays. */
export interface Outgoing {
  readonly id: string;
  readonly server: string;
  /** Which form it was given to: the same form on the next visit shows what became of it. */
  readonly form: string;
  /** Of the survey it answers: what became of it can be said where no survey loads. */
  readonly words: Words;
  readonly state: OutboxState;
  readonly body?: Response;
  /** The draft these answers were, as JSON. */
  readonly draft?: string;
  /** Milliseconds since 1970 by this device's clock. */
  readonly answered: number;
  /** Once received: the key to the answers and the last day it opens them. While sending, its presence means a change. */
  readonly receipt?: string | undefined;
  readonly until?: string | undefined;
  /** Last day for the reply asked for. */
  readonly replyBy?: string | undefined;
  /** What the server said when it refused. */
  readonly problem?: unknown;
}
