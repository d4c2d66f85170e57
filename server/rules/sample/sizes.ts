/** From each unit at least five dossiers, and of large ones two in a hundred (own reading). */
const SMALLEST = 5;
const ONE_OF = 50;

/** How many dossiers of a unit are reviewed: all of them where it has fewer than five, 2 % rounded up where that is more. */
export const sampleSize = (all: number) => Math.min(all, Math.max(SMALLEST, Math.ceil(all / ONE_OF)));

/**
 * `size` shared among strata by how many dossiers each has: one for each first, largest first where there are more strata than that,
 * then the rest by largest remainders, and none more than it has. Ties go by name, so that everybody comes to the same.
 */
export function shareOut(size: number, strata: ReadonlyMap<string, number>): Map<string, number> {
  const rows = [...strata]
    .filter(([, n]) => n > 0)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, size)
    .map(([stratum, n]) => ({ stratum, left: n - 1, taken: 1 }));
  const left = rows.reduce((total, each) => total + each.left, 0);
  const rest = Math.min(size - rows.length, left);
  const parts = rows.map((row) => ({
    row,
    whole: Math.floor((rest * row.left) / (left || 1)),
    over: (rest * row.left) % (left || 1),
  }));
  let over = rest - parts.reduce((total, { whole }) => total + whole, 0);
  for (const { row, whole } of [...parts].sort((a, b) => b.over - a.over || (a.row.stratum < b.row.stratum ? -1 : 1))) {
    row.taken += whole + (over > 0 ? 1 : 0);
    over -= 1;
  }
  return new Map(rows.map(({ stratum, taken }) => [stratum, taken]));
}
