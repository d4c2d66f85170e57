import type { UnitFacts } from '#rules/facts.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Db } from './db.ts';
import { type PetitionCounts, recordedPetitions } from './petitions.ts';
import { unitFactsOf } from './unit-facts.ts';

/** What a unit is scored by for a period. */
export interface ScoredFacts {
  /** Its declaration; petitions it puts on record one by one take the place of a declared count, so none counts twice. */
  readonly facts: UnitFacts;
  /** Whether the unit declared anything itself: what the system counted for it is no declaration. */
  readonly declared: boolean;
}

interface Days {
  readonly period: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The facts every unit is scored by, by unit; one of which nothing is known is absent. */
export async function scoredFactsOf(db: Db, tenant: string, days: Days): Promise<Map<string, ScoredFacts>> {
  const found = new Map<string, ScoredFacts>();
  for (const { unit, facts } of await unitFactsOf(db, tenant, days.period, null))
    found.set(unit, { facts, declared: Object.keys(facts).length > 0 });
  for (const [unit, petitions] of await recordedPetitions(db, tenant, days)) {
    const { facts = {}, declared = false } = found.get(unit) ?? {};
    found.set(unit, { facts: { ...facts, petitions }, declared });
  }
  return found;
}

/** A unit whose declared petitions are not those on record. */
export interface PetitionDifference {
  readonly unit: string;
  readonly declared: PetitionCounts;
  readonly recorded: PetitionCounts;
}

/** The units that declared other counts than their petitions on record have, by unit: to be looked at before the close. */
export async function petitionDifferences(db: Db, tenant: string, days: Days): Promise<PetitionDifference[]> {
  const recorded = await recordedPetitions(db, tenant, days);
  const declared = await unitFactsOf(db, tenant, days.period, null);
  return declared.flatMap(({ unit, facts: { petitions } }) => {
    const own = recorded.get(unit);
    const keys = ['received', 'onTime', 'prolonged'] as const;
    if (!petitions || !own || keys.every((key) => own[key] === petitions[key])) return [];
    return [{ unit, declared: petitions, recorded: own }];
  });
}
