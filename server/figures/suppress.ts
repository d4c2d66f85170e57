/** Fewer forms than this and a reader could work out who answered what (design: n ≥ 5). */
export const SMALLEST_GROUP = 5;

/** A unit beside its siblings: the family in which totals are also shown. */
export interface Sibling {
  readonly unit: string;
  readonly family: string;
  readonly n: number;
}

/**
 * Units with fewer than 5 forms. One without any form is among them: were it shown, every other hidden one would be known to
 * have 1–4, which is four values and not five.
 */
export function smallUnits(units: readonly Sibling[]): Set<string> {
  return new Set(units.filter(({ n }) => n < SMALLEST_GROUP).map(({ unit }) => unit));
}

/**
 * Units the public must not see: those with fewer than 5 forms and, where only one of a family would be hidden, the next
 * smallest sibling too, since a total of the family, published elsewhere, minus the shown ones would give the lone one away.
 */
export function suppress(units: readonly Sibling[]): Set<string> {
  const hidden = smallUnits(units);
  for (const family of new Set(units.map((u) => u.family))) {
    const own = units.filter((u) => u.family === family);
    if (own.filter((u) => hidden.has(u.unit)).length !== 1) continue;
    const [next] = own.filter((u) => !hidden.has(u.unit)).sort((a, b) => a.n - b.n || (a.unit < b.unit ? -1 : 1));
    if (next) hidden.add(next.unit);
  }
  return hidden;
}
