import { createHash } from 'node:crypto';
import type { Check } from '#rules/checks/check.ts';
import { addDossier } from '#rules/checks/sums/add-dossier.ts';
import type { CheckedDossier, CheckedValue } from '#rules/checks/sums/checked-dossier.ts';
import { emptyUnit } from '#rules/checks/sums/empty-unit.ts';
import type { ProvinceSums, UnitSums } from '#rules/checks/sums.ts';
import { distributions } from '../../../server/distributions.ts';

export const UNIT = 'xa-mau-01';
export const OFFICER = 'CB-01';

/** Computed and given points of indicators, of 20 tenths each: `values([20, 10], [20, 20])`. */
export function values(shown: readonly (number | null)[], points: readonly (number | null)[]) {
  return Object.fromEntries(
    shown.map((value, i): [string, CheckedValue] => [
      String(i + 1),
      { shown: value, points: points[i] ?? null, max: 20 },
    ]),
  );
}

export const scored = (
  shown: readonly (number | null)[],
  points: readonly (number | null)[],
): CheckedDossier['self'] => ({
  officer: OFFICER,
  values: values(shown, points),
  confirmed: null,
  looked: null,
});

/** So many dossiers of one unit, all alike but for their code. */
export function dossiers(n: number, prefix: string, more: Partial<CheckedDossier>): CheckedDossier[] {
  return Array.from({ length: n }, (_, i) => ({
    unit: UNIT,
    code: `${prefix}-${String(i).padStart(4, '0')}`,
    officer: OFFICER,
    self: null,
    ready: null,
    readyOnEdge: false,
    overdue: false,
    moved: null,
    codeDayDiffers: null,
    ...more,
  }));
}

export const hash = (code: string) => createHash('sha256').update(code).digest('hex');

export function provinceOf(rows: readonly CheckedDossier[], more: Partial<ProvinceSums> = {}): ProvinceSums {
  const units = new Map<string, UnitSums>();
  for (const row of rows) {
    const unit = units.get(row.unit) ?? emptyUnit(row.unit);
    units.set(row.unit, unit);
    addDossier(unit, row, hash);
  }
  return { units: [...units.values()], means: [], before: null, declared: [], tables: [], ...more };
}

/** What a check says of the officer (or the unit) of a province: the outcome and its sentence. */
export function judged(check: Check, province: ProvinceSums, officer: string | null = OFFICER, unit = UNIT) {
  const { usual, outcomes } = check.judge(province, distributions);
  const outcome = outcomes.find((one) => {
    const about = one.is === 'few' ? one.about : one.seen.about;
    return about.unit === unit && about.officer === officer;
  });
  if (outcome?.is !== 'seen') return { usual, few: outcome?.n ?? null, seen: null, p: null, sentence: null };
  const sentence = check.sentence(outcome.seen, usual).replaceAll('\u00a0', ' ');
  return { usual, few: null, seen: outcome.seen, p: outcome.p, sentence };
}
