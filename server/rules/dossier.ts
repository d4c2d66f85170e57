import type { LocalTime } from './law.ts';

/** Canonical states, in the order of their national ids 1–10. Being overdue is computed, it is not a state. */
export const DOSSIER_STATES = [
  'new',
  'received',
  'refused',
  'processing',
  'waitingSupplement',
  'waitingPayment',
  'withdrawn',
  'stopped',
  'ready',
  'returned',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

/** The clock stood still from `from` until `to`; `to: null` = still standing. */
export interface Pause {
  readonly kind: 'supplement' | 'payment';
  readonly from: LocalTime;
  readonly to: LocalTime | null;
}

/** One agency's part of the work, against its own limit. */
export interface Step {
  readonly unit: string;
  readonly officer: string | null;
  readonly due: LocalTime | null;
  readonly ended: LocalTime | null;
}

/** Who had the dossier from a moment on. */
export interface Handler {
  readonly officer: string;
  readonly from: LocalTime;
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
  /** New promised dates in order; `null` = the list does not show them. */
  readonly reappointed: readonly LocalTime[] | null;
  /** Processing ended. The clock stops here, not when the applicant collects. */
  readonly ready: LocalTime | null;
  readonly returned: LocalTime | null;
  readonly pauses: readonly Pause[];
  /** Supplement requests on record; `null` = the list does not show them. */
  readonly supplements: number | null;
  /** Legal limit in working days, where the procedure is known. */
  readonly limitDays: number | null;
  /** Steps in the order they were done, also those of other agencies (indicator 2). Absent or `null` = steps were not read. */
  readonly steps?: readonly Step[] | null;
  /** Officer who took the dossier in; absent = not known. */
  readonly receivedBy?: string | null;
  /** Main processors by the moment each took over, where the dossier changed hands; `officer` is the last of them. */
  readonly handlers?: readonly Handler[] | null;
}

/** How processing ended. `at: null` = it has ended, but the moment is not known. */
export interface End {
  readonly at: LocalTime | null;
  readonly by: 'ready' | 'returned' | 'stopped' | 'refused' | 'withdrawn';
}

/**
 * The end of processing, `null` while it runs. «Đã xử lý xong» goes before «đã trả kết quả»: an applicant who collects late does
 * not make the office late (QĐ 766/QĐ-TTg, mô tả công thức 2.1).
 */
export function endOf(dossier: Dossier): End | null {
  if (dossier.ready) return { at: dossier.ready, by: 'ready' };
  if (dossier.returned) return { at: dossier.returned, by: 'returned' };
  switch (dossier.state) {
    case 'ready':
    case 'returned':
    case 'stopped':
    case 'refused':
    case 'withdrawn':
      return { at: null, by: dossier.state };
    default:
      return null;
  }
}

/** What the clock stands still for now: an open pause, or a waiting state whose list shows no times. `null` = it runs. */
export function pausedFor(dossier: Dossier): Pause['kind'] | null {
  const open = dossier.pauses.find((pause) => pause.to === null);
  if (open) return open.kind;
  if (dossier.state === 'waitingSupplement') return 'supplement';
  return dossier.state === 'waitingPayment' ? 'payment' : null;
}
