import type { Period, Results } from '#wire/results.ts';
import { text } from '../text.ts';
import { when } from '../when.ts';

/** The line under every table of figures: which frozen copy they come from. */
export function SnapshotLine({ snapshot, period }: { snapshot: NonNullable<Results['snapshot']>; period: Period }) {
  return (
    <p class="small muted">
      {text('snapshot.line', {
        id: snapshot.snapshot,
        ruleset: period.ruleset,
        time: when(snapshot.createdAt),
        head: snapshot.auditHead.slice(0, 12),
      })}
    </p>
  );
}
