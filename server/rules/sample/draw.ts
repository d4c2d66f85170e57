import { sampleSize, shareOut } from './sizes.ts';
import { type Drawable, type Stratum, stratumOf } from './strata.ts';

/** SHA-256 of UTF-8 text in lower-case hexadecimal, as `sha256sum` prints it. Rules take no module: handed in. */
export type Sha256 = (text: string) => string;

/** A dossier to review. `place` counts from 1 within its stratum of its unit. */
export interface Drawn {
  readonly unit: string;
  readonly code: string;
  readonly stratum: Stratum;
  readonly place: number;
}

const SEPARATOR = '|';

/**
 * The seed of a sample: SHA-256 of `<hash of all it is drawn from>|<number drawn in public after the close>`, so that neither who holds
 * the figures nor who draws the number can choose it. The hash is that of the dossiers (`frameHash`), not of the snapshot: that of a
 * snapshot has answers in it and is taken away with it, and a published hash of answers could be tried out against.
 */
export const seedOf = (frame: string, number: string, sha256: Sha256) => sha256(`${frame}${SEPARATOR}${number}`);

const grouped = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/**
 * The dossiers to review: of each unit a size by its number, shared among its strata, and within a stratum those of the smallest
 * SHA-256 of `<seed>|<code>`. Anybody with the seed comes to the same list, in whatever order the dossiers are read.
 * @returns by unit, stratum, place.
 */
export function drawSample(dossiers: readonly Drawable[], seed: string, sha256: Sha256): Drawn[] {
  const byUnit = [...grouped(dossiers, ({ unit }) => unit)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byUnit.flatMap(([unit, own]) => {
    const strata = [...grouped(own, stratumOf)].sort(([a], [b]) => (a < b ? -1 : 1));
    const sizes = shareOut(sampleSize(own.length), new Map(strata.map(([stratum, each]) => [stratum, each.length])));
    return strata.flatMap(([stratum, each]) =>
      each
        .map(({ code }) => ({ code, hash: sha256(`${seed}${SEPARATOR}${code}`) }))
        .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.code < b.code ? -1 : 1))
        .slice(0, sizes.get(stratum) ?? 0)
        .map(({ code }, i) => ({ unit, code, stratum, place: i + 1 })),
    );
  });
}

/** What is published of a list: its SHA-256, one `<unit>|<code>` a line in the order drawn. The codes themselves are not. */
export const listHash = (drawn: readonly Drawn[], sha256: Sha256) =>
  sha256(drawn.map(({ unit, code }) => `${unit}${SEPARATOR}${code}\n`).join(''));
