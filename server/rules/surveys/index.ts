import { binhThuan2019 } from './binh-thuan-2019.ts';
import { danhgia2026 } from './danhgia-2026.ts';
import { nhanh32026 } from './nhanh-3-2026.ts';
import type { Survey } from './survey.ts';
import { tayNinhTablet3 } from './tay-ninh-tablet-3.ts';
import { tt32Three } from './tt32-3.ts';
import { tt32Five } from './tt32-5.ts';

/** Every published version. A published version never changes; a correction is a new entry. */
export const SURVEYS: readonly Survey[] = [danhgia2026, nhanh32026, tt32Three, tt32Five, binhThuan2019, tayNinhTablet3];

/** The survey `id` in `version`, or its newest version when none is named; `null` when there is none. */
export function findSurvey(id: string, version?: number): Survey | null {
  const versions = SURVEYS.filter((s) => s.id === id && (version === undefined || s.version === version));
  return versions.reduce<Survey | null>((newest, s) => (newest && newest.version > s.version ? newest : s), null);
}
