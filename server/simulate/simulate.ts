import { addDays, daysBetween } from '#rules/calendar/date.ts';
import type { UnitFacts } from '#rules/facts.ts';
import type { IsoDate } from '#rules/law.ts';
import { lastDay, type Period } from '#rules/period.ts';
import { dossierLife, type Neighbours } from './dossier-life.ts';
import { servedMoment } from './office-moment.ts';
import { countPetitions, type SimulatedPetition, simulatePetitions } from './petitions.ts';
import { beginDoings, type Doings, doneTo, type PlannedManipulation, type Planted, plant } from './planted.ts';
import { type SimulatedProvince, type SimulatedUnit, simulateProvince } from './province.ts';
import { chance, pick, randomFrom, seedOf } from './random.ts';
import { type Fault, type SimulatedRecord, simulateRecord } from './simulate-record.ts';
import { spreadVolumes } from './volumes.ts';

export interface SimulationPlan {
  /** Whole number; the same seed gives the same rows on every machine. */
  readonly seed: number;
  readonly units: number;
  /** Dossiers taken in by all units within the period. */
  readonly dossiers: number;
  /** From 21/6/2018 on (NĐ 61/2018/NĐ-CP) and within the calendar, with 200 days to spare for what goes on after its end. */
  readonly period: Period;
  /** Percent of dossiers made wrong on purpose; 0 = none. */
  readonly faults?: number;
  /** Of all units together; absent = 2 to 5 a unit. */
  readonly officers?: number;
  /** What is done to look better; given, nobody else does anything of the kind. Absent = some officers inflate. */
  readonly manipulations?: readonly PlannedManipulation[];
}

export interface Simulation {
  readonly province: SimulatedProvince;
  /**
   * Dossiers of one unit by the day they came, as they stood when the last day ended; made one by one, never kept.
   * @param doings what is done there, to be asked afterwards how often; absent = begun unseen.
   */
  readonly recordsOf: (unit: SimulatedUnit, doings?: Doings) => Iterable<SimulatedRecord>;
  /** Who does what of the manipulations planned. */
  readonly planted: readonly Planted[];
  readonly beginDoings: (unit: SimulatedUnit) => Doings;
  readonly petitionsOf: (unit: SimulatedUnit) => readonly SimulatedPetition[];
  /** What the unit declares; `counted` are its dossiers and those of them filed online. */
  readonly factsOf: (unit: SimulatedUnit, counted: Counted) => UnitFacts;
}

/** Counted while the dossiers of a unit go by. */
export interface Counted {
  readonly dossiers: number;
  readonly online: number;
}

const DEFAULT_FAULTS = 0.5;
const NEIGHBOURS = 6;
/** Eligible procedures an invented unit lists. */
const LISTED = 60;

/** The code of the `serial`-th dossier of `day`: prefix, YYMMDD of receipt, running number (in the order of QĐ 20/2020/QĐ-TTg, recalled). */
export function dossierCode(prefix: string, day: IsoDate, serial: number | string): string {
  return `${prefix}-${day.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}

/** A code whose day is not that of receipt: its running numbers begin with a 9 no real one of these days reaches. */
const misdated = (prefix: string, day: IsoDate, serial: number) =>
  dossierCode(prefix, addDays(day, -1), `9${String(serial).padStart(4, '0')}`);

function neighboursOf(units: readonly SimulatedUnit[], place: number): Neighbours {
  const others = Array.from({ length: NEIGHBOURS }, (_, i) => units[(place + i + 1) % units.length]);
  const near = [...new Set(others)].flatMap((unit) => (unit && unit !== units[place] ? [unit] : []));
  return { units: near.map(({ unit }) => unit), receptions: near.map(({ officers }) => officers[0] ?? '') };
}

/**
 * An invented province and its dossiers. Every row depends on the seed and its own place alone, so one unit may be made without the
 * others. @throws NotInForce when the period, or a deadline after it, lies outside the calendar.
 */
export function simulate(plan: SimulationPlan): Simulation {
  const { seed, period, faults = DEFAULT_FAULTS, manipulations } = plan;
  const each = plan.officers === undefined ? null : Math.max(1, Math.round(plan.officers / plan.units));
  const province = simulateProvince(seed, plan.units, { each, honest: manipulations !== undefined });
  const { units } = province;
  const planted = plant(seed, units, manipulations ?? []);
  const moment = `${addDays(period.from, Math.floor(daysBetween(period.from, period.to) / 2))}T10:37`;
  const doingsOf = ({ unit }: SimulatedUnit) =>
    beginDoings(
      seedOf(
        seed,
        units.findIndex((each) => each.unit === unit),
      ),
      planted.filter((each) => each.unit === unit),
      moment,
    );
  const volumes = spreadVolumes(
    seed,
    units.map(({ weight }) => weight),
    period,
    plan.dossiers,
  );
  const now = `${lastDay(period)}T23:59`;

  function* recordsOf(unit: SimulatedUnit, begun?: Doings): Iterable<SimulatedRecord> {
    const doings = begun ?? doingsOf(unit);
    const place = units.indexOf(unit);
    const neighbours = neighboursOf(units, place);
    for (const { day, count } of volumes[place] ?? []) {
      const dayNumber = daysBetween('2018-01-01', day);
      const atCounter = randomFrom(seedOf(seed, 4, place, dayNumber));
      // Running numbers are given in the order of receipt.
      const receipts = Array.from({ length: count }, () => servedMoment(atCounter, day)).sort();
      for (const [i, received] of receipts.entries()) {
        const serial = i + 1;
        const random = randomFrom(seedOf(seed, 5, place, dayNumber, serial));
        const fault: Fault | null = chance(random, faults) ? pick(random, { codeDay: 1, noPromise: 1 }) : null;
        const code = fault === 'codeDay' ? misdated(unit.prefix, day, serial) : dossierCode(unit.prefix, day, serial);
        const life = doneTo(dossierLife(random, unit, neighbours, received, code), doings);
        const record = simulateRecord(random, unit, life, now, fault, doings);
        if (record) yield record;
      }
    }
  }

  const petitionsOf = (unit: SimulatedUnit) => simulatePetitions(seed, units.indexOf(unit), unit, period);

  function factsOf(unit: SimulatedUnit, { dossiers, online }: Counted): UnitFacts {
    const { level, habits } = unit;
    const wholeCycle = level === 'commune' ? LISTED - (habits.polite < 70 ? 3 : 0) : Math.floor(habits.polite / 6);
    return {
      oneStop: { listed: LISTED, receivedAndReturned: LISTED, wholeCycle, level },
      disclosure: habits.polite < 65 ? 'one' : 'both',
      petitions: countPetitions(petitionsOf(unit), lastDay(period)),
      online: {
        eligibleProcedures: LISTED,
        onlineProcedures: Math.floor((LISTED * 2) / 3),
        dossiers,
        onlineDossiers: online,
        abandonedOrOverdue: 0,
      },
    };
  }

  return { province, recordsOf, planted, beginDoings: doingsOf, petitionsOf, factsOf };
}
