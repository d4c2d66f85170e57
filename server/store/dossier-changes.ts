import type { Dossier } from '#rules/dossier.ts';
import type { Statement } from './db.ts';

/** The facts that decide on time or late, and for whom: a pause stops the clock, a step has its own limit, a handler its share. */
const TIMES = ['received', 'promised', 'ready', 'returned', 'pauses', 'steps', 'handlers'] as const;

/** One fact that differs, as text: a local time, or a list as JSON. `null` = nothing was on record. */
export interface DossierChange {
  readonly field: (typeof TIMES)[number];
  readonly before: string | null;
  readonly after: string | null;
}

function textOf(dossier: Dossier, field: DossierChange['field']): string | null {
  const value = dossier[field] ?? null;
  if (value === null || typeof value === 'string') return value;
  return value.length ? JSON.stringify(value) : null;
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
