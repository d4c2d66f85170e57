import { describe, expect, it } from 'vitest';
import { type Dated, inForce, NotInForce } from '#rules/law.ts';
import * as workflow from '#rules/workflow.ts';

const TABLES = Object.entries(workflow).filter(([, table]) => Array.isArray(table)) as unknown as [
  string,
  Dated<unknown>,
][];

/** Value and act of a table on a day, or `null` where it does not hold. */
function on(table: Dated<unknown>, day: string): [unknown, string, string] | null {
  try {
    const { value, cite } = inForce('bảng', table, day);
    return [value, cite.act, cite.certainty];
  } catch (error) {
    if (error instanceof NotInForce) return null;
    throw error;
  }
}

describe('the numbers of the workflow decrees', () => {
  // Each row: the table, and what it says on the last day before and the first day of each decree, as the texts have it.
  it.each([
    ['LATENESS', { daysBefore: 1, reappointments: 1 }, ['text', 'text', 'text'], ['61', '118', '118']],
    ['SUPPLEMENT_REQUESTS', 1, ['text', 'recalled', 'text'], ['61', '118', '309']],
    ['SUPPLEMENT_NOTICE_DAYS', 3, ['text', 'text', 'text'], ['61', '118', '118']],
    ['SUPPLEMENT_OPEN_DAYS', 15, [null, 'text', 'text'], [null, '118', '118']],
    ['HAND_OVER', { sameDayUpTo: 900 }, ['text', 'recalled', 'text'], ['61', '118', '309']],
    ['CLOCK_RESTARTS', true, ['text', 'text', 'text'], ['61', '118', '118']],
    ['FORWARD_DAYS', 1, [null, 'text', 'text'], [null, '118', '118']],
    ['ONLINE_ALERT_HOURS', 2, [null, 'text', 'text'], [null, '118', '118']],
    ['ONLINE_ANSWER_HOURS', 8, [null, 'text', 'text'], [null, '118', '118']],
    ['REFUSAL_IN_TIME', true, ['text', 'recalled', 'recalled'], ['61', '118', '118']],
    ['CORRECTION_DAYS', 3, [null, 'text', 'text'], [null, '118', '118']],
  ] as const)('%s', (name, value, certainty, decree) => {
    const table = new Map(TABLES).get(name) ?? [];
    const acts = { 61: 'NĐ 61/2018/NĐ-CP', 118: 'NĐ 118/2025/NĐ-CP', 309: 'NĐ 309/2026/NĐ-CP' };
    const said = decree.map((number, i) => (number ? [value, acts[number], certainty[i]] : null));
    expect(on(table, '2018-06-20')).toBeNull();
    expect(['2018-06-21', '2025-06-30'].map((day) => on(table, day))).toEqual([said[0], said[0]]);
    expect(['2025-07-01', '2026-08-04'].map((day) => on(table, day))).toEqual([said[1], said[1]]);
    expect(['2026-08-05', '2027-12-31'].map((day) => on(table, day))).toEqual([said[2], said[2]]);
  });

  it('the clock of a dossier filed elsewhere starts at the competent agency from 05/8/2026', () => {
    const days = ['2018-06-20', '2018-06-21', '2025-07-01', '2026-08-04', '2026-08-05'];
    expect(days.map((day) => on(workflow.CLOCK_STARTS, day)?.[0])).toEqual([
      undefined,
      'receipt',
      'receipt',
      'receipt',
      'competentAgency',
    ]);
  });

  it.each(TABLES)('%s is in order of date, and what was not read in the text says so in words', (_name, table) => {
    const days = table.map(({ from }) => from);
    expect(days).toEqual([...new Set(days)].sort());
    for (const { cite } of table)
      if (cite.certainty === 'recalled' || cite.certainty === 'reading')
        expect(cite.note).toEqual(expect.stringMatching(/\.$/));
  });
});
