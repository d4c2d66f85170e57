import type { LocalTime } from '#rules/law.ts';
import type { DossierReading } from './hosts/host.ts';

/** A promised date and the span in which screens showed it. */
export interface SeenPromise {
  readonly date: LocalTime;
  /** The screen printed a day without an hour. */
  readonly dayOnly: boolean;
  readonly first: LocalTime;
  readonly last: LocalTime;
  /** It came while the dossier waited or had just been completed: offices print the date anew then, nothing was put off. */
  readonly afterWait: boolean;
}

/** A letter of apology this browser put on record. The letter itself, and whom it is for, are kept nowhere. */
export interface RecordedLetter {
  readonly sent: LocalTime;
  readonly promised: LocalTime;
  readonly state: 'queued' | 'sent' | 'refused';
  /** Vietnamese sentence of the server's refusal. */
  readonly problem: string | null;
}

/** A reading with what the background remembers of the same dossier; a page never says these. Absent = nothing remembered. */
export interface KnownReading extends DossierReading {
  /** Every promised date seen, in order; the last one is shown now. */
  readonly promises?: readonly SeenPromise[];
  readonly letters?: readonly RecordedLetter[];
}
