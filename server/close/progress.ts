import type { Services } from '../services.ts';
import type { Statement } from '../store/db.ts';
import { putProgress, type StoredProgress } from '../store/snapshot-progress.ts';
import type { CloseContext } from './context.ts';

/** How far a snapshot has come, as told to who asked for it. */
export type SnapshotProgress = Pick<StoredProgress, 'state' | 'done' | 'of' | 'unit'>;

/** Written no more often than this. */
const EVERY_MS = 1000;

/** Counts what is done; keeps the lease alive also while nothing else is written. */
export function progressOf(
  { db, tenant, period, snapshot }: Pick<CloseContext, 'db' | 'tenant' | 'period' | 'snapshot'>,
  { now }: Pick<Services, 'now'>,
  beside: () => readonly Statement[],
  onProgress?: (progress: SnapshotProgress) => void,
) {
  const startedAt = now().toISOString();
  let at: SnapshotProgress = { state: 'dossiers', done: 0, of: 0, unit: null };
  // Not the clock of the day, which may be set back: only how long ago matters.
  let written = Number.NEGATIVE_INFINITY;

  async function tell(always: boolean): Promise<void> {
    onProgress?.(at);
    if (!always && performance.now() - written < EVERY_MS) return;
    written = performance.now();
    await db.batch([putProgress(tenant, period.id, { ...at, snapshot, startedAt }), ...beside()]);
  }

  return {
    begin(state: SnapshotProgress['state'], of: number): Promise<void> {
      at = { state, done: 0, of, unit: null };
      return tell(true);
    },
    step(n: number, unit: string | null = null): Promise<void> {
      at = { ...at, done: Math.min(at.done + n, at.of), unit };
      return tell(false);
    },
  };
}

export type Progress = ReturnType<typeof progressOf>;
