import type * as z from 'zod';
import type { ScoreInput, scoreInput } from '#wire/score-input.ts';

type Item = ScoreInput['dossiers'][number];

const dossier = (code: string, dates: Partial<Item['dossier']>): Item['dossier'] => ({
  code,
  unit: 'so-mau',
  procedure: '1.001612',
  officer: 'CB-0117',
  channel: 'counter',
  state: 'returned',
  received: null,
  promised: null,
  reappointed: [],
  ready: null,
  returned: null,
  pauses: [],
  supplements: 0,
  limitDays: 10,
  ...dates,
});

/** 07:30–11:30 and 13:00–17:00 in minutes since midnight. */
const FULL_DAY = [
  { from: 450, to: 690 },
  { from: 780, to: 1020 },
];

/** A complete valid input: an invented unit whose province keeps the circular; every kind of field appears once. */
export const SCORE_EXAMPLE: Omit<ScoreInput, 'hours'> & Pick<z.input<typeof scoreInput>, 'hours'> = {
  period: { from: '2026-10-01', lastDay: '2026-12-31' },
  decision: { act: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu', ruleset: 'tt01-2018', from: '2025-07-01', to: null },
  choices: { granularity: 'day', 'index4.reading': 'circular' },
  hours: {
    sessions: { '1': FULL_DAY, '2': FULL_DAY, '3': FULL_DAY, '4': FULL_DAY, '5': FULL_DAY },
    counted: [1, 2, 3, 4, 5],
  },
  evaluated: true,
  appraised: {},
  unitFacts: {
    oneStop: { listed: 120, receivedAndReturned: 120, wholeCycle: 36, level: 'province' },
    disclosure: 'both',
    petitions: { received: 10, onTime: 9, prolonged: 0 },
    online: { eligibleProcedures: 80, onlineProcedures: 60, dossiers: 400, onlineDossiers: 180, abandonedOrOverdue: 0 },
  },
  dossiers: [
    {
      dossier: dossier('H99.01-261005-0001', {
        received: '2026-10-05T08:15',
        promised: '2026-10-19T17:00',
        ready: '2026-10-15T10:30',
        returned: '2026-10-20T09:00',
        steps: [{ unit: 'so-mau', officer: 'CB-0117', due: '2026-10-14T17:00', ended: '2026-10-13T15:00' }],
      }),
      verifiedPetition: false,
      proof: 'receipt',
      citizen: { punctuality: 'early', contacts: 0, otherAgencies: 0, disclosure: 'both', attitude: 'polite' },
      self: { '1': 20, '2': 20, '3': 20, '4': 20, '7': 20 },
    },
    {
      dossier: dossier('H99.01-261110-0042', {
        received: '2026-11-10T08:15',
        promised: '2026-11-25T17:00',
        ready: '2026-11-26T10:00',
        state: 'ready',
        supplements: 1,
        steps: [{ unit: 'so-mau', officer: 'CB-0117', due: '2026-11-20T17:00', ended: '2026-11-20T16:00' }],
      }),
      verifiedPetition: false,
      proof: 'portal',
      citizen: {
        punctuality: 'overdue',
        contacts: 1,
        contactsByApplicant: true,
        otherAgencies: 1,
        siteVisit: true,
        attitude: 'neutral',
      },
      self: { '1': 0, '2': 10, '3': 10, '7': 20 },
    },
    {
      dossier: dossier('H99.01-261116-0031', {
        received: '2026-11-16T14:00',
        promised: '2026-12-04T17:00',
        ready: '2026-12-04T16:20',
        state: 'ready',
        officer: 'CB-0205',
        pauses: [{ kind: 'payment', from: '2026-11-18T08:00', to: '2026-11-18T16:00' }],
        reappointed: [],
      }),
      proof: 'paper',
      legacy: { '1': 10, '3': 10, '4': 20, '7': 10 },
    },
  ],
};
