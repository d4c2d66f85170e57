import type { KeptTables } from '#wire/kept-table.ts';
import type { Db } from '../store/db.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { keptTables as stored } from '../store/published-tables.ts';
import { unitResults } from '../store/snapshots.ts';
import { besideOurs, faultsBetween, type OwnDossiers, publishedFaults } from './published-faults.ts';
import { timelinessOf } from './timeliness.ts';

/** The dossiers of a closed period over the whole province, as the table of statistics counts them; `null` = none were counted. */
async function dossiersOf(db: Db, tenant: string, period: StoredPeriod): Promise<OwnDossiers | null> {
  const asked = { scope: null, unit: null, by: 'unit', key: null } as const;
  const { state, statistics } = await timelinessOf(db, tenant, period, asked);
  if (state !== 'counted') return null;
  const cells = statistics.rows[0]?.cells ?? [];
  return Object.fromEntries(
    statistics.columns.flatMap(({ key }, i) => (cells[i]?.value == null ? [] : [[key, cells[i].value]])),
  );
}

/** Older reports of a province with what does not add up in them, and what our own period comes to beside each. */
export async function keptTables(db: Db, tenant: string): Promise<KeptTables> {
  const kept = await stored(db, tenant);
  const tables: KeptTables['tables'] = [];
  for (const { table, period, ...rest } of kept) {
    const own = period === null ? null : await periodOrNull(db, tenant, period);
    const results = own?.snapshot ? await unitResults(db, tenant, own.snapshot) : [];
    // Whoever reads this reads every unit.
    const units = results.map((unit) => ({ ...unit, hidden: false }));
    tables.push({
      table,
      period,
      ...rest,
      faults: publishedFaults(table).map((fault) => ({ ...fault, evidence: [...fault.evidence] })),
      beside: own === null || units.length === 0 ? [] : besideOurs(table, units, await dossiersOf(db, tenant, own)),
    } as KeptTables['tables'][number]);
  }
  const between = faultsBetween(kept.map(({ table }) => table));
  return { tables, between: between.map((fault) => ({ ...fault, evidence: [...fault.evidence] })) };
}
