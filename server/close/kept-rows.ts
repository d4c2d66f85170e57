import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { JointCount } from '../store/joint-counts.ts';
import type { AlikeDossiers } from './joint-table.ts';

export type JointKind = JointCount['kind'];

/** Dossiers of the unit, or of one officer, that have `a` points in the first series: how many have which in the citizens'. */
export interface JointRow {
  /** '' = the whole unit. */
  readonly officer: string;
  readonly kind: JointKind;
  readonly indicator: IndicatorId;
  readonly a: number;
  readonly citizen: ReadonlyMap<number, number>;
}

/** Whose answers are on record apart, by indicator: their sums are kept beside the rows. */
export type OfficersApart = ReadonlyMap<number, ReadonlySet<string>>;

/** Dossiers that lie in exactly the same rows and sums. */
export type Block = readonly AlikeDossiers[];
type Answered = readonly Pick<AlikeDossiers, 'citizen'>[];

const KINDS = [
  ['computed×citizen', 'computed'],
  ['self×citizen', 'self'],
] as const;

function added(block: Answered, indicator: IndicatorId): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { citizen } of block) for (const [b, n] of citizen.get(indicator) ?? []) sum.set(b, (sum.get(b) ?? 0) + n);
  return sum;
}

/** Nobody's answer on the indicator shows: nobody answered, or enough did and not all alike. */
function hides(counts: ReadonlyMap<number, number>): boolean {
  if (counts.size === 0) return true;
  return counts.size >= 2 && [...counts.values()].reduce((sum, n) => sum + n, 0) >= SMALLEST_GROUP;
}

/** Nobody's answer shows in the sum over `block`. */
export const safe = (block: Answered): boolean => INDICATOR_IDS.every((id) => hides(added(block, id)));

/** What the officers' own sums tell apart already. */
function firstBlocks(alike: Block, apart: OfficersApart): Block[] {
  const blocks = new Map<string, AlikeDossiers[]>();
  for (const each of alike) {
    const of = (id: IndicatorId) => (apart.get(id)?.has(each.owners[id] ?? '') ? each.owners[id] : null);
    const key = JSON.stringify(INDICATOR_IDS.map(of));
    blocks.set(key, [...(blocks.get(key) ?? []), each]);
  }
  return [...blocks.values()];
}

/** The blocks as `row` cuts them, or `null` when a block in it, or what it leaves of one, would tell how somebody answered. */
function cut(blocks: readonly Block[], row: ReadonlySet<AlikeDossiers>): Block[] | null {
  const next: Block[] = [];
  for (const block of blocks) {
    const within = block.filter((each) => row.has(each));
    if (within.length === 0) {
      next.push(block);
      continue;
    }
    const left = block.filter((each) => !row.has(each));
    if (!safe(within) || !safe(left)) return null;
    next.push(...[within, left].filter((part) => part.length > 0));
  }
  return next;
}

/**
 * The rows of joint counts that may be kept for one unit, and the blocks they and the officers' sums cut its dossiers into. Findings, officers and officers' sums stay on record, so whoever reads
 * them can add and subtract rows, also of different indicators, for one dossier stands in several and its answers belong together.
 * All that can be reached so is a sum of whole blocks: the sets of dossiers that lie in exactly the same rows and sums. So a row is
 * kept only if in each block it holds, and in what it leaves of one it cuts, every indicator was answered by at least 5, not all
 * alike, or by nobody. The unit's rows come before those of its officers.
 */
export function keptRows(alike: Block, apart: OfficersApart): { rows: JointRow[]; blocks: readonly Block[] } {
  const officers = [...new Set([...apart.values()].flatMap((each) => [...each]))].sort();
  const kept: JointRow[] = [];
  let blocks = firstBlocks(alike, apart);
  for (const officer of ['', ...officers])
    for (const indicator of INDICATOR_IDS)
      for (const [kind, series] of KINDS) {
        const group = alike.filter((each) => officer === '' || each.owners[indicator] === officer);
        const points = [...new Set(group.flatMap((each) => each[series][indicator] ?? []))].sort((x, y) => x - y);
        for (const a of points) {
          const row = group.filter((each) => each[series][indicator] === a);
          const citizen = added(row, indicator);
          if (citizen.size === 0 || !hides(citizen)) continue;
          const next = cut(blocks, new Set(row));
          if (!next) continue;
          blocks = next;
          kept.push({ officer, kind, indicator, a, citizen });
        }
      }
  return { rows: kept, blocks };
}
