import type { Distributions } from './checks/distributions.ts';
import { clopperPearson } from './clopper-pearson.ts';
import type { Permille } from './interval.ts';
import { type Bounds, meanRange, printedRange } from './mean-interval.ts';
import type { Tenths } from './points.ts';

/** Below this many dossiers a kappa jumps about; no text says where, so this is own reading. */
const SMALLEST_KAPPA = 30;

/** Where nearly all values are one, kappa falls to nothing although both agree (own reading of «nearly», in permille). */
const NEARLY_ALL = 950;

/** Printed once beside kappa. */
export const KAPPA_NOTE =
  'Kappa có trọng số bình phương: 1 là khớp hoàn toàn, 0 là chỉ khớp như ngẫu nhiên; lệch càng xa càng bị trừ nhiều.';

/** Points two sides gave the same indicator of the same dossier. */
export interface Pair {
  readonly one: Tenths;
  readonly other: Tenths;
}

/** `k` of the pairs, with the exact 95 % interval. */
export interface AgreedShare {
  readonly k: number;
  readonly lo: Permille;
  readonly hi: Permille;
}

export interface Agreement {
  readonly n: number;
  readonly agree: AgreedShare;
  /** The first side gave more, or less. */
  readonly higher: AgreedShare;
  readonly lower: AgreedShare;
  /** Mean of first − second in tenths, half away from nothing, with the widest interval its sum allows. */
  readonly difference: { readonly mean: Tenths; readonly lo: Tenths; readonly hi: Tenths };
  /** Thousandths; `few` = fewer than 30 dossiers, `alike` = one value has more than 95 %. */
  readonly kappa: number | 'few' | 'alike';
}

/** Quadratically weighted kappa (Cohen, Psychological Bulletin 70, 1968): 1 − squared differences seen over those expected by chance. */
function kappaOf(pairs: readonly Pair[]): Agreement['kappa'] {
  const n = pairs.length;
  if (n < SMALLEST_KAPPA) return 'few';
  const counts = new Map<Tenths, number>();
  for (const value of pairs.flatMap(({ one, other }) => [one, other])) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (1000 * Math.max(...counts.values()) > NEARLY_ALL * 2 * n) return 'alike';
  const sum = (of: (pair: Pair) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const seen = n * sum(({ one, other }) => (one - other) ** 2);
  const squares = sum(({ one, other }) => one ** 2 + other ** 2);
  const expected = n * squares - 2 * sum(({ one }) => one) * sum(({ other }) => other);
  return Math.round(1000 * (1 - seen / expected));
}

/**
 * How far two sides agree on one indicator: self and appraiser, computed and appraiser, or self and computed.
 * @param max the most the indicator gives, so that differences lie between −max and max.
 * @returns `null` of no dossier.
 */
export function agreementOf(pairs: readonly Pair[], max: Tenths, by: Distributions): Agreement | null {
  const n = pairs.length;
  const share = (is: (difference: Tenths) => boolean): AgreedShare => {
    const k = pairs.filter(({ one, other }) => is(one - other)).length;
    return { k, ...(clopperPearson(k, n, by) ?? { lo: 0, hi: 1000 }) };
  };
  const sum = pairs.reduce((total, { one, other }) => total + one - other, 0);
  const bounds: Bounds = { min: -max, max };
  const range = meanRange(sum, n, bounds);
  if (!range) return null;
  const mean = (sum < 0 ? -1 : 1) * Math.round(Math.abs(sum) / n) || 0;
  return {
    n,
    agree: share((difference) => difference === 0),
    higher: share((difference) => difference > 0),
    lower: share((difference) => difference < 0),
    difference: { mean, ...printedRange(range, mean) },
    kappa: kappaOf(pairs),
  };
}
