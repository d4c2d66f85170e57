import type { DossierState } from '#rules/dossier.ts';
import type { DatedField, DossierReading } from '../hosts/host.ts';
import type { KnownReading } from '../known-reading.ts';

const ENDED: ReadonlySet<DossierState | null> = new Set(['ready', 'returned', 'refused', 'stopped', 'withdrawn']);

/** Requests for papers are never taken back; a page that lists only a part of them takes none away. */
const most = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/**
 * A newer reading completed with what an older one of the same dossier said and this screen does not show. A list that prints a bare
 * day does not take the hour away that a detail page gave of the same day. End dates survive only while the dossier is still at its end:
 * a dossier sent back to processing has none.
 */
export function mergeReading(older: KnownReading | null, newer: DossierReading): KnownReading {
  if (!older) return newer;
  const state = newer.state ?? older.state;
  const ended = ENDED.has(state);
  const stands = (field: DatedField): boolean => {
    const [now, before] = [newer[field], older[field]];
    if (!now || !before || !newer.dateOnly.includes(field)) return now === null;
    return now.slice(0, 10) === before.slice(0, 10);
  };
  const moment = (field: DatedField) => (stands(field) ? older[field] : newer[field]);
  const bare = (field: DatedField) => (stands(field) ? older : newer).dateOnly.includes(field);
  const fields = [...new Set([...newer.dateOnly, ...older.dateOnly])];
  return {
    ...older,
    ...newer,
    state,
    status: newer.status ?? older.status,
    procedureName: newer.procedureName ?? older.procedureName,
    procedure: newer.procedure ?? older.procedure,
    received: moment('received'),
    promised: moment('promised'),
    reappointed: moment('reappointed'),
    ready: ended ? moment('ready') : null,
    returned: ended ? moment('returned') : null,
    dateOnly: fields.filter(bare),
    hostVerdict: newer.hostVerdict ?? older.hostVerdict,
    supplements: most(newer.supplements, older.supplements),
    // A page that lists fewer steps shows a part of them.
    steps: (newer.steps?.length ?? 0) < (older.steps?.length ?? 0) ? older.steps : newer.steps,
  };
}
