import type { IndicatorCase } from './indicators.ts';

/** Indicators 3, 4 and 6: how often and whom one had to contact, and what was published. */
export const CONTACT_CASES: readonly IndicatorCase[] = [
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
];
