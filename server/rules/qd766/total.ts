import { asReading } from '../as-reading.ts';
import { formatHundredths, formatList } from '../format.ts';
import type { Citation } from '../law.ts';
import type { Hundredths } from '../points.ts';
import type { GradeBand, GroupId, IndexGroup, IndexId } from '../rulesets/qd766-index.ts';
import type { Finding766 } from './finding.ts';

/** Points of some indices together. `points: null` = none of them has a value. */
export interface Tally766 {
  readonly points: Hundredths | null;
  /** Ceilings of the indices that have a value. Less than `max` = the points are partial, of this many. */
  readonly of: Hundredths;
  readonly max: Hundredths;
  /** Indices that give points and have none. */
  readonly missing: readonly IndexId[];
  /** Indices of which nobody said how many points they give; the total is partial while there is one. */
  readonly unknownCeiling: readonly IndexId[];
}

export interface GroupTally766 extends Tally766 {
  readonly id: GroupId;
  readonly within: GroupId | null;
  readonly name: string;
}

export interface Grade766 {
  /** `null` = no grade, for the reason given. */
  readonly label: string | null;
  readonly because: string;
  readonly cite: Citation | null;
}

/** Adds what is known; an index that is only followed neither counts nor is missed, one without a known ceiling is named apart. */
function tally(findings: readonly Finding766[], max: Hundredths): Tally766 {
  let [points, of]: [Hundredths | null, Hundredths] = [null, 0];
  const missing: IndexId[] = [];
  const unknownCeiling: IndexId[] = [];
  for (const finding of findings) {
    if (finding.max === 0) continue;
    if (finding.max === null) unknownCeiling.push(finding.index);
    else if (finding.points === null) missing.push(finding.index);
    else [points, of] = [(points ?? 0) + finding.points, of + finding.max];
  }
  return { points, of, max, missing, unknownCeiling };
}

/** Each group and each part of a group; a group holds the indices of its parts. */
export function groupTallies(groups: readonly IndexGroup[], findings: readonly Finding766[]): readonly GroupTally766[] {
  const parentOf = (id: GroupId) => groups.find((each) => each.id === id)?.within;
  return groups.map(({ id, within, name, max }) => {
    const own = findings.filter(({ group }) => group === id || parentOf(group) === id);
    return { id, within, name, ...tally(own, max) };
  });
}

/** The total of all groups: the sum of the rounded points of the indices. */
export function totalTally(groups: readonly IndexGroup[], findings: readonly Finding766[]): Tally766 {
  const max = groups.reduce((sum, group) => (group.within === null ? sum + group.max : sum), 0);
  return tally(findings, max);
}

const GROUPS_FULL =
  'Các trần đã biết cộng đủ tổng của các nhóm nên vẫn xếp loại; chỉ số chưa biết điểm tối đa không được tính.';

/**
 * The grade of a total in which nothing is missing. Rows without a known ceiling do not stand in its way as long as the known ceilings
 * fill the groups: the grade is then our reading.
 * @param bands best first. @throws RangeError when the total falls below every band.
 */
export function grade766(total: Tally766, bands: readonly GradeBand[]): Grade766 {
  const score = `${formatHundredths(total.points)}/${formatHundredths(total.of)}`;
  const { points, of, max, missing, unknownCeiling } = total;
  const apart =
    unknownCeiling.length > 0 ? ` Chưa kể chỉ số ${formatList(unknownCeiling)}, chưa biết điểm tối đa.` : '';
  const none = (why: string) => ({
    label: null,
    because: `Tổng điểm ${score} của các chỉ số có số liệu; ${why} nên chưa xếp loại.${apart}`,
    cite: null,
  });
  if (missing.length > 0) return none(`thiếu chỉ số ${formatList(missing)}`);
  if (points === null || of < max) return none('các trần đã biết chưa đủ tổng của các nhóm');
  const index = bands.findIndex(({ min }) => points >= min);
  const band = bands[index];
  if (!band) throw new RangeError(`Xếp loại: tổng điểm ${score} không thuộc mức nào.`);
  const above = bands[index - 1];
  const upper = above && formatHundredths(above.min);
  const range =
    band.min === 0 && upper
      ? `dưới ${upper}`
      : `từ ${formatHundredths(band.min)}${upper ? ` đến dưới ${upper}` : ' trở lên'}`;
  const because = `Tổng điểm ${score}, ${range}: ${band.label}.${apart}`;
  return { label: band.label, because, cite: apart ? asReading(band.cite, GROUPS_FULL) : band.cite };
}
