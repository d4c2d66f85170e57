import { type Citation, inForce } from '../law.ts';
import { lastDay, type Period } from '../period.ts';
import type { Level } from '../rulesets/ruleset.ts';
import { PAR_DECISIONS } from './decisions.ts';
import type { RatioRule } from './ratio-rule.ts';

const NOTE =
  'Chưa thấy công thức của Bộ Nội vụ. Đếm hồ sơ kết thúc trong kỳ và hồ sơ chưa xong đã quá hạn trong kỳ; hồ sơ còn trong hạn không tính.';

/** The decision on the index of that year; its formula was not seen. */
export function readingOfPar(period: Period, note: string): Citation {
  const { value } = inForce('Quyết định về Chỉ số cải cách hành chính', PAR_DECISIONS, lastDay(period));
  return { act: value.act, certainty: 'reading', note };
}

/** A dossier whose unit has no known level could belong to each of them. */
const onTimeAt = (level: Level): RatioRule => ({
  id: `onTime.${level}`,
  tell: ({ timeliness, level: own }) => {
    if (timeliness === 'apart') return 'apart';
    if (own === null) return 'unknown';
    return own === level ? timeliness : 'apart';
  },
  cite: (period) => readingOfPar(period, NOTE),
});

export const ON_TIME_PROVINCE = onTimeAt('province');
export const ON_TIME_DISTRICT = onTimeAt('district');
export const ON_TIME_COMMUNE = onTimeAt('commune');
