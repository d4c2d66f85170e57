import type { Value } from '../db.ts';
import type { PeriodKeys } from '../period-keys.ts';
import { SNAPSHOT_TABLES } from '../snapshot-tables.ts';
import { type File, rowsOf, tablesOf } from './open-file.ts';

/**
 * Stands for a period where results lie hidden: its key is the tenant's, beside those of periods, and outlives them, so that a copy
 * made before the seal still gives the results back after it. No period can have this name: a period's begins with a letter or digit.
 */
export const RESULTS = '_results';

interface Part {
  readonly table: string;
  /** Which rows; begins with `and`. */
  readonly where: string;
  readonly params: readonly Value[];
}

const ofUnsealed = (table: string, of: string) =>
  `and tenant = ? and exists (select 1 from periods p where p.tenant = "${table}".tenant and p.state <> 'sealed' and ${of})`;

/**
 * The results of `tenant` that are not final: two of them, in copies of different days, tell by their difference what the one citizen
 * said whose dossier changed hands in between, or whose answer came in. Their hashes would confirm it.
 */
export function closedResults(file: File, tenant: string): Part[] {
  const tables = tablesOf(file);
  const own = (table: string) =>
    `exists (select 1 from snapshots s where s.tenant = p.tenant and s.period = p.period and s.snapshot = "${table}".snapshot)`;
  const parts = [
    ...SNAPSHOT_TABLES.map((table) => [table, own(table)]),
    ['tallies', 'p.period = tallies.period'],
    ['snapshots', 'p.period = snapshots.period'],
  ] as const;
  return parts
    .filter(([table]) => table !== undefined && tables.has(table))
    .map(([table = '', of = '']) => ({ table, where: ofUnsealed(table, of), params: [tenant] }));
}

/** Tenants whose results are hidden in a copy; makes the key of each that has none yet. Without any key of a period there is none to make. */
export function keyedTenants(file: File, keys: PeriodKeys): string[] {
  const unsealed = rowsOf<{ tenant: string; period: string }>(
    file,
    "select tenant, period from periods where state <> 'sealed' order by tenant",
  );
  const keyed = unsealed.filter(({ tenant, period }) => keys.exists(tenant, period));
  const tenants = [...new Set(keyed.map(({ tenant }) => tenant))];
  for (const tenant of tenants) if (!keys.exists(tenant, RESULTS)) keys.create(tenant, RESULTS);
  return tenants;
}
