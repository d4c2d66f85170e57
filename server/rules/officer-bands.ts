import { formatCount, formatPercent } from './format.ts';
import { type Citation, type IsoDate, inForce } from './law.ts';
import { roundHalfUp } from './points.ts';
import type { OfficerGradeCode, PointsRuleset } from './rulesets/ruleset.ts';

/** How many officers stand in one completion level. */
export interface OfficerBand {
  readonly code: OfficerGradeCode;
  readonly label: string;
  readonly n: number;
  /** Hundredths of a percent of the graded officers: 32,14 % is 3214. */
  readonly share: number;
  readonly because: string;
}

export interface OfficerBands {
  /** Best level first, also those nobody is in. */
  readonly bands: readonly OfficerBand[];
  /** Officers with a level; the shares are of them. */
  readonly graded: number;
  /** Officers without one, counted apart and in no share. */
  readonly ungraded: number;
  readonly cite: Citation;
}

/**
 * Officers by completion level (TT 01/2018/TT-VPCP Điều 15), each share rounded half up to two decimals and printed with its count.
 * @param codes one for each officer, `null` = not graded. @param on last day of the period.
 * @throws RangeError when no officer has a level: a share of nothing is not a number.
 */
export function officerBands(
  ruleset: PointsRuleset,
  codes: readonly (OfficerGradeCode | null)[],
  on: IsoDate,
): OfficerBands {
  const { value: steps, cite } = inForce('Xếp loại cán bộ, công chức, viên chức', ruleset.officerGrades, on);
  const graded = codes.filter((code) => code !== null).length;
  if (graded === 0) throw new RangeError('Chưa cán bộ nào được xếp loại nên không có tỷ lệ. Bổ sung điểm các chỉ số.');
  const bands = steps.map(({ code, label }): OfficerBand => {
    const n = codes.filter((each) => each === code).length;
    const percent = formatPercent(n, graded, 'vi', 2);
    return {
      code,
      label,
      n,
      share: roundHalfUp(n * 10_000, graded),
      because: `${formatCount(n)}/${formatCount(graded)} cán bộ được xếp loại (${percent}): ${label}.`,
    };
  });
  return { bands, graded, ungraded: codes.length - graded, cite };
}
