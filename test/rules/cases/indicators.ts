import type { Choices } from '#rules/choices.ts';
import type { DossierFacts, LegacyPoints } from '#rules/facts.ts';
import type { IndicatorId, Series } from '#rules/finding.ts';
import { CONTACT_CASES } from './contacts.ts';

/** One dossier, what is known of it, and the points Điều 13 TT 01/2018/TT-VPCP gives. Tenths: 20 is 2 points; `null` = left out. */
export interface IndicatorCase {
  readonly name: string;
  readonly series: Series;
  readonly facts: DossierFacts;
  readonly computed?: DossierFacts;
  readonly legacy?: LegacyPoints;
  readonly choices?: Partial<Choices>;
  readonly expect: Partial<Record<IndicatorId, number | null>>;
}

const early: DossierFacts = { punctuality: 'early' };
const onTime: DossierFacts = { punctuality: 'onTime' };
const overdue: DossierFacts = { punctuality: 'overdue' };

/** Indicators 1, 2, 7 and legacy points; those of contacts and disclosure stand in their own file. */
export const INDICATOR_CASES: readonly IndicatorCase[] = [
  ...CONTACT_CASES,

  // Chỉ số 1, 2: ngắn hơn 2, bằng 1, dài hơn 0.
  { name: 'before the promised day', series: 'citizen', facts: early, expect: { 1: 20 } },
  { name: 'on the promised day', series: 'citizen', facts: onTime, expect: { 1: 10 } },
  { name: 'after the promised day', series: 'citizen', facts: overdue, expect: { 1: 0 } },
  {
    name: 'on the spot, no receipt',
    series: 'citizen',
    facts: { punctuality: 'onSpot' },
    expect: { 1: null, 7: null },
  },
  {
    name: 'on the spot counted as early by choice',
    series: 'citizen',
    facts: { punctuality: 'onSpot', attitude: 'polite' },
    choices: { 'index1.onSpot': 'early' },
    expect: { 1: 20, 7: 20 },
  },
  {
    name: 'on the spot counted as on time by choice',
    series: 'citizen',
    facts: { punctuality: 'onSpot' },
    choices: { 'index1.onSpot': 'onTime' },
    expect: { 1: 10 },
  },
  {
    name: 'nothing known',
    series: 'citizen',
    facts: {},
    expect: { 1: null, 2: null, 3: null, 4: null, 6: null, 7: null },
  },
  {
    name: 'nothing on record',
    series: 'computed',
    facts: {},
    expect: { 1: null, 2: null, 3: null, 4: null, 6: null, 7: null },
  },
  { name: 'step before its limit', series: 'computed', facts: { stepPunctuality: 'early' }, expect: { 2: 20 } },
  { name: 'step on its limit', series: 'computed', facts: { stepPunctuality: 'onTime' }, expect: { 2: 10 } },
  { name: 'step after its limit', series: 'computed', facts: { stepPunctuality: 'overdue' }, expect: { 2: 0 } },
  { name: 'total time never stands in for the step', series: 'computed', facts: early, expect: { 1: 20, 2: null } },
  {
    name: 'a citizen is not asked of single offices',
    series: 'citizen',
    facts: { stepPunctuality: 'early' },
    expect: { 2: null },
  },

  // Chỉ số 7: sớm hạn 2, đúng hạn 1, và không có phản ánh, kiến nghị; có thì 0.
  { name: 'polite and early', series: 'citizen', facts: { ...early, attitude: 'polite' }, expect: { 7: 20 } },
  { name: 'impolite and early', series: 'citizen', facts: { ...early, attitude: 'impolite' }, expect: { 7: 20 } },
  { name: 'neutral and on time', series: 'citizen', facts: { ...onTime, attitude: 'neutral' }, expect: { 7: 10 } },
  { name: 'polite and late', series: 'citizen', facts: { ...overdue, attitude: 'polite' }, expect: { 7: 0 } },
  {
    name: 'polite and late, left out by choice',
    series: 'citizen',
    facts: { ...overdue, attitude: 'polite' },
    choices: { 'index7.lateNoPetition': 'leaveOut' },
    expect: { 1: 0, 7: null },
  },
  { name: 'harassing and early', series: 'citizen', facts: { ...early, attitude: 'harassing' }, expect: { 7: 0 } },
  {
    name: 'harassing, late left out by choice',
    series: 'citizen',
    facts: { ...overdue, attitude: 'harassing' },
    choices: { 'index7.lateNoPetition': 'leaveOut' },
    expect: { 7: 0 },
  },
  { name: 'polite, time unknown', series: 'citizen', facts: { attitude: 'polite' }, expect: { 7: null } },
  { name: 'met no officer', series: 'citizen', facts: early, expect: { 7: null } },
  {
    name: 'time from the system when it is the source of indicator 1',
    series: 'citizen',
    facts: { ...early, attitude: 'polite' },
    computed: onTime,
    choices: { 'index1.source': 'system' },
    expect: { 1: 20, 7: 10 },
  },
  {
    name: 'system is the source but has no dates',
    series: 'citizen',
    facts: { ...early, attitude: 'polite' },
    choices: { 'index1.source': 'system' },
    expect: { 7: null },
  },
  {
    name: 'attitude scale: polite',
    series: 'citizen',
    facts: { attitude: 'polite' },
    choices: { 'index7.scale': 'attitude' },
    expect: { 7: 20 },
  },
  {
    name: 'attitude scale: neutral',
    series: 'citizen',
    facts: { attitude: 'neutral' },
    choices: { 'index7.scale': 'attitude' },
    expect: { 7: 10 },
  },
  {
    name: 'attitude scale: impolite',
    series: 'citizen',
    facts: { attitude: 'impolite' },
    choices: { 'index7.scale': 'attitude' },
    expect: { 7: 0 },
  },
  {
    name: 'attitude scale: harassing',
    series: 'citizen',
    facts: { attitude: 'harassing' },
    choices: { 'index7.scale': 'attitude' },
    expect: { 7: 0 },
  },
  { name: 'early, no petition', series: 'computed', facts: { ...early, verifiedPetition: false }, expect: { 7: 20 } },
  {
    name: 'on time, no petition',
    series: 'computed',
    facts: { ...onTime, verifiedPetition: false },
    expect: { 7: 10 },
  },
  {
    name: 'early, a petition found true',
    series: 'computed',
    facts: { ...early, verifiedPetition: true },
    expect: { 7: 0 },
  },
  { name: 'early, petitions not recorded', series: 'computed', facts: early, expect: { 7: null } },
  {
    // 0 is certain for this one, but an index fed by the late ones alone would be 0 for every unit.
    name: 'late, petitions not recorded: left out like the others',
    series: 'computed',
    facts: overdue,
    expect: { 7: null },
  },
  {
    name: 'late, petitions not recorded, late left out',
    series: 'computed',
    facts: overdue,
    choices: { 'index7.lateNoPetition': 'leaveOut' },
    expect: { 7: null },
  },
  {
    name: 'an answer is not a verified petition',
    series: 'computed',
    facts: { ...early, attitude: 'harassing', verifiedPetition: false },
    expect: { 7: 20 },
  },
  {
    name: 'an officer states no attitude of his own',
    series: 'self',
    facts: { ...early, attitude: 'polite' },
    expect: { 7: null },
  },

  // Legacy forms print the points on their options.
  {
    name: 'legacy points as printed',
    series: 'citizen',
    facts: {},
    legacy: { 1: 10, 3: 0, 4: 20, 7: 10 },
    expect: { 1: 10, 3: 0, 4: 20, 7: 10 },
  },
  { name: 'legacy question 2 is left out', series: 'citizen', facts: {}, legacy: { 2: 20 }, expect: { 2: null } },
  {
    name: 'legacy question 2 counted by choice',
    series: 'citizen',
    facts: {},
    legacy: { 2: 20 },
    choices: { 'index2.citizen': 'count' },
    expect: { 2: 20 },
  },
  {
    name: 'legacy points belong to citizens alone',
    series: 'computed',
    facts: {},
    legacy: { 1: 20 },
    expect: { 1: null },
  },
];
