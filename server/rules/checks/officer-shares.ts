import type { Share } from './share-test.ts';
import { codesOf } from './sums/tally.ts';
import type { OfficerSums, ProvinceSums, Tally } from './sums.ts';

/** One share for every officer who has a case, with the dossiers behind it. */
export function officerShares({ units }: ProvinceSums, tallyOf: (officer: OfficerSums) => Tally): Share[] {
  return units.flatMap(({ unit, officers }) =>
    [...officers].flatMap(([officer, sums]) => {
      const tally = tallyOf(sums);
      return tally.n === 0 ? [] : [{ about: { unit, officer }, k: tally.k, n: tally.n, hits: codesOf(tally) }];
    }),
  );
}
