import type { UnitResult } from '#wire/results.ts';
import type { Statement } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** What a snapshot is to be made of. */
export interface SnapshotOrder {
  readonly period: StoredPeriod;
  /** Its place among the snapshots of the period; the snapshot is called `<period>.<number>`. */
  readonly number: number;
  /** Printed with the result: `Chốt kỳ`. */
  readonly reason: string;
  /** JSON of the named choices it is scored by. */
  readonly choices: string;
  readonly actor: string;
  /**
   * `join`: answers are joined to their dossiers through the key of the period. `from`: that key is gone, so the citizen part is
   * taken, as it stood, from this snapshot; computed and self are scored anew.
   */
  readonly citizen: 'join' | { readonly from: string };
  /**
   * Made from the sums of this snapshot alone, no dossier is read; only for choices that act on results (`actsOnResults`). Absent =
   * every dossier is scored. The findings are then those of that snapshot, and `citizen` says nothing.
   */
  readonly sumsOf?: string;
  /** Go into the transaction that makes the snapshot: all of it happens or nothing. */
  readonly also: readonly Statement[];
  /** Told the units' results before they are kept; what it gives goes into the same transaction. It may refuse them. */
  readonly judged?: (units: readonly UnitResult[]) => readonly Statement[];
}

/** `2026-q4.1` */
export function snapshotName({
  period,
  number,
}: {
  readonly period: Pick<StoredPeriod, 'period'>;
  readonly number: number;
}): string {
  return `${period.period}.${number}`;
}
