/** What a tier looks at. */
export interface Tierable {
  /** Tiers hold within a level, as ranks do. */
  readonly level: string;
  /** `null` = not ranked, and then in no tier. */
  readonly rank: number | null;
  /** Of the total; `null` = not known. */
  readonly interval: { readonly lo: number; readonly hi: number } | null;
}

/** The units of one level by rank; those that share a rank together, for they stay together. */
function byRank(units: readonly Tierable[]): Tierable[][] {
  const ranks = [...new Set(units.map(({ rank }) => rank ?? 0))].sort((a, b) => a - b);
  return ranks.map((rank) => units.filter((unit) => unit.rank === rank));
}

/**
 * Tiers of the ranked units of each level, best first, in the order of `units`: down the ranks, a unit stands with those before it while
 * its interval meets that of every one of them, so that of no two in a tier it is clear who is ahead. A unit of the next tier need not
 * be clearly behind all of this one: for two units their intervals tell. `null` = not ranked, or the level has a ranked unit whose
 * interval is not known: where it stands cannot be told then, nor can the others.
 */
export function tiersOf(units: readonly Tierable[]): (number | null)[] {
  const tiers = new Map<Tierable, number>();
  for (const level of new Set(units.map((unit) => unit.level))) {
    const ranked = units.filter((unit) => unit.level === level && unit.rank !== null);
    if (ranked.some(({ interval }) => interval === null)) continue;
    let tier = 0;
    // What the intervals of the tier have in common; the first unit finds nothing.
    let common = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
    for (const tied of byRank(ranked)) {
      const own = {
        lo: Math.max(...tied.map(({ interval }) => interval?.lo ?? 0)),
        hi: Math.min(...tied.map(({ interval }) => interval?.hi ?? 0)),
      };
      const met = { lo: Math.max(common.lo, own.lo), hi: Math.min(common.hi, own.hi) };
      const stays = tier > 0 && met.lo <= met.hi;
      if (!stays) tier += 1;
      common = stays ? met : own;
      for (const unit of tied) tiers.set(unit, tier);
    }
  }
  return units.map((unit) => tiers.get(unit) ?? null);
}
