import { createHash } from 'node:crypto';
import { localDay } from '../clock.ts';
import type { Db } from './db.ts';

/**
 * What tells one state of a province's published figures from another, from a few short rows: its name, its periods, what was published,
 * corrected and withdrawn, whether each is shown at `at`, and the earlier reports on show.
 * Figures of a snapshot never change, so while this is the same, so is every page made of them. A change in another
 * process is seen as well.
 * @param procedures whether the answer names the procedures of the province: thousands of rows, which no other is made of.
 */
export async function publicStamp(db: Db, tenant: string, at: Date, procedures = false): Promise<string> {
  const now = at.toISOString();
  const rows = [
    await db.all('select name, watermark, decision from tenants where tenant = ?', [tenant]),
    await db.all('select *, published_at <= ? as shown from periods where tenant = ? order by period', [now, tenant]),
    await db.all('select *, shown_from <= ? as shown from publications where tenant = ? order by period, seq', [
      now,
      tenant,
    ]),
    await db.all('select * from errata where tenant = ? order by snapshot', [tenant]),
    procedures &&
      (await db.all('select procedure, name from procedures where tenant = ? order by procedure', [tenant])),
    await db.all("select id, entered_at from published_tables where tenant = ? and state = 'public' order by id", [
      tenant,
    ]),
  ];
  return createHash('sha256')
    .update(JSON.stringify([localDay(at), rows]))
    .digest('base64url');
}
