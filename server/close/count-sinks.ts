import type { PromiseChange } from '#rules/date-checks/finding.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { Owners } from '#rules/period-sums.ts';
import type { ScoredRecord } from '#rules/score-record.ts';
import type { NamedStep } from '#rules/step-time.ts';
import type { StoredSelfScore } from '../store/self-scores.ts';
import { COUNT_TABLES, type CountRow, type CountTable, type SnapshotCounts } from '../store/snapshot-counts.ts';
import type { CloseContext } from './context.ts';
import { onTimeSink } from './on-time-sink.ts';
import { ratioSink } from './ratio-sink.ts';
import { slicesSink } from './slices-sink.ts';
import { timelinessSink } from './timeliness-sink.ts';
import type { PointsOf } from './unit-tally.ts';

/** One dossier a close came by. Of one no part of which counts in the period, owners and points are empty. */
export interface SunkDossier {
  readonly scored: ScoredRecord;
  readonly owners: Owners;
  readonly computed: PointsOf;
  readonly self: PointsOf;
  /** The self-score that stands; absent = there is none, or nobody read it. */
  readonly score: StoredSelfScore | undefined;
  /** Of its promised date, as far as they were seen here; of most there are none. */
  readonly changes: readonly PromiseChange[];
  /** Its steps by name; absent = nobody read them. */
  readonly course: readonly NamedStep[] | undefined;
}

/** Counts dossiers for one table while they stream by; small however many there are. Never told of any answer. */
export interface CountSink {
  readonly table: CountTable;
  /** A unit is gone through; what was counted of it before is forgotten, for a close taken up again may go through it twice. */
  begin(unit: string): void;
  /** @param dossier of the unit begun last; those that count elsewhere are among them. */
  add(dossier: SunkDossier): void;
  /** @param dossier of the unit begun last that was in hand in the period, though no part of it can count there. */
  addBeside?(dossier: Dossier): void;
  /** Of all units gone through, in whatever order. */
  rows(): readonly CountRow[];
}

/** Every sink of a close: a table to fill is one more line. */
export const countSinks = (ctx: CloseContext): readonly CountSink[] => [
  timelinessSink(ctx),
  slicesSink(),
  onTimeSink(ctx),
  ratioSink(ctx),
];

const placeOf = ({ unit, family, key }: CountRow) => JSON.stringify([unit, family, key]);

/** Rows in the order of their key, whatever order they were counted in. */
export function inOrder(rows: readonly CountRow[]): CountRow[] {
  const placed = rows.map((row) => ({ row, place: placeOf(row) }));
  return placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ row }) => row);
}

/** What the sinks counted, by table. */
export function sunkCounts(sinks: readonly CountSink[]): SnapshotCounts {
  const ofTable = (table: CountTable) => inOrder(sinks.flatMap((sink) => (sink.table === table ? sink.rows() : [])));
  return Object.fromEntries(COUNT_TABLES.map((table) => [table, ofTable(table)])) as unknown as SnapshotCounts;
}
