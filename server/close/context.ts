import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { Period } from '#rules/period.ts';
import type { Db } from '../store/db.ts';
import type { PeriodKeys } from '../store/period-keys.ts';

/** What every step of a close needs; fixed when the close begins so that a resumed one computes the same. */
export interface CloseContext {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly tenant: string;
  readonly period: Period;
  /** Last day of the period: selects the dated rules. */
  readonly on: IsoDate;
  /** The moment just before the period's end: what was unfinished then was unfinished. */
  readonly end: LocalTime;
  readonly office: Office;
  readonly choices: Choices;
  readonly snapshot: string;
}

/** Evidence that counts officially; the rest is shown apart (choice `citizen.evidence`). */
export const OFFICIAL_PROOFS: ReadonlySet<string> = new Set(['citizen', 'portal', 'receipt']);
