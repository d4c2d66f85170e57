import type { UnitResult } from '#wire/results.ts';
import { ownFaults } from '../figures/own-faults.ts';
import { Refusal } from '../refusal.ts';
import { settledChoices } from '../store/settled-choices.ts';

/**
 * The public is shown no table that does not add up, unless it is told why; returns that reason, `null` where all adds up.
 * @param choices JSON of those the results were scored by.
 * @throws Refusal 409 `sum.fault` naming what does not add up.
 */
export function requireSums(units: readonly UnitResult[], choices: string, reason: string | undefined): string | null {
  const faults = ownFaults(units, settledChoices(choices));
  if (faults.length === 0) return null;
  if (reason !== undefined) return reason;
  throw new Refusal(
    409,
    'sum.fault',
    `${faults[0]?.message} Sửa số liệu rồi tính lại, hoặc ghi lý do trước khi công khai.`,
    { issues: faults.map(({ code, message }) => ({ path: code, message })) },
  );
}
