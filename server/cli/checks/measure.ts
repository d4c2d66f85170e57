import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { control } from '#rules/checks/control.ts';
import type { Flag } from '#rules/checks/flag.ts';
import { CHECKS } from '#rules/checks/index.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { lastDay } from '#rules/period.ts';
import { keptMeans } from '../../close/kept-means.ts';
import { keptSums } from '../../close/kept-sums.ts';
import type { UnitGathered } from '../../close/unit-tally.ts';
import { distributions } from '../../distributions.ts';
import { manipulationOf, type Planted } from '../../simulate/planted.ts';
import { type SimulationPlan, simulate } from '../../simulate/simulate.ts';
import { OWN_CHECK } from './own-check.ts';
import { unitSums } from './unit-sums.ts';

/** What became of one manipulation that was planted. */
export interface Outcome extends Pick<Planted, 'id' | 'strength'> {
  /** Cases its own check had of whoever did it; below 30 nothing is said. */
  readonly n: number;
  /** Whether the strength was reached: a unit with ten overdue dossiers ends no thirty of them at once. */
  readonly done: boolean;
  readonly byOwn: boolean;
  readonly byAny: boolean;
}

/** Who did nothing, and how many of them were asked all the same. */
export interface Honest {
  readonly officers: number;
  readonly units: number;
  /** By check, subjects asked; one asked by two checks is in both. */
  readonly flags: Readonly<Record<string, number>>;
  readonly askedOfficers: number;
  readonly askedUnits: number;
  /** Questions to anybody, and those of them to who did nothing and has nobody who does. */
  readonly all: number;
  readonly wrong: number;
}

export interface Measured {
  readonly seed: number;
  readonly dossiers: number;
  readonly outcomes: readonly Outcome[];
  readonly honest: Honest;
}

const subject = ({ unit, officer }: { unit: string; officer: string | null }) => `${unit}/${officer ?? ''}`;

/** One simulated quarter put to every check, as a close puts it. Nothing is kept of a dossier once it has been counted. */
export function measure(plan: SimulationPlan): Measured {
  const simulation = simulate(plan);
  const { province, planted } = simulation;
  const context = { period: plan.period, office: DEFAULT_OFFICE, choices: DEFAULT_CHOICES, on: lastDay(plan.period) };
  const gathered: UnitGathered[] = [];
  const done = new Map<string, number>();
  let dossiers = 0;
  const units = province.units.map((unit) => {
    const doings = simulation.beginDoings(unit);
    const { sums, tally } = unitSums(simulation, unit, { seed: plan.seed, doings, context });
    gathered.push(tally);
    dossiers += tally.tally.n.dossiers;
    for (const each of planted)
      if (each.unit === unit.unit) done.set(subject(each), doings.of(each.officer)?.doing.done ?? 0);
    return sums;
  });
  const means = keptMeans(keptSums(gathered));
  const found = CHECKS.map((check) => ({
    check,
    found: check.judge({ units, means, before: null, declared: [], tables: [] }, distributions),
  }));
  const { flags } = control(found);
  const by = new Map<string, Flag[]>();
  for (const flag of flags) by.set(subject(flag.about), [...(by.get(subject(flag.about)) ?? []), flag]);
  const outcomes = planted.map((each): Outcome => {
    const own = OWN_CHECK[each.id];
    const judged = found
      .find(({ check }) => check.id === own)
      ?.found.outcomes.find(
        (outcome) => subject(outcome.is === 'few' ? outcome.about : outcome.seen.about) === subject(each),
      );
    const asked = by.get(subject(each)) ?? [];
    return {
      ...{ id: each.id, strength: each.strength, n: judged ? (judged.is === 'few' ? judged.n : judged.seen.n) : 0 },
      done: (done.get(subject(each)) ?? 0) >= (manipulationOf(each.id).least?.(each.strength) ?? 1),
      byOwn: asked.some(({ check }) => check === own),
      byAny: asked.length > 0,
    };
  });
  return { seed: plan.seed, dossiers, outcomes, honest: honestOf(simulation, flags) };
}

function honestOf({ province, planted }: ReturnType<typeof simulate>, flags: readonly Flag[]): Honest {
  const guilty = new Set(planted.map(subject));
  const busy = new Set(planted.map(({ unit }) => unit));
  const byUnit = new Set(planted.filter(({ officer }) => officer === null).map(({ unit }) => unit));
  // What a unit does its officers do for it; what an officer does is seen in his unit.
  const isHonest = ({ unit, officer }: Flag['about']) =>
    officer === null ? !busy.has(unit) : !byUnit.has(unit) && !guilty.has(subject({ unit, officer }));
  const wrong = flags.filter(({ about }) => isHonest(about));
  const asked = (who: readonly Flag[]) => new Set(who.map(({ about }) => subject(about))).size;
  const counts: Record<string, number> = {};
  for (const { check } of wrong) counts[check] = (counts[check] ?? 0) + 1;
  const officers = province.units.flatMap(({ unit, officers: own }) => own.map((officer) => ({ unit, officer })));
  return {
    officers: officers.filter(isHonest).length,
    units: province.units.filter(({ unit }) => isHonest({ unit, officer: null })).length,
    flags: counts,
    askedOfficers: asked(wrong.filter(({ about }) => about.officer !== null)),
    askedUnits: asked(wrong.filter(({ about }) => about.officer === null)),
    ...{ all: flags.length, wrong: wrong.length },
  };
}
