import type { OfficerSums, UnitSums } from '../sums.ts';
import { emptyTally } from './tally.ts';

export const emptyOfficer = (): OfficerSums => ({
  self: {
    above: emptyTally(),
    line: emptyTally(),
    max: emptyTally(),
    early: emptyTally(),
    difference: { sum: 0, n: 0 },
    patterns: { n: 0, given: null, alike: true, otherwise: 0 },
    confirmed: 0,
    moments: [],
  },
  dates: { moved: emptyTally(), unclear: 0 },
});

/** A unit nothing is known of yet. */
export const emptyUnit = (unit: string): UnitSums => ({
  unit,
  dates: {
    moved: emptyTally(),
    unclear: 0,
    receipt: emptyTally(),
    finished: 0,
    overdue: 0,
    minutes: new Map(),
    overdueMinutes: new Map(),
    days: new Map(),
  },
  answers: {
    answers: 0,
    officerLink: 0,
    quick: 0,
    sameAddress: 0,
    addressKnown: 0,
    linked: 0,
    unknown: 0,
    days: new Map(),
    easy: { dossiers: 0, answers: 0 },
    hard: { dossiers: 0, answers: 0 },
    presses: 0,
    outsideHours: 0,
    tooSoon: 0,
    tablets: [],
    issuers: [],
  },
  officers: new Map(),
});
