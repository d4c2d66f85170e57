import type * as z from 'zod';
import type { poolInput } from '#wire/pool-input.ts';

type Input = z.input<typeof poolInput>;
type Quarter = Input['quarters'][number];
type Item = Quarter['dossiers'][number];

/** A dossier promised on the 15th at 17:00 and finished on `ready`, its one step likewise; `attitude` is what the citizen said. */
function item(
  code: string,
  officer: string,
  month: string,
  ready: '10' | '15' | '17',
  attitude: 'polite' | 'neutral',
): Item {
  const on = (day: string, hour: string) => `2021-${month}-${day}T${hour}`;
  const punctuality = ({ '10': 'early', '15': 'onTime', '17': 'overdue' } as const)[ready];
  return {
    dossier: {
      code,
      unit: 'so-mau',
      procedure: '1.001612',
      officer,
      channel: 'counter',
      state: 'returned',
      received: on('05', '08:15'),
      promised: on('15', '17:00'),
      reappointed: [],
      ready: on(ready, '10:00'),
      returned: on('20', '09:00'),
      pauses: [],
      supplements: 0,
      limitDays: 8,
      steps: [{ unit: 'so-mau', officer, due: on('15', '17:00'), ended: on(ready, '10:00') }],
    },
    proof: 'receipt',
    citizen: { punctuality, contacts: 0, otherAgencies: 0, disclosure: 'both', attitude },
  };
}

const quarter = (from: string, lastDay: string, dossiers: Item[], received: number, onTime: number): Quarter => ({
  period: { from, lastDay },
  choices: { 'officer.attribution': 'mainProcessor' },
  unitFacts: {
    oneStop: { listed: 120, receivedAndReturned: 120, wholeCycle: 36, level: 'province' },
    disclosure: 'both',
    petitions: { received, onTime, prolonged: 0 },
    online: { eligibleProcedures: 80, onlineProcedures: 60, dossiers: 400, onlineDossiers: 180, abandonedOrOverdue: 0 },
  },
  dossiers,
});

/** A complete valid input: an invented department with two quarters of 2021, the first with few dossiers, the second with more. */
export const POOL_EXAMPLE: Input = {
  period: { from: '2021-01-01', lastDay: '2021-12-31' },
  quarters: [
    quarter('2021-07-01', '2021-09-30', [item('H99.01-210905-0001', 'CB-0117', '09', '10', 'polite')], 0, 0),
    quarter(
      '2021-10-01',
      '2021-12-31',
      [
        item('H99.01-211105-0001', 'CB-0117', '11', '17', 'neutral'),
        item('H99.01-211105-0002', 'CB-0117', '11', '17', 'neutral'),
        item('H99.01-211105-0003', 'CB-0205', '11', '10', 'polite'),
      ],
      20,
      18,
    ),
  ],
};
