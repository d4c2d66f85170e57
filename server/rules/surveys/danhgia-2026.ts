import { choice } from './choice.ts';
import type { Survey } from './survey.ts';

/**
 * The form of NĐ 118/2025/NĐ-CP Điều 33(1): nine numbered questions and a comment after the result, four after filing.
 * `overall` stands first so that the later questions do not colour it. Labels of `q3` count from filing, facts count after it.
 */
export const danhgia2026 = {
  id: 'danhgia-2026',
  version: 1,
  from: '2026-01-01',
  cite: { act: 'NĐ 118/2025/NĐ-CP', article: '33', clause: '1', certainty: 'text' },
  questions: [
    choice('overall', { s5: {}, s4: {}, s3: {}, s2: {}, s1: {} }, { required: true }),
    choice(
      'q1',
      {
        before: { fact: { punctuality: 'early' } },
        on: { fact: { punctuality: 'onTime' } },
        after: { fact: { punctuality: 'overdue' } },
        spot: { fact: { punctuality: 'onSpot' } },
        none: { becomes: 'submitted' },
      },
      { indicator: 1, content: 'a' },
    ),
    choice(
      'q3',
      { extra0: { fact: { contacts: 0 } }, extra1: { fact: { contacts: 1 } }, extra2plus: { fact: { contacts: 2 } } },
      { indicator: 3, content: 'c' },
    ),
    choice(
      'q3b',
      {
        guide: { fact: { contactsByApplicant: false } },
        extra: { fact: { contactsByApplicant: false } },
        mine: { fact: { contactsByApplicant: true } },
      },
      { indicator: 3, content: 'c', followUp: { of: 'q3', when: ['extra1', 'extra2plus'] } },
    ),
    choice(
      'q4',
      {
        other0: { fact: { otherAgencies: 0 } },
        other1: { fact: { otherAgencies: 1 } },
        other2plus: { fact: { otherAgencies: 2 } },
      },
      { indicator: 4, content: 'b' },
    ),
    choice(
      'q4b',
      {
        site: { fact: { siteVisit: true } },
        doc: { fact: { siteVisit: false } },
        chase: { fact: { siteVisit: false } },
        other: { fact: { siteVisit: false } },
      },
      { indicator: 4, content: 'b', followUp: { of: 'q4', when: ['other1'] } },
    ),
    choice(
      'q7',
      {
        t3: { fact: { attitude: 'polite' } },
        t2: { fact: { attitude: 'neutral' } },
        t1: { fact: { attitude: 'impolite' } },
        t0: { fact: { attitude: 'harassing' } },
        na: {},
      },
      { indicator: 7, content: 'đ' },
    ),
    choice('qe', { ok: {}, cost: {}, result: {}, both: {} }, { content: 'e' }),
    choice(
      'q6',
      {
        both: { fact: { disclosure: 'both' } },
        one: { fact: { disclosure: 'one' } },
        bad: { fact: { disclosure: 'faulty' } },
        none: { fact: { disclosure: 'faulty' } },
        skip: {},
      },
      { indicator: 6, content: 'd' },
    ),
    choice('q9', { on: {}, onhelp: {}, onfail: {}, counter: {}, post: {} }, { content: 'h' }),
    choice('q9o', { on: {}, onhelp: {}, onhard: {} }, { content: 'h', insteadOf: 'q9' }),
    choice('q8', { no: {}, ok: {}, slow: {}, wait: {} }, { content: 'g' }),
    { code: 'comment', kind: 'text', content: 'i', options: [], maxLength: 1000 },
  ],
  stages: {
    submitted: ['overall', 'q7', 'q6', 'q9', 'comment'],
    returned: ['overall', 'q1', 'q3', 'q3b', 'q4', 'q4b', 'q7', 'qe', 'q6', 'q9', 'q8', 'comment'],
  },
  satisfaction: { question: 'overall', satisfied: ['s5', 's4'] },
} as const satisfies Survey;
