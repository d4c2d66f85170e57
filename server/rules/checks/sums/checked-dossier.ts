import type { LocalTime } from '../../law.ts';
import type { Tenths } from '../../points.ts';

/** One indicator of a dossier: computed, given by the officer, and the most it can be. */
export interface CheckedValue {
  readonly shown: Tenths | null;
  readonly points: Tenths | null;
  readonly max: Tenths;
}

/** One dossier as the sums are told of it. */
export interface CheckedDossier {
  readonly unit: string;
  readonly code: string;
  /** Main processor at the time; `null` = not known. */
  readonly officer: string | null;
  readonly self: {
    readonly officer: string;
    readonly values: Readonly<Record<string, CheckedValue>>;
    /** Milliseconds since 1970, when it arrived; `null` = not known. */
    readonly confirmed: number | null;
    /** Seconds the list stood open, by dossier of it; `null` = not known. */
    readonly looked: number | null;
  } | null;
  readonly ready: LocalTime | null;
  /** Whether `ready` is the first or last minute of a session. */
  readonly readyOnEdge: boolean;
  /** Whether it is past the first date promised, with a result or still without. */
  readonly overdue: boolean;
  /** That date was set anew: after it had passed, or not known when. */
  readonly moved: 'afterExpiry' | 'unclear' | null;
  /** Whether the day in the code is not that of receipt; `null` = one of them is not known, or online after hours. */
  readonly codeDayDiffers: boolean | null;
}
