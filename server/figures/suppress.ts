/** Fewer forms than this and a reader could work out who answered what (design: n ≥ 5). */
export const SMALLEST_GROUP = 5;

/** A unit beside its siblings: the family in which totals are also shown. */
export interface Sibling {
  readonly unit: string;
  readonly family: string;
  readonly n: number;
}

/**
 * Units the public must not see: those with 1–4 forms, and, where only one of a family would be hidden, the next smallest
 * sibling too, since the family's total minus the shown ones would give the lone one away. A unit with no form at all
 * hides nobody.
 */
export function suppress(units: readonly Sibling[]): Set<string> {
  const hidden = new Set<string>();
  const families = new Map<string, Sibling[]>();
  for (const u of units) families.set(u.family, [...(families.get(u.family) ?? []), u]);
  for (const family of families.values()) {
    const small = family.filter((u) => u.n > 0 && u.n < SMALLEST_GROUP);
    for (const u of small) hidden.add(u.unit);
    if (small.length !== 1) continue;
    const rest = family.filter((u) => u.n >= SMALLEST_GROUP).sort((a, b) => a.n - b.n || (a.unit < b.unit ? -1 : 1));
    if (rest[0]) hidden.add(rest[0].unit);
  }
  return hidden;
}
