import type { CountRow } from '../store/snapshot-counts.ts';
import type { CloseContext } from './context.ts';
import type { CountSink } from './count-sinks.ts';
import { type TimelinessCounts, timelinessCounts } from './timeliness-counts.ts';

/** Counts the time dossiers took, unit by unit. */
export function timelinessSink(ctx: CloseContext): CountSink {
  const units = new Map<string, readonly CountRow[]>();
  let open: { readonly unit: string; readonly counts: TimelinessCounts } | null = null;
  const settle = () => open && units.set(open.unit, open.counts.rows(open.unit));
  return {
    table: 'snapshot_timeliness',
    begin(unit) {
      settle();
      open = { unit, counts: timelinessCounts(ctx) };
    },
    add: (dossier) => open?.counts.add(dossier),
    addBeside: (dossier) => open?.counts.addBeside(dossier),
    rows() {
      settle();
      return [...units.values()].flat();
    },
  };
}
