import type { DossierState } from '#rules/dossier.ts';
import type { DossierReading } from '../hosts/host.ts';

const ENDED: ReadonlySet<DossierState | null> = new Set(['ready', 'returned', 'refused', 'stopped', 'withdrawn']);

/**
 * A newer reading completed with what an older one of the same dossier said and this screen does not show. End dates survive only
 * while the dossier is still at its end: a dossier sent back to processing has none.
 */
export function mergeReading(older: DossierReading | null, newer: DossierReading): DossierReading {
  if (!older) return newer;
  const state = newer.state ?? older.state;
  const ended = ENDED.has(state);
  return {
    ...newer,
    state,
    status: newer.status ?? older.status,
    procedureName: newer.procedureName ?? older.procedureName,
    procedure: newer.procedure ?? older.procedure,
    received: newer.received ?? older.received,
    promised: newer.promised ?? older.promised,
    reappointed: newer.reappointed ?? older.reappointed,
    ready: ended ? (newer.ready ?? older.ready) : null,
    returned: ended ? (newer.returned ?? older.returned) : null,
    dateOnly: [...new Set([...newer.dateOnly, ...older.dateOnly.filter((field) => newer[field] === null)])],
    hostVerdict: newer.hostVerdict ?? older.hostVerdict,
    supplements: newer.supplements ?? older.supplements ?? null,
    steps: newer.steps ?? older.steps ?? null,
  };
}
