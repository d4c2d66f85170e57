import type { Choices } from '#rules/choices.ts';
import type { DossierFacts, LegacyPoints } from '#rules/facts.ts';
import type { IndicatorId, Series } from '#rules/finding.ts';

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

export const INDICATOR_CASES: readonly IndicatorCase[] = [
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

  // Chỉ số 3: 0 lần 2, đúng 1 lần 1, trên 1 lần 0, trừ khi do lỗi của người nộp.
  { name: 'no contact after filing', series: 'citizen', facts: { contacts: 0 }, expect: { 3: 20 } },
  { name: 'one contact', series: 'citizen', facts: { contacts: 1 }, expect: { 3: 10 } },
  { name: 'two contacts or more', series: 'citizen', facts: { contacts: 2 }, expect: { 3: 0 } },
  {
    name: 'one contact, own fault',
    series: 'citizen',
    facts: { contacts: 1, contactsByApplicant: true },
    expect: { 3: 20 },
  },
  {
    name: 'two contacts, own fault',
    series: 'citizen',
    facts: { contacts: 2, contactsByApplicant: true },
    expect: { 3: 20 },
  },
  {
    name: 'one contact, own fault, lift',
    series: 'citizen',
    facts: { contacts: 1, contactsByApplicant: true },
    choices: { 'index3.fault': 'lift' },
    expect: { 3: 10 },
  },
  {
    name: 'two contacts, own fault, lift',
    series: 'citizen',
    facts: { contacts: 2, contactsByApplicant: true },
    choices: { 'index3.fault': 'lift' },
    expect: { 3: 10 },
  },
  {
    name: 'two contacts, office at fault, lift changes nothing',
    series: 'citizen',
    facts: { contacts: 2, contactsByApplicant: false },
    choices: { 'index3.fault': 'lift' },
    expect: { 3: 0 },
  },
  { name: 'two supplement requests on record', series: 'computed', facts: { contacts: 2 }, expect: { 3: 0 } },

  // Chỉ số 4: không cơ quan nào 2; chỉ Bộ phận Một cửa 1; hơn 0. Question 3 tells whether the one-stop shop was contacted.
  {
    name: 'only the office of filing, nothing to add',
    series: 'citizen',
    facts: { otherAgencies: 0, contacts: 0 },
    expect: { 4: 20 },
  },
  {
    name: 'only the office of filing, once more',
    series: 'citizen',
    facts: { otherAgencies: 0, contacts: 1 },
    expect: { 4: 10 },
  },
  {
    name: 'only the office of filing, several times',
    series: 'citizen',
    facts: { otherAgencies: 0, contacts: 2 },
    expect: { 4: 10 },
  },
  {
    name: 'own fault does not undo the contact',
    series: 'citizen',
    facts: { otherAgencies: 0, contacts: 1, contactsByApplicant: true },
    expect: { 3: 20, 4: 10 },
  },
  { name: 'question 3 unanswered', series: 'citizen', facts: { otherAgencies: 0 }, expect: { 4: null } },
  {
    name: 'question 3 unanswered, the record shows no supplement',
    series: 'citizen',
    facts: { otherAgencies: 0 },
    computed: { contacts: 0 },
    expect: { 3: null, 4: 20 },
  },
  {
    name: 'question 3 unanswered, the record shows one supplement',
    series: 'citizen',
    facts: { otherAgencies: 0 },
    computed: { contacts: 1 },
    expect: { 3: null, 4: 10 },
  },
  { name: 'one other office', series: 'citizen', facts: { otherAgencies: 1, contacts: 0 }, expect: { 4: 0 } },
  {
    name: 'one other office, only to attend the site check',
    series: 'citizen',
    facts: { otherAgencies: 1, siteVisit: true },
    expect: { 4: 10 },
  },
  {
    name: 'two other offices, one a site check',
    series: 'citizen',
    facts: { otherAgencies: 2, siteVisit: true },
    expect: { 4: 0 },
  },
  {
    name: 'plain relabelling: one office',
    series: 'citizen',
    facts: { otherAgencies: 0, contacts: 2 },
    choices: { 'index4.reading': 'shift' },
    expect: { 4: 20 },
  },
  {
    name: 'plain relabelling: two offices',
    series: 'citizen',
    facts: { otherAgencies: 1 },
    choices: { 'index4.reading': 'shift' },
    expect: { 4: 10 },
  },
  {
    name: 'plain relabelling: three offices',
    series: 'citizen',
    facts: { otherAgencies: 2 },
    choices: { 'index4.reading': 'shift' },
    expect: { 4: 0 },
  },
  {
    name: 'the record knows contacts, not other offices',
    series: 'computed',
    facts: { contacts: 0 },
    expect: { 4: null },
  },

  // Chỉ số 6.
  { name: 'published on both channels', series: 'citizen', facts: { disclosure: 'both' }, expect: { 6: 20 } },
  { name: 'published on one channel', series: 'citizen', facts: { disclosure: 'one' }, expect: { 6: 10 } },
  { name: 'published with faults', series: 'citizen', facts: { disclosure: 'faulty' }, expect: { 6: 0 } },

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
