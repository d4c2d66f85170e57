import type { Proof } from '#rules/dossier-record.ts';
import { between, chance, pick, type Random } from './random.ts';

/** By which way one answer came, never what it says. */
export interface AnswerWay {
  readonly proof: Proof;
  /** Within two minutes of an officer of the unit making its link. */
  readonly quick: boolean;
  /** From the network address the link was made at. */
  readonly sameAddress: boolean;
  /** Its dossier code is one the system does not hold. */
  readonly unknown: boolean;
}

/** How answers come about at one unit; chances in percent, all invented. */
export interface AnswerHabits {
  /** Of answers through links of officers: given at once, with somebody helping at the counter. */
  readonly helped: number;
  /** Of other answers: turned into such links, where an office helps many. */
  readonly helping: number;
  readonly unknown: number;
  /** Presses of its tablets for a hundred dossiers, 0 = it has none; and those put aside: children, pressed twice. */
  readonly presses: number;
  readonly aside: number;
}

export function drawAnswerHabits(random: Random): AnswerHabits {
  return {
    helped: between(random, 0, 40),
    helping: chance(random, 10) ? 10 : 0,
    unknown: between(random, 0, 20) / 10,
    presses: chance(random, 60) ? between(random, 10, 40) : 0,
    aside: between(random, 0, 40) / 10,
  };
}

/** @param proof what the citizen's form came with. */
export function drawAnswerWay(random: Random, proof: Proof, habits: AnswerHabits): AnswerWay {
  const through = proof === 'portal' && chance(random, habits.helping) ? 'officerLink' : proof;
  const quick = through === 'officerLink' && chance(random, habits.helped);
  return {
    ...{ proof: through, quick },
    sameAddress: quick && chance(random, 70),
    unknown: chance(random, habits.unknown),
  };
}

/** Presses of the tablets of a unit in the period, and those of them put aside. */
export function drawPresses(random: Random, habits: AnswerHabits, dossiers: number, aside: number) {
  const presses = Math.round((dossiers * habits.presses) / 100);
  const kinds = { outsideHours: 0, tooSoon: 0 };
  for (let i = 0; i < presses; i += 1)
    if (chance(random, aside)) kinds[pick(random, { outsideHours: 40, tooSoon: 60 })] += 1;
  return { presses, ...kinds };
}
