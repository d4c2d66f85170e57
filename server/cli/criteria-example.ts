import type * as z from 'zod';
import type { criteriaInput } from '#wire/criteria.ts';

const returned = (code: string, channel: 'online' | 'counter', promised: string, ready: string) => ({
  code,
  unit: 'xa-mau',
  procedure: '1.001612',
  officer: null,
  channel,
  state: 'returned' as const,
  received: '2026-03-02T08:00',
  promised,
  reappointed: [],
  ready,
  returned: ready,
  pauses: [],
  supplements: 0,
  limitDays: null,
});

/** A complete valid input; list, points and counts are invented. */
export const CRITERIA_EXAMPLE: z.input<typeof criteriaInput> = {
  year: 2026,
  act: 'Bộ tiêu chí mẫu, tự đặt để thử, không phải của tỉnh nào',
  certainty: 'secondary',
  criteria: [
    {
      id: '3.1',
      name: 'Hồ sơ cấp xã giải quyết đúng hạn',
      max: '2',
      source: {
        ratio: 'onTime.commune',
        conversion: {
          kind: 'linear',
          below: '0',
          from: { ratio: '95', points: '1,9' },
          to: { ratio: '100', points: '2' },
        },
      },
    },
    {
      id: '3.2',
      name: 'Xin lỗi khi trễ hẹn',
      max: '1',
      source: {
        ratio: 'apology.inTime',
        conversion: { kind: 'steps', steps: [{ from: '100', points: '1' }] },
      },
    },
    {
      id: '3.3',
      name: 'Hồ sơ nộp trực tuyến',
      max: '1,5',
      source: {
        ratio: 'online',
        conversion: {
          kind: 'steps',
          steps: [
            { from: '30', points: '0,75' },
            { from: '50', points: '1,5' },
          ],
        },
      },
    },
    {
      id: '3.4',
      name: 'Phản ánh, kiến nghị được trả lời đúng hạn',
      max: '1',
      source: {
        ratio: 'petitions.onTime',
        conversion: {
          kind: 'linear',
          from: { ratio: '0', points: '0' },
          to: { ratio: '100', points: '1' },
        },
      },
    },
    {
      id: '3.5',
      name: 'Kế hoạch rà soát thủ tục ban hành kịp thời',
      max: '0,5',
      source: { declared: '0,5', evidence: 'Kế hoạch số 01/KH-UBND (mẫu)' },
    },
    {
      id: '3.6',
      name: 'Hồ sơ thanh toán trực tuyến',
      max: '1',
      source: {
        ratio: 'payment.online',
        conversion: { kind: 'linear', from: { ratio: '0', points: '0' }, to: { ratio: '100', points: '1' } },
      },
    },
    { id: '3.7', name: 'Điều tra xã hội học', max: '3', source: null },
  ],
  ratios: { 'payment.online': { numerator: 2500, denominator: 5000 } },
  records: {
    readAt: '2026-11-20T08:00',
    levels: { 'xa-mau': 'commune' },
    wholeOnline: ['1.001612'],
    dossiers: [
      { dossier: returned('H99.01-260302-0001', 'online', '2026-03-09T17:00', '2026-03-06T10:00') },
      {
        dossier: returned('H99.01-260302-0002', 'counter', '2026-03-10T17:00', '2026-03-12T09:00'),
        acts: { apologies: ['2026-03-09T10:00'] },
      },
      { dossier: returned('H99.01-260302-0003', 'counter', '2026-03-10T17:00', '2026-03-10T15:00') },
    ],
  },
  units: [{ unit: 'xa-mau', petitions: { received: 8, onTime: 8 } }],
};
