import type { DossierLife } from './dossier-life.ts';
import { MANIPULATIONS } from './manipulations/list.ts';
import type { Doing, Manipulation, ManipulationId } from './manipulations/manipulation.ts';
import type { SimulatedUnit } from './province.ts';
import { randomFrom, seedOf } from './random.ts';

/** A manipulation to plant. */
export interface PlannedManipulation {
  readonly id: ManipulationId;
  /** Percent of the units, or of the officers, who do it. */
  readonly rate: number;
  /** In the unit of the manipulation. */
  readonly strength: number;
}

/** Who does what. Nobody does two things, and no officer of a unit that does something does something himself. */
export interface Planted extends Omit<PlannedManipulation, 'rate'> {
  readonly unit: string;
  /** `null` = the unit. */
  readonly officer: string | null;
}

export function manipulationOf(id: ManipulationId): Manipulation {
  const found = MANIPULATIONS.find((each) => each.id === id);
  if (!found) throw new RangeError(`no manipulation ${id}`);
  return found;
}

/** A share of a whole in percent, at least one where anybody is meant. */
const shareOf = (rate: number, whole: number) => (rate === 0 ? 0 : Math.max(1, Math.round((rate * whole) / 100)));

/**
 * Draws who does what. Units come first; of the officers every second one of as few units as it takes, so that units are left of whom
 * nobody does anything. Who finds no place any more is left out.
 */
export function plant(
  seed: number,
  units: readonly SimulatedUnit[],
  planned: readonly PlannedManipulation[],
): Planted[] {
  const drawn = units
    .map((unit, place) => ({ unit, order: seedOf(seed, 30, place) }))
    .sort((a, b) => a.order - b.order)
    .map(({ unit }) => unit);
  const of = (by: Manipulation['by']) => planned.filter(({ id }) => manipulationOf(id).by === by);
  const planted: Planted[] = [];
  for (const { id, rate, strength } of of('unit'))
    for (const { unit } of drawn.splice(0, shareOf(rate, units.length)))
      planted.push({ id, strength, unit, officer: null });
  const all = units.reduce((sum, { officers }) => sum + officers.length, 0);
  const wanted = of('officer').map((each) => ({ ...each, count: shareOf(each.rate, all) }));
  const needed = wanted.reduce((sum, { count }) => sum + count, 0);
  const free = drawn
    .flatMap(({ unit, officers }) => officers.filter((_, i) => i % 2 === 1).map((officer) => ({ unit, officer })))
    .slice(0, needed)
    .map((who, i) => ({ who, order: seedOf(seed, 32, i) }))
    .sort((a, b) => a.order - b.order)
    .map(({ who }) => who);
  for (const { id, strength, count } of wanted)
    for (const who of free.splice(0, count)) planted.push({ id, strength, ...who });
  return planted;
}

/** What is done at one unit, begun anew whenever its dossiers are. */
export interface Doings {
  /** The one thing the unit does, or this officer of it. */
  of(officer: string | null): { readonly manipulation: Manipulation; readonly doing: Doing } | null;
}

/** @param moment local time in the middle of the period. */
export function beginDoings(seed: number, planted: readonly Planted[], moment: string): Doings {
  const begun = new Map(
    planted.map(({ id, strength, officer }, i) => [
      officer,
      {
        manipulation: manipulationOf(id),
        doing: { strength, random: randomFrom(seedOf(seed, 31, i)), moment, done: 0 },
      },
    ]),
  );
  return { of: (officer) => begun.get(null) ?? (officer === null ? null : (begun.get(officer) ?? null)) };
}

/** The life of a dossier as its unit lets it be written down. */
export function doneTo(life: DossierLife, doings: Doings): DossierLife {
  const done = doings.of(null);
  return done?.manipulation.written ? done.manipulation.written(life, done.doing) : life;
}
