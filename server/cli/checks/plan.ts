import { type Period, quarter } from '#rules/period.ts';
import { MANIPULATIONS } from '../../simulate/manipulations/list.ts';
import type { PlannedManipulation } from '../../simulate/planted.ts';
import type { SimulationPlan } from '../../simulate/simulate.ts';

/** What one call measures. */
export interface Measuring {
  readonly units: number;
  readonly officers: number;
  readonly dossiers: number;
  /** Nothing is planted. */
  readonly honest: boolean;
}

/** Percent of units, or of officers, at the strength that has to be found and at each other one: more than a fifth do nothing. */
const RATES = { unit: { fixed: 8, other: 1 }, officer: { fixed: 1.5, other: 0.5 } } as const;

/** A quarter within the rules and the calendar; which one plays no part. */
const PERIOD: Period = quarter(2026, 3);

const everything = (): PlannedManipulation[] =>
  MANIPULATIONS.flatMap(({ id, by, strength, steps }) =>
    steps.map((step) => ({ id, strength: step, rate: RATES[by][step === strength ? 'fixed' : 'other'] })),
  );

/** The province of one seed: every manipulation at every strength, or none. */
export function planOf(seed: number, { honest, ...size }: Measuring): SimulationPlan {
  return { seed, ...size, period: PERIOD, manipulations: honest ? [] : everything() };
}
