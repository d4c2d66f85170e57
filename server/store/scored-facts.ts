import type { UnitFacts } from '#rules/facts.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Db } from './db.ts';
import { type PetitionCounts, recordedPetitions } from './petitions.ts';
import { unitFactsOf, unitFactsOrNull } from './unit-facts.ts';

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

/** The facts the unit is scored by; `null` = nothing is known of it. */
export async function scoredFactsOrNull(db: Db, tenant: string, days: Days, unit: string): Promise<ScoredFacts | null> {
  const own = await unitFactsOrNull(db, tenant, days.period, unit);
  const petitions = (await recordedPetitions(db, tenant, days, unit)).get(unit);
  if (own === null && petitions === undefined) return null;
  const facts = { ...own, ...(petitions && { petitions }) };
  return { facts, declared: own !== null && Object.keys(own).length > 0 };
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
