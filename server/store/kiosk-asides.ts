import type { KioskAside } from '#wire/kiosk.ts';
import type { Db } from './db.ts';
import { hashSecret } from './secret.ts';

/** Presses of one kiosk in one month that are no answers. */
export interface AsideCount {
  readonly kiosk: string;
  readonly outsideHours: number;
  readonly interval: number;
}

/** Counts a press apart, once however often it is sent. @returns whether it was new. */
export async function countAside(
  db: Db,
  tenant: string,
  kiosk: string,
  { id, aside }: KioskAside,
  month: string,
): Promise<boolean> {
  const hash = hashSecret(id);
  const known = await db.all('select 1 as yes from kiosk_aside_ids where tenant = ? and id_hash = ?', [tenant, hash]);
  if (known.length) return false;
  try {
    await db.batch([
      { sql: 'insert into kiosk_aside_ids (tenant, id_hash, month) values (?, ?, ?)', params: [tenant, hash, month] },
      {
        sql: `insert into kiosk_asides (tenant, kiosk, month, reason, n) values (?, ?, ?, ?, 1)
          on conflict (tenant, kiosk, month, reason) do update set n = kiosk_asides.n + 1`,
        params: [tenant, kiosk, month, aside],
      },
    ]);
    return true;
  } catch (error) {
    // Sent twice at the same time: the key let one of them through.
    const now = await db.all('select 1 as yes from kiosk_aside_ids where tenant = ? and id_hash = ?', [tenant, hash]);
    if (now.length) return false;
    throw error;
  }
}

/** The counts of `month`, `2026-11`, by kiosk. */
export async function asidesOf(db: Db, tenant: string, month: string): Promise<Map<string, AsideCount>> {
  const rows = await db.all<AsideCount>(
    `select kiosk, coalesce(sum(case when reason = 'outsideHours' then n end), 0) as "outsideHours",
       coalesce(sum(case when reason = 'interval' then n end), 0) as interval
     from kiosk_asides where tenant = ? and month = ? group by kiosk`,
    [tenant, month],
  );
  return new Map(rows.map((row) => [row.kiosk, row]));
}
