import type { Value } from './db.ts';

/**
 * `in (…)` for any number of values. The list is padded to a power of two by repeating its last value, so that a
 * thousand list lengths share eleven prepared statements. An empty list matches nothing.
 */
export function inList(values: readonly Value[]): { readonly sql: string; readonly params: readonly Value[] } {
  const last = values.at(-1);
  if (last === undefined) return { sql: 'in (null)', params: [] };
  const size = 2 ** Math.ceil(Math.log2(values.length));
  const params = [...values, ...Array<Value>(size - values.length).fill(last)];
  return { sql: `in (${params.map(() => '?').join(', ')})`, params };
}
