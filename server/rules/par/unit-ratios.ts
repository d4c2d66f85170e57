import type { UnitFacts } from '../facts.ts';
import type { Period } from '../period.ts';
import { CodeTally } from './code-tally.ts';
import { RATIO_LABELS, type Ratio, type RatioCount, type RatioId, ratioSentence } from './ratio.ts';
import { readingOfPar } from './ratio-punctuality.ts';

type Part = Pick<RatioCount, 'numerator' | 'denominator'>;

/** What a unit states for a year and dossiers do not tell. Absent = not stated. */
export interface DeclaredByUnit {
  readonly unit: string;
  /** Procedures published in full, of those that must be. */
  readonly published?: Part;
  /** Dossiers paid for online, of those with a fee. */
  readonly payment?: Part;
  readonly petitions?: Pick<NonNullable<UnitFacts['petitions']>, 'received' | 'onTime'>;
}

interface DeclaredRatio {
  readonly id: RatioId;
  readonly counted: string;
  readonly part: (unit: DeclaredByUnit) => Part | undefined;
}

const DECLARED: readonly DeclaredRatio[] = [
  { id: 'procedures.published', counted: 'thủ tục', part: ({ published }) => published },
  { id: 'payment.online', counted: 'hồ sơ', part: ({ payment }) => payment },
  {
    id: 'petitions.onTime',
    counted: 'phản ánh, kiến nghị',
    part: ({ petitions }) => petitions && { numerator: petitions.onTime, denominator: petitions.received },
  },
];

const NOTE = 'Chưa thấy công thức của Bộ Nội vụ. Cộng số liệu các đơn vị kê khai.';

function checkPart(unit: string, id: RatioId, { numerator, denominator }: Part): void {
  if (
    !Number.isSafeInteger(numerator) ||
    !Number.isSafeInteger(denominator) ||
    numerator < 0 ||
    numerator > denominator
  )
    throw new RangeError(
      `Đơn vị «${unit}», ${RATIO_LABELS[id]}: ${numerator} trong ${denominator} không hợp lệ. Nhập số nguyên, phần không lớn hơn tổng.`,
    );
}

/**
 * Ratios added up from what units declare. Evidence names units: all done, something left, nothing declared. A unit with nothing to
 * count is in none of the lists.
 * @throws RangeError naming the unit for a part larger than its whole. @throws NotInForce for a year without a decision.
 */
export function unitRatios(units: readonly DeclaredByUnit[], period: Period, codes: number): Ratio[] {
  const cite = readingOfPar(period, NOTE);
  return DECLARED.map(({ id, counted, part }) => {
    const [full, short, silent] = [new CodeTally(), new CodeTally(), new CodeTally()];
    let [numerator, denominator] = [0, 0];
    for (const unit of units) {
      const stated = part(unit);
      if (!stated) {
        silent.add(unit.unit, codes);
        continue;
      }
      checkPart(unit.unit, id, stated);
      numerator += stated.numerator;
      denominator += stated.denominator;
      if (stated.numerator < stated.denominator) short.add(unit.unit, codes);
      else if (stated.denominator > 0) full.add(unit.unit, codes);
    }
    const count: RatioCount = { numerator, denominator, unknown: 0, silentUnits: silent.count };
    return {
      id,
      label: RATIO_LABELS[id],
      ...count,
      cite,
      because: ratioSentence(id, count, counted),
      evidence: { numerator: full.shown, rest: short.shown, unknown: silent.shown },
    };
  });
}
