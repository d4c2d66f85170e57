import type { ImportView } from '#wire/import.ts';
import type { StoredImport } from '../store/imports.ts';

/** Where nobody works on it any more, it was interrupted. */
function stateOf({ state, alive }: StoredImport): ImportView['state'] {
  if (alive) return state;
  if (state === 'running') return 'interrupted';
  return state === 'undoing' ? 'undoInterrupted' : state;
}

/** An import as its report tells it. */
export function importView(stored: StoredImport): ImportView {
  const { id, kind, dry, actor, read, created, updated, repeated, refused, faults, notices, takenBack, kept } = stored;
  return {
    id,
    kind,
    dryRun: dry,
    actor,
    options: JSON.parse(stored.options) as ImportView['options'],
    state: stateOf(stored),
    read,
    created,
    updated,
    repeated,
    refused,
    faults,
    notices,
    takenBack,
    kept,
    found: JSON.parse(stored.found) as ImportView['found'],
    failure: stored.failure === null ? null : (JSON.parse(stored.failure) as ImportView['failure']),
    startedAt: stored.startedAt,
    updatedAt: stored.updatedAt,
    endedAt: stored.endedAt,
  };
}
