import type { Evidence } from '../finding.ts';
import { formatDateTime } from '../format.ts';
import type { Citation, LocalTime } from '../law.ts';
import type { DutyFinding, DutyState } from './duty.ts';

/** Moments a finding was read from, as a reader checks them; those that are not known are left out. */
export function moments(rows: readonly (readonly [string, LocalTime | null | undefined])[]): Evidence[] {
  return rows.flatMap(([label, time]) => (time ? [{ label, value: formatDateTime(time) }] : []));
}

/** A finding of a duty that has no moment at which it falls due. */
export function findingOf(
  duty: string,
  state: DutyState,
  because: string,
  cite: Citation | null = null,
  evidence: readonly Evidence[] = [],
): DutyFinding {
  return { duty, state, by: null, cite, because, evidence };
}
