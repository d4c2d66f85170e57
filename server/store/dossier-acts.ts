import type { Acts } from '#rules/acts.ts';
import type { LocalTime } from '#rules/law.ts';
import { lettersOf } from './apology-letters.ts';
import type { Db, Statement } from './db.ts';
import { hasAny } from './has-any.ts';
import { inList } from './in-list.ts';
import { recordedAmong } from './recorded-among.ts';

/** Every moment once, in order. */
function joined(a: readonly LocalTime[] | undefined, b: readonly LocalTime[] | undefined) {
  return [...new Set([...(a ?? []), ...(b ?? [])])].sort();
}

/** What is known of the acts after `seen` of them were read: what a screen does not show takes nothing back. */
export function mergeActs(known: Acts, seen: Acts): Acts {
  const told = Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== null && value !== undefined));
  const lists: { supplementNotices?: readonly LocalTime[]; apologies?: readonly LocalTime[] } = {};
  for (const field of ['supplementNotices', 'apologies'] as const)
    if (known[field] || seen[field]) lists[field] = joined(known[field], seen[field]);
  return { ...seen, ...known, ...told, ...lists };
}

/** The acts as read, by code, without the letters of apology kept on their own. */
export async function storedActs(db: Db, tenant: string, codes: readonly string[]): Promise<Map<string, Acts>> {
  if (!(await hasAny(db, 'select 1 from dossier_acts where tenant = ?', [tenant]))) return new Map();
  const list = inList(codes);
  const rows = await db.all<{ code: string; acts: string }>(
    `select code, acts from dossier_acts where tenant = ? and code ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.code, JSON.parse(row.acts) as Acts]));
}

/**
 * What is on record of the acts about each of `codes`, letters of apology included. A dossier of which nothing is known is absent. Its
 * unit puts every letter on record since before it was received: then none on record means none was sent (`apologies: []`).
 */
export async function actsOf(db: Db, tenant: string, codes: readonly string[]): Promise<Map<string, Acts>> {
  const acts = await storedActs(db, tenant, codes);
  const letters = await lettersOf(db, tenant, codes);
  const recorded = await recordedAmong(db, tenant, 'apologies', codes);
  for (const code of recorded) acts.set(code, mergeActs(acts.get(code) ?? {}, { apologies: [] }));
  for (const { dossier, sent } of letters) acts.set(dossier, mergeActs(acts.get(dossier) ?? {}, { apologies: [sent] }));
  return acts;
}

export function putActs(tenant: string, code: string, acts: Acts, by: string, at: Date): Statement {
  return {
    sql: `insert into dossier_acts (tenant, code, acts, updated_by, updated_at) values (?, ?, ?, ?, ?)
      on conflict (tenant, code) do update set acts = excluded.acts, updated_by = excluded.updated_by,
        updated_at = excluded.updated_at`,
    params: [tenant, code, JSON.stringify(acts), by, at.toISOString()],
  };
}
