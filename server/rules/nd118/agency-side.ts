import { asReading } from '../as-reading.ts';
import { formatHundredths, formatList } from '../format.ts';
import { type Citation, type IsoDate, inForce } from '../law.ts';
import type { Score766 } from '../qd766/score.ts';
import type { Tally766 } from '../qd766/total.ts';
import { AGENCY_GROUPS, ND118_EV } from '../rulesets/nd118-ev.ts';
import type { GroupId } from '../rulesets/qd766-index.ts';

/** One group the decree judges the agency on, with the points of the group of QĐ 766/QĐ-TTg that measures it. */
export interface AgencyGroup extends Tally766 {
  readonly heading: string;
  readonly group766: GroupId;
  readonly cite: Citation;
  readonly because: string;
}

function becauseOf({ points, of, max, missing, unknownCeiling }: Tally766, name: string): string {
  const without = missing.length > 0 ? `; thiếu chỉ số ${formatList(missing)}` : '';
  const open = unknownCeiling.length > 0 ? `; chưa biết điểm tối đa của chỉ số ${formatList(unknownCeiling)}` : '';
  if (points === null) return `Nhóm «${name}» của QĐ 766/QĐ-TTg chưa có số liệu${without}${open}.`;
  return `Nhóm «${name}» của QĐ 766/QĐ-TTg: ${formatHundredths(points)}/${formatHundredths(of)} điểm, tối đa ${formatHundredths(max)}${without}${open}.`;
}

const JOINED =
  'Ghép nhóm của Nghị định với nhóm của QĐ 766/QĐ-TTg theo tên là cách hiểu; Nghị định không quy định điểm.';

/**
 * The agency's side of an evaluation under NĐ 118/2025/NĐ-CP Điều 32: its five groups in the order of the decree, each measured by a
 * group of QĐ 766/QĐ-TTg. Which group measures which is read from their names. The decree gives no points of its own.
 * @param score of the same place and period. @param on last day of the period.
 * @throws NotInForce before 01/7/2025. @throws RangeError when the score has no such group.
 */
export function agencySide(score: Pick<Score766, 'groups'>, on: IsoDate): readonly AgencyGroup[] {
  inForce(ND118_EV.title, ND118_EV.inForce, on);
  return AGENCY_GROUPS.map(({ heading, group766, cite }) => {
    const found = score.groups.find(({ id }) => id === group766);
    if (!found) throw new RangeError(`Kết quả QĐ 766/QĐ-TTg không có nhóm ${group766}.`);
    const { points, of, max, missing, unknownCeiling, name } = found;
    return {
      heading,
      group766,
      points,
      of,
      max,
      missing,
      unknownCeiling,
      cite: asReading(cite, JOINED),
      because: becauseOf(found, name),
    };
  });
}
