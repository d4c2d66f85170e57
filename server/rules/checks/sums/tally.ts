import { HITS } from '../check.ts';
import type { Tally } from '../sums.ts';

export const emptyTally = (): Tally => ({ n: 0, k: 0, hits: [] });

/** Keeps the hits of the smallest hash: which ones does not hang on the order they came in. */
function keepHit(tally: Tally, hit: Tally['hits'][number]): void {
  const last = tally.hits[HITS - 1];
  if (last && hit.hash >= last.hash) return;
  const after = tally.hits.findIndex(({ hash }) => hash > hit.hash);
  tally.hits.splice(after < 0 ? tally.hits.length : after, 0, hit);
  if (tally.hits.length > HITS) tally.hits.pop();
}

/** One more case of n, and of k where `isHit`. @param hash asked for hits only. */
export function count(tally: Tally, isHit: boolean, code: string, hash: (code: string) => string): void {
  tally.n += 1;
  if (!isHit) return;
  tally.k += 1;
  keepHit(tally, { code, hash: hash(code) });
}

/** Tallies of parts of a unit as that of the unit. */
export function pooled(tallies: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const { n, k, hits } of tallies) {
    all.n += n;
    all.k += k;
    for (const hit of hits) keepHit(all, hit);
  }
  return all;
}

/** Dossier codes behind a tally, in the order of the alphabet. */
export const codesOf = ({ hits }: Tally): string[] => hits.map(({ code }) => code).sort();
