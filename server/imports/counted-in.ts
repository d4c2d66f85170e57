import type { Db } from '../store/db.ts';
import { inList } from '../store/in-list.ts';

/** What is counted in periods: its table, its code, and the day by which it belongs to one. */
export interface Counted {
  /** May join others. */
  readonly from: string;
  readonly code: string;
  readonly day: string;
}

/**
 * The sealed period each of `codes` was counted in since `since`: sealed, or corrected, after that. What was printed then rests on it.
 * @param counted its first table is called `c`.
 */
export async function countedIn(
  db: Db,
  tenant: string,
  codes: readonly string[],
  since: string,
  { from, code, day }: Counted,
): Promise<Map<string, string>> {
  const list = inList(codes);
  const rows = await db.all<{ code: string; period: string }>(
    `select ${code} as code, p.period from ${from}
     join periods p on p.tenant = c.tenant and p.from_day <= ${day} and p.to_day > ${day}
     where c.tenant = ? and ${code} ${list.sql} and (p.sealed_at > ? or p.sealed_at is not null and exists (
       select 1 from snapshots s where s.tenant = p.tenant and s.period = p.period and s.created_at > ?))`,
    [tenant, ...list.params, since, since],
  );
  return new Map(rows.map(({ code, period }) => [code, period]));
}
