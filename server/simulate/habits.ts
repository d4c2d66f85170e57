import { between, pick, type Random } from './random.ts';

/** How a unit works: chances in percent. All invented. */
export interface Habits {
  /** Of all dossiers: result before the deadline, and on its day; the rest comes late. */
  readonly early: number;
  readonly onTime: number;
  /** Dossiers for which papers are asked, and those of them for which papers are asked a second time. */
  readonly supplements: number;
  readonly secondRequests: number;
  /** Dossiers that stand still until a fee is paid. */
  readonly payments: number;
  /** Dossiers that change hands. */
  readonly transfers: number;
  /** Late dossiers whose letter of apology goes out in time, and too late; the rest gets none. */
  readonly apologiesInTime: number;
  readonly apologiesLate: number;
  /** Late dossiers whose promised date is rewritten after it has passed. */
  readonly movedDates: number;
  /** Dossiers that end without a result: refused, stopped, withdrawn. */
  readonly withoutResult: number;
  readonly online: number;
  readonly post: number;
  /** Dossiers filed at another unit's counter. */
  readonly elsewhere: number;
  /** Citizens who find the officers polite. */
  readonly polite: number;
  /** Citizens with a result who answer, and those of them who are given the old form. */
  readonly answered: number;
  readonly oldForms: number;
  /** Dossiers whose officer confirms a self-score. */
  readonly selfScored: number;
  /** Dossiers with a petition about harassment that was found true. */
  readonly petitions: number;
}

/** A unit of the middle. */
export const ORDINARY: Habits = {
  early: 52,
  onTime: 38,
  supplements: 12,
  secondRequests: 15,
  payments: 6,
  transfers: 4,
  apologiesInTime: 45,
  apologiesLate: 25,
  movedDates: 4,
  withoutResult: 3,
  online: 42,
  post: 8,
  elsewhere: 3,
  polite: 80,
  answered: 30,
  oldForms: 15,
  selfScored: 50,
  petitions: 0.4,
};

const KINDS = {
  good: { early: 78, onTime: 20, supplements: 4, secondRequests: 5, apologiesInTime: 80, polite: 92, petitions: 0.1 },
  fair: {},
  poor: { early: 28, onTime: 44, supplements: 26, secondRequests: 30, apologiesInTime: 20, movedDates: 12, polite: 60 },
} as const satisfies Record<string, Partial<Habits>>;

/** Habits of one unit: good, fair or poor in most things at once, so that lateness comes in clusters. */
export function drawHabits(random: Random): Habits {
  const habits = { ...ORDINARY, ...KINDS[pick(random, { good: 50, fair: 35, poor: 15 })] };
  return {
    ...habits,
    early: habits.early + between(random, -6, 2),
    online: between(random, 20, 70),
    polite: habits.polite + between(random, -5, 5),
    answered: between(random, 15, 45),
    oldForms: between(random, 0, 30),
    selfScored: between(random, 20, 90),
  };
}

/** Promised dates typed wrong and put right when the mistake shows, in percent of late dossiers. */
const CORRECTED = 2;

/** The same unit without any date moved to hide lateness. */
export const honestHabits = (habits: Habits): Habits => ({ ...habits, movedDates: CORRECTED });
