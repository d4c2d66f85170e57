import type { Acts } from '../acts.ts';
import type { Office } from '../calendar/working-time.ts';
import type { Choices } from '../choices.ts';
import type { Dossier } from '../dossier.ts';
import type { Evidence } from '../finding.ts';
import type { Citation, LocalTime } from '../law.ts';

/** Somebody changed the promised date in the system at `at`. */
export interface PromiseChange {
  readonly at: LocalTime;
  /** The last moment at which `from` was still read; absent = not known. Somewhere after it, and by `at`, the date was changed. */
  readonly seenBefore?: LocalTime;
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export interface DateContext {
  readonly dossier: Dossier;
  readonly acts: Acts;
  /** From the system's log, in any order; empty = none on record. */
  readonly changes: readonly PromiseChange[];
  readonly office: Office;
  readonly choices: Choices;
}

/** Dates of one dossier that do not fit each other. It says what was seen, and accuses nobody. */
export interface DateFinding {
  readonly kind: 'integrity';
  readonly check:
    | 'promiseAndLimit'
    | 'codeDay'
    | 'movedAfterExpiry'
    | 'receivedAfterPromised'
    | 'readyBeforeReceived'
    | 'returnedBeforeReady'
    | 'pausedBeforeReceived'
    | 'promisedWhenClosed';
  /** The article the expectation follows from; `null` = plain logic. */
  readonly cite: Citation | null;
  /** Vietnamese sentences: what was seen, then the innocent explanation where there is one. */
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** One check; an empty list = nothing found. */
export type DateCheck = (context: DateContext) => readonly DateFinding[];
