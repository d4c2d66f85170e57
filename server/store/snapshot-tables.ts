import { COUNT_TABLES } from './snapshot-counts.ts';

/**
 * All that is counted in a snapshot, but its findings: what an interrupted close leaves of it is taken away, the seal empties it in
 * earlier snapshots, and a copy of the database keeps it hidden until the seal.
 */
export const SNAPSHOT_TABLES: readonly string[] = [
  'joint_counts',
  'snapshot_sums',
  'snapshot_units',
  'snapshot_officers',
  'snapshot_misreadings',
  'snapshot_flags',
  'snapshot_judged',
  ...COUNT_TABLES,
];
