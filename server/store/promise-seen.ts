import type { Dossier } from '#rules/dossier.ts';
import type { DossierBody } from '#wire/dossier.ts';
import { localTime } from '../clock.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

const promiseOf = ({ reappointed, promised }: Dossier) => reappointed?.at(-1) ?? promised;

/**
 * Whether a page tells that the promised date on record still holds. A back office either writes a new date over the old one or lists
 * it beside the first: where lists are known of a dossier, a page without one tells nothing.
 */
function showsPromise(seen: DossierBody, after: Dossier): boolean {
  const holds = promiseOf(after);
  if (holds === null) return false;
  if (seen.reappointed !== null) return true;
  return seen.promised === holds && after.reappointed?.length !== 0;
}

/** By dossier of `codes`: when the promised date that holds was last read (UTC); absent = not known. */
export async function promisesSeen(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<Map<string, string | null>> {
  const list = inList(codes);
  const rows = await db.all<{ code: string; seen: string }>(
    `select code, promise_seen_at as seen from dossiers where tenant = ? and code ${list.sql} and promise_seen_at is not null`,
    [tenant, ...list.params],
  );
  return new Map(rows.map(({ code, seen }) => [code, seen]));
}

/** Whether reading the same again is worth keeping: once for each date, after it passed, while the dossier is not finished. */
export function isSeenAnew(before: string | null, seen: DossierBody, after: Dossier, at: Date): boolean {
  const holds = promiseOf(after);
  if (holds === null || after.ready !== null || after.returned !== null || !showsPromise(seen, after)) return false;
  return holds < localTime(at) && (before === null || localTime(new Date(before)) <= holds);
}

/** When the date that holds after a change was last read: now, or as before where it stayed; `null` = not known. */
export function seenOfPromise(
  stored: string | null,
  before: Dossier | undefined,
  seen: DossierBody,
  after: Dossier,
  at: Date,
): string | null {
  if (showsPromise(seen, after)) return at.toISOString();
  return before && promiseOf(before) === promiseOf(after) ? stored : null;
}

/** Beside `updated_at`, which tells that a dossier changed. */
export function markPromiseSeen(tenant: string, dossier: Dossier, at: Date): Statement {
  // Of a date another process moved meanwhile nothing was read.
  return {
    sql: 'update dossiers set promise_seen_at = ? where tenant = ? and code = ? and reappointed = ?',
    params: [at.toISOString(), tenant, dossier.code, JSON.stringify(dossier.reappointed)],
  };
}

/**
 * The last moment at which the date that held before was read, for a change by `seen`; `null` = not known. A new date out of a list says
 * nothing of pages without one.
 */
export function seenWhenMoved(before: string | null, known: Dossier, { promised }: DossierBody): string | null {
  const isWrittenOver = promised !== null && promised !== promiseOf(known);
  return isWrittenOver || known.reappointed !== null ? before : null;
}
