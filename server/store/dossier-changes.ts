import type { PromiseChange } from '#rules/date-checks/finding.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { localTime } from '../clock.ts';
import { lettersByPromise } from './apology-letters.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

/**
 * The facts that decide on time or late, and for whom: a pause stops the clock, a step has its own limit, a handler its share, and a
 * new date needs a letter before the old one passed.
 */
const TIMES = ['received', 'promised', 'reappointed', 'ready', 'returned', 'pauses', 'steps', 'handlers'] as const;

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

/**
 * Keeps each change with who made it, numbered from 1 per dossier; for the transaction that makes it.
 * @param seenBefore the last moment (UTC) at which the promised date that held before was read; `null` = not known.
 */
export function insertDossierChanges(
  tenant: string,
  code: string,
  changes: readonly DossierChange[],
  actor: string,
  at: Date,
  seenBefore: string | null = null,
): Statement[] {
  return changes.map(({ field, before, after }) => ({
    sql: `insert into dossier_changes (tenant, code, seq, at, actor, field, before, after, seen_before)
      select ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ? from dossier_changes where tenant = ? and code = ?`,
    params: [
      ...[tenant, code, at.toISOString(), actor, field, before, after],
      ...[field === 'reappointed' ? seenBefore : null, tenant, code],
    ],
  }));
}

interface ChangeRow {
  readonly code: string;
  readonly at: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly seenBefore: string | null;
}

/** Each date set anew in one step of a dossier's history, from the one that held before it. */
function movesOf(promised: LocalTime | null, { at, before, after, seenBefore }: ChangeRow): PromiseChange[] {
  const known = JSON.parse(before ?? '[]') as LocalTime[];
  const now = JSON.parse(after ?? '[]') as LocalTime[];
  const held = known.at(-1) ?? promised;
  const seen = seenBefore === null ? {} : { seenBefore: localTime(new Date(seenBefore)) };
  let from = held;
  return now
    .filter((to) => !known.includes(to))
    .flatMap((to) => {
      // Of dates in between that nobody saw here, none was ever read.
      const move = from === null ? [] : [{ at: localTime(new Date(at)), from, to, ...(from === held ? seen : {}) }];
      from = to;
      return move;
    });
}

/**
 * When each promised date of `codes` was moved, as far as this server saw it, by code in their order; `at` is the moment the new date
 * was first seen here, or a letter of apology told of it when that was earlier. A dossier whose date never moved is absent.
 */
export async function promiseChangesOf(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<Map<string, readonly PromiseChange[]>> {
  const list = inList(codes);
  const rows = await db.all<ChangeRow & { promised: LocalTime | null }>(
    `select c.code, c.at, c.before, c.after, c.seen_before as "seenBefore", d.promised from dossier_changes c
     join dossiers d on d.tenant = c.tenant and d.code = c.code
     where c.tenant = ? and c.code ${list.sql} and c.field = 'reappointed' order by c.code, c.seq`,
    [tenant, ...list.params],
  );
  const told = rows.length ? await lettersByPromise(db, tenant, codes) : new Map<string, LocalTime>();
  const earlier = (code: string, move: PromiseChange): PromiseChange => {
    const sent = told.get(`${code} ${move.to}`);
    if (sent === undefined || sent >= move.at) return move;
    const { seenBefore, ...rest } = move;
    // Read after the letter, the old date only stood there still.
    return { ...rest, at: sent, ...(seenBefore !== undefined && seenBefore < sent ? { seenBefore } : {}) };
  };
  const moves = new Map<string, PromiseChange[]>();
  for (const row of rows) {
    const found = movesOf(row.promised, row).map((move) => earlier(row.code, move));
    if (found.length) moves.set(row.code, [...(moves.get(row.code) ?? []), ...found]);
  }
  return moves;
}
