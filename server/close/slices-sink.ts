import type { CountRow } from '../store/snapshot-counts.ts';
import type { CountSink } from './count-sinks.ts';
import type { PointsOf } from './unit-tally.ts';

/** What was given to the dossiers of one procedure, tenths and how many, by indicator. */
type Slice = Record<string, [sum: number, n: number]>;

/** The key of dossiers that name no procedure. */
const UNNAMED = '';

interface Slices {
  dossiers: number;
  readonly computed: Slice;
  readonly self: Slice;
}

function add(slice: Slice, points: PointsOf): void {
  for (const [indicator, value] of Object.entries(points)) {
    if (value === undefined) continue;
    const own = slice[indicator] ?? [0, 0];
    own[0] += value;
    own[1] += 1;
    slice[indicator] = own;
  }
}

/**
 * Sums of the system's and the officers' points by unit and procedure. Citizens' are no part of them: a unit crossed with a procedure
 * would tell what single people said.
 */
export function slicesSink(): CountSink {
  const units = new Map<string, Map<string, Slices>>();
  let procedures = new Map<string, Slices>();
  return {
    table: 'snapshot_slices',
    begin(unit) {
      procedures = new Map();
      units.set(unit, procedures);
    },
    add({ scored: { record, counted }, computed, self }) {
      if (!counted.timeliness && !counted.rest) return;
      const key = record.dossier.procedure ?? UNNAMED;
      const slices = procedures.get(key) ?? { dossiers: 0, computed: {}, self: {} };
      procedures.set(key, slices);
      slices.dossiers += 1;
      add(slices.computed, computed);
      add(slices.self, self);
    },
    rows: () =>
      [...units].flatMap(([unit, own]) =>
        [...own].map(([key, counts]): CountRow => ({ unit, family: 'procedure', key, counts: { ...counts } })),
      ),
  };
}
