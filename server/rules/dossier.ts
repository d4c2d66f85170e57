import type { LocalTime } from './law.ts';

/** Canonical states (law.md §9.6). Being overdue is computed, it is not a state. */
export type DossierState =
  | 'new'
  | 'received'
  | 'refused'
  | 'processing'
  | 'waitingSupplement'
  | 'waitingPayment'
  | 'withdrawn'
  | 'stopped'
  | 'ready'
  | 'returned';

/** The clock stood still from `from` until `to`; `to: null` = still standing. */
export interface Pause {
  readonly kind: 'supplement' | 'payment';
  readonly from: LocalTime;
  readonly to: LocalTime | null;
}

/** Facts of one dossier as read from a back office. No applicant, ever. `null` = known to be absent. */
export interface Dossier {
  readonly code: string;
  readonly procedure: string | null;
  readonly unit: string;
  readonly officer: string | null;
  readonly channel: 'counter' | 'online' | 'post' | null;
  readonly state: DossierState;
  readonly received: LocalTime | null;
  /** Date printed on the receipt; the first one, not a later re-appointment. */
  readonly promised: LocalTime | null;
  readonly reappointed: readonly LocalTime[];
  /** Processing ended. The clock stops here, not when the applicant collects. */
  readonly ready: LocalTime | null;
  readonly returned: LocalTime | null;
  readonly pauses: readonly Pause[];
  /** Supplement requests on record; `null` = the list does not show them. */
  readonly supplements: number | null;
  /** Legal limit in working days, where the procedure is known. */
  readonly limitDays: number | null;
}
