import { custom } from '#rules/period.ts';
import { type SimulationPlan, simulate } from '../../server/simulate/simulate.ts';
import type { SimulatedRecord } from '../../server/simulate/simulate-record.ts';

/** Nine months with Tết in them, without deliberate faults. */
export const PLAN: SimulationPlan = {
  seed: 7,
  units: 20,
  dossiers: 6000,
  period: custom('2026-01-05', '2026-09-30'),
  faults: 0,
};

/** All records of a province, kept: for tests only. */
export function recordsOf(plan: SimulationPlan): SimulatedRecord[] {
  const { province, recordsOf: of } = simulate(plan);
  return province.units.flatMap((unit) => [...of(unit)]);
}
