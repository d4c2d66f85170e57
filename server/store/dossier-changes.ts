import type { Dossier } from '#rules/dossier.ts';
import type { Statement } from './db.ts';

/** The facts that decide on time or late; a pause stops the clock. */
const TIMES = ['received', 'promised', 'ready', 'returned', 'pauses'] as const;

/** One fact that differs, as text: a local time, or the pauses as JSON. `null` = nothing was on record. */
export interface DossierChange {
  readonly field: (typeof TIMES)[number];
  readonly before: string | null;
  readonly after: string | null;
}

function textOf(dossier: Dossier, field: DossierChange['field']): string | null {
  if (field !== 'pauses') return dossier[field];
  return dossier.pauses.length
    ? JSON.stringify(dossier.pauses.map(({ kind, from, to }) => ({ kind, from, to })))
    : null;
}

/** What of a known dossier's times `after` says otherwise, a first filling included. */
export function dossierChanges(before: Dossier, after: Dossier): DossierChange[] {
  return TIMES.map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) })).filter(
    (change) => change.before !== change.after,
  );
}

/** Keeps each change with who made it, numbered from 1 per dossier; for the transaction that makes it. */
export function insertDossierChanges(
  tenant: string,
  code: string,
  changes: readonly DossierChange[],
  actor: string,
  at: Date,
): Statement[] {
  return changes.map(({ field, before, after }) => ({
    sql: `insert into dossier_changes (tenant, code, seq, at, actor, field, before, after)
      select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? from dossier_changes where tenant = ? and code = ?`,
    params: [tenant, code, at.toISOString(), actor, field, before, after, tenant, code],
  }));
}
