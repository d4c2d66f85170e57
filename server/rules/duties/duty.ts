import type { Acts } from '../acts.ts';
import type { Office } from '../calendar/working-time.ts';
import type { Choices } from '../choices.ts';
import type { Dossier } from '../dossier.ts';
import type { Evidence } from '../finding.ts';
import type { Citation, LocalTime } from '../law.ts';

/**
 * `met` done in time · `breached` done late, too often, or not done although the time is over · `pending` there is still time ·
 * `notApplicable` the duty does not arise · `unknown` the data do not say, or no rule of that day is known.
 */
export type DutyState = 'met' | 'breached' | 'pending' | 'notApplicable' | 'unknown';

export interface DutyContext {
  readonly dossier: Dossier;
  readonly acts: Acts;
  readonly now: LocalTime;
  readonly office: Office;
  readonly choices: Choices;
}

/** What a duty came to for one dossier. */
export interface DutyFinding {
  /** `id` of the duty. */
  readonly duty: string;
  readonly state: DutyState;
  /**
   * The moment it falls due: closing time for a limit in days, opening time for «đầu giờ». `because` says until when an act still
   * counts as in time. `null` = there is none or it is not known.
   */
  readonly by: LocalTime | null;
  /** The article in force on the day of the act; `null` = no rule of that day was needed or found. */
  readonly cite: Citation | null;
  /** Why, in Vietnamese sentences a clerk understands. */
  readonly because: string;
  readonly evidence: readonly Evidence[];
}

/** One duty of the workflow decrees. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  /** @throws NotInForce where no decree, or no calendar, covers the day. */
  readonly check: (context: DutyContext) => DutyFinding;
}
