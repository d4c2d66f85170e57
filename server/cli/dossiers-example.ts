import type * as z from 'zod';
import type { dossiersInput } from '#wire/dossiers-input.ts';

/** A complete valid input; every dossier is invented. */
export const DOSSIERS_EXAMPLE: z.input<typeof dossiersInput> = {
  now: '2026-11-20T10:00',
  period: { from: '2026-10-01', lastDay: '2026-12-31' },
  choices: { granularity: 'day' },
  hours: {
    sessions: Object.fromEntries(
      ['1', '2', '3', '4', '5'].map((day) => [
        day,
        [
          { from: 450, to: 690 },
          { from: 780, to: 1020 },
        ],
      ]),
    ),
    counted: [1, 2, 3, 4, 5],
  },
  dossiers: [
    {
      dossier: {
        code: 'H99.01-261102-0001',
        unit: 'so-mau',
        procedure: '1.001612',
        officer: 'CB-02',
        channel: 'online',
        state: 'returned',
        received: '2026-11-02T08:00',
        promised: '2026-11-09T17:00',
        reappointed: [],
        ready: '2026-11-06T15:00',
        returned: '2026-11-09T09:00',
        pauses: [],
        supplements: 0,
        limitDays: 5,
        steps: [{ unit: 'so-mau', officer: 'CB-02', due: '2026-11-05T17:00', ended: '2026-11-06T09:00' }],
      },
      acts: {
        submitted: '2026-10-30T20:00',
        alerted: '2026-10-30T20:01',
        answered: '2026-11-02T08:00',
        supplementNotices: [],
        handedOver: '2026-11-02T14:00',
        apologies: [],
        errorFound: null,
      },
    },
    {
      dossier: {
        code: 'H99.01-261103-0002',
        unit: 'so-mau',
        procedure: '1.001612',
        officer: 'CB-02',
        channel: 'counter',
        state: 'processing',
        received: '2026-11-03T15:30',
        promised: '2026-11-24T16:00',
        reappointed: ['2026-11-24T16:00'],
        ready: null,
        returned: null,
        pauses: [{ kind: 'supplement', from: '2026-11-05T09:00', to: '2026-11-10T09:00' }],
        supplements: 1,
        limitDays: 5,
      },
      acts: {
        supplementNotices: ['2026-11-05T09:00'],
        handedOver: '2026-11-04T08:00',
        competentReceived: '2026-11-04T08:00',
        forwarded: '2026-11-05T08:00',
        refused: null,
        apologies: [],
        corrected: null,
      },
      changes: [{ at: '2026-11-18T08:00', from: '2026-11-10T17:00', to: '2026-11-24T16:00' }],
    },
    {
      dossier: {
        code: 'H99.01-261104-0003',
        unit: 'xa-mau',
        procedure: null,
        officer: null,
        channel: 'counter',
        state: 'waitingSupplement',
        received: '2026-11-02T09:00',
        promised: '2026-11-09T17:00',
        reappointed: null,
        ready: null,
        returned: null,
        pauses: [{ kind: 'supplement', from: '2026-11-04T09:00', to: null }],
        supplements: 1,
        limitDays: 5,
      },
    },
  ],
};
