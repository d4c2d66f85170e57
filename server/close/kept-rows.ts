import { SMALLEST_GROUP } from '../figures/suppress.ts';

export type JointKind = 'self×citizen' | 'computed×citizen';

/** Dossiers of one unit that are alike in all that is known beside the citizens' answers on one indicator. */
export interface Alike {
  readonly officer: string | null;
  /** Tenths; `undefined` = that series has no points on them. */
  readonly self: number | undefined;
  readonly computed: number | undefined;
  /** Citizen's points → number of dossiers. */
  readonly citizen: Map<number, number>;
}

/** Dossiers of the unit, or of one officer, that have `a` points in the first series: how many have which in the citizens'. */
export interface JointRow {
  /** '' = the whole unit. */
  readonly officer: string;
  readonly kind: JointKind;
  readonly a: number;
  readonly citizen: ReadonlyMap<number, number>;
}

const KINDS = [
  ['computed×citizen', 'computed'],
  ['self×citizen', 'self'],
] as const;

function added(block: readonly Alike[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { citizen } of block) for (const [b, n] of citizen) sum.set(b, (sum.get(b) ?? 0) + n);
  return sum;
}

/** Nobody's answer shows: enough people, and not all of one answer. */
function safe(block: readonly Alike[]): boolean {
  const citizen = added(block);
  return citizen.size >= 2 && [...citizen.values()].reduce((sum, n) => sum + n, 0) >= SMALLEST_GROUP;
}

/**
 * The rows of joint counts that may be kept for one unit and indicator. Findings and officers stay on record per dossier, so
 * whoever reads both can subtract one kept row from another, or from all answers of the unit. So a row is kept only while every
 * block into which the kept rows cut the unit's dossiers holds at least 5 of them, with at least two different answers: all that
 * can be computed from the rows is a sum of whole blocks. The unit's rows come before those of its officers.
 */
export function keptRows(alike: readonly Alike[]): JointRow[] {
  const officers = [...new Set(alike.flatMap(({ officer }) => officer ?? []))].sort();
  const kept: JointRow[] = [];
  let blocks: readonly (readonly Alike[])[] = [alike];
  for (const officer of ['', ...officers])
    for (const [kind, series] of KINDS) {
      const group = alike.filter((each) => officer === '' || each.officer === officer);
      const points = [...new Set(group.flatMap((each) => each[series] ?? []))].sort((x, y) => x - y);
      for (const a of points) {
        const row = new Set(group.filter((each) => each[series] === a));
        const cut = blocks
          .flatMap((block) => [block.filter((each) => row.has(each)), block.filter((each) => !row.has(each))])
          .filter((block) => block.length > 0);
        if (!cut.every(safe)) continue;
        blocks = cut;
        kept.push({ officer, kind, a, citizen: added([...row]) });
      }
    }
  return kept;
}
