import type { Finding } from '#rules/finding.ts';
import { chance, type Random } from './random.ts';

type Points = 0 | 10 | 20;
type Indicator = '1' | '2' | '3' | '4' | '6' | '7';

/** One indicator as an officer confirms it, tenths: what was prefilled, what was given, and why where the two differ. */
interface SelfValue {
  readonly shown: Points | null;
  readonly points: Points;
  readonly note?: string;
}
export type SelfValues = Partial<Record<Indicator, SelfValue>>;

const UNKNOWN = 'Công dân chỉ làm việc tại quầy, không có phản ánh.';
const RAISED = 'Chậm do chờ ý kiến đơn vị phối hợp, đã báo công dân.';

/**
 * What an officer confirms of the computed findings on a dossier: mostly the prefilled points, now and then better ones with a
 * reason. One who inflates finds a reason nearly always, and full points.
 */
export function simulateSelfValues(random: Random, computed: readonly Finding[], inflates: boolean): SelfValues {
  const values: SelfValues = {};
  for (const { indicator, points } of computed) {
    const shown = points as Points | null;
    const key = String(indicator) as Indicator;
    if (shown === null) {
      if (indicator !== 6) values[key] = { shown, points: 20, note: UNKNOWN };
    } else if (shown < 20 && chance(random, inflates ? 90 : 25))
      values[key] = { shown, points: inflates ? 20 : ((shown + 10) as Points), note: RAISED };
    else values[key] = { shown, points: shown };
  }
  return values;
}
