import type * as z from 'zod';
import { lastDay } from '#rules/period.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import type { scoreInput } from '#wire/score-input.ts';
import { PROVINCE, type SimulatedUnit } from '../simulate/province.ts';
import type { Simulation, SimulationPlan } from '../simulate/simulate.ts';
import type { SimulatedRecord } from '../simulate/simulate-record.ts';

/** What the invented province decided when the circular's own ground had gone. */
const DECISION = {
  act: `QĐ 99/QĐ-UBND (giả định) của UBND ${PROVINCE.name}`,
  ruleset: 'tt01-2018',
  from: '2025-07-01',
  to: null,
} as const;

/** Points on the indicators judged dossier by dossier; an old form also asks about the unit. */
function perDossier(points: object): object {
  const ids = TT01_2018.perDossier.map(String);
  return Object.fromEntries(Object.entries(points).filter(([indicator]) => ids.includes(indicator)));
}

function itemOf({ dossier, verifiedPetition, citizen, self }: SimulatedRecord): object {
  const { facts = {}, legacy = {}, proof } = citizen ?? {};
  return {
    dossier,
    verifiedPetition,
    ...(Object.keys(facts).length > 0 && { citizen: facts }),
    ...(Object.keys(legacy).length > 0 && { legacy: perDossier(legacy) }),
    ...(proof && { proof }),
    ...(self && { self: perDossier(self) }),
  };
}

/** A complete input of `cli score` for one invented unit. */
export function simulatedScoreInput(
  simulation: Simulation,
  { period }: SimulationPlan,
  unit: SimulatedUnit,
): { readonly dossiers: readonly object[] } & Omit<z.input<typeof scoreInput>, 'dossiers'> {
  const records = [...simulation.recordsOf(unit)];
  const online = records.filter(({ dossier }) => dossier.channel === 'online').length;
  return {
    period: { from: period.from, lastDay: lastDay(period) },
    decision: lastDay(period) < DECISION.from ? null : DECISION,
    evaluated: true,
    unitFacts: simulation.factsOf(unit, { dossiers: records.length, online }),
    dossiers: records.map(itemOf),
  };
}
