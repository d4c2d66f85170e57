import type { AnswerWay } from '../answer-ways.ts';
import type { Confirmation } from '../confirmation.ts';
import type { DossierLife } from '../dossier-life.ts';
import type { Random } from '../random.ts';
import type { SelfValues } from '../self-values.ts';

export type ManipulationId =
  | 'selfInflated'
  | 'allMaximum'
  | 'scoredAtOnce'
  | 'datesMoved'
  | 'doneAtOnce'
  | 'linksMinted'
  | 'pressedAside'
  | 'easyInvited';

/** One officer or unit at it. */
export interface Doing {
  /** In the unit of the manipulation. */
  readonly strength: number;
  /** Of its own, so that what is not touched stays as it was. */
  readonly random: Random;
  /** The moment the period is half over, as local time: what takes one moment takes that. */
  readonly moment: string;
  /** Cases done so far. */
  done: number;
}

/** Something done to look better, planted to see whether it is found. Each acts in one place; the rest of a dossier stays as it was. */
export interface Manipulation {
  readonly id: ManipulationId;
  readonly by: 'officer' | 'unit';
  /** The strength at which it has to be found. */
  readonly strength: number;
  /** Strengths at which it is tried, that one among them, so that one sees where it is found no more. */
  readonly steps: readonly number[];
  /** What is done, with the strength in words. */
  readonly words: (strength: number) => string;
  /** Cases below which the strength is not reached, so that nothing was planted. */
  readonly least?: (strength: number) => number;
  readonly written?: (life: DossierLife, doing: Doing) => DossierLife;
  readonly scored?: (values: SelfValues, doing: Doing) => SelfValues;
  readonly confirmed?: (confirmation: Confirmation, doing: Doing) => Confirmation;
  /** `null` = nobody answers. */
  readonly answered?: (way: AnswerWay, isEasy: boolean, doing: Doing) => AnswerWay | null;
  /** Chance in percent that a press is put aside. */
  readonly aside?: (honest: number, doing: Doing) => number;
}
