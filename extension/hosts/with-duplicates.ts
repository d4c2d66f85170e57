import type { RowReading } from './host.ts';

/** Two rows with one code: which of them a mark would speak of is not known, so neither is read. */
export function withDuplicates(rows: readonly RowReading[]): readonly RowReading[] {
  const times = new Map<string, number>();
  for (const { code } of rows) if (code) times.set(code, (times.get(code) ?? 0) + 1);
  if (times.size === rows.length) return rows;
  return rows.map((row) => ((times.get(row.code ?? '') ?? 0) > 1 ? { ...row, duplicate: true, reading: null } : row));
}
