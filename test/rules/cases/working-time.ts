/** `A` closes 11:30–13:30 (7,5 h), `B` is the default (8 h), `B+Sat` also opens Saturday morning. */
export type HoursId = 'A' | 'B' | 'B+Sat';

/** Start, minutes of office time, end. Worked by hand: time outside the sessions does not run, nothing is rounded to a grid. */
export const WORKING_TIME: readonly { name: string; hours: HoursId; from: string; minutes: number; to: string }[] = [
  { name: 'five days of 7,5 h', hours: 'A', from: '2025-07-01T08:15', minutes: 2250, to: '2025-07-08T08:15' },
  { name: '8 h in a 7,5 h office', hours: 'A', from: '2025-07-01T08:15', minutes: 480, to: '2025-07-02T08:45' },
  { name: 'ten minutes before closing', hours: 'A', from: '2025-07-01T16:50', minutes: 480, to: '2025-07-03T07:50' },
  { name: 'after closing', hours: 'A', from: '2025-07-01T18:00', minutes: 450, to: '2025-07-02T17:00' },
  { name: 'before opening', hours: 'A', from: '2025-07-01T06:00', minutes: 480, to: '2025-07-02T08:00' },
  { name: 'at lunch', hours: 'A', from: '2025-07-01T12:00', minutes: 480, to: '2025-07-02T14:00' },
  { name: 'over a weekend', hours: 'A', from: '2025-07-04T15:00', minutes: 1440, to: '2025-07-09T16:30' },
  { name: 'from a Saturday', hours: 'A', from: '2025-07-05T09:00', minutes: 480, to: '2025-07-08T08:00' },
  { name: '160 h', hours: 'A', from: '2025-07-01T07:30', minutes: 9600, to: '2025-07-30T10:00' },
  { name: 'half a day across lunch', hours: 'A', from: '2025-07-01T08:15', minutes: 240, to: '2025-07-01T14:15' },
  { name: 'odd minutes stay odd', hours: 'A', from: '2025-07-01T08:07', minutes: 120, to: '2025-07-01T10:07' },
  { name: 'five days of 8 h', hours: 'B', from: '2025-07-01T08:15', minutes: 2400, to: '2025-07-08T08:15' },
  { name: 'one day from 16:50', hours: 'B', from: '2025-07-01T16:50', minutes: 480, to: '2025-07-02T16:50' },
  { name: 'one day from after closing', hours: 'B', from: '2025-07-01T17:01', minutes: 480, to: '2025-07-02T17:00' },
  { name: 'one day from a Saturday', hours: 'B', from: '2025-07-05T09:00', minutes: 480, to: '2025-07-07T17:00' },
  { name: 'two hours across lunch', hours: 'B', from: '2025-07-01T10:20', minutes: 120, to: '2025-07-01T13:50' },
  { name: 'a day and a half', hours: 'B', from: '2025-07-01T08:15', minutes: 720, to: '2025-07-02T13:45' },
  {
    name: 'a Saturday morning adds 4 h',
    hours: 'B+Sat',
    from: '2025-07-04T14:00',
    minutes: 480,
    to: '2025-07-07T08:30',
  },
  { name: 'over Quốc khánh 2025', hours: 'B', from: '2025-08-29T08:00', minutes: 480, to: '2025-09-03T08:00' },
  { name: 'received on a holiday', hours: 'B', from: '2025-09-02T09:00', minutes: 480, to: '2025-09-03T17:00' },
  { name: 'into a worked Saturday', hours: 'B', from: '2026-08-21T08:00', minutes: 480, to: '2026-08-22T08:00' },
  { name: 'on a worked Saturday', hours: 'B', from: '2026-08-22T08:00', minutes: 480, to: '2026-08-24T08:00' },
  { name: 'over Tết 2026', hours: 'B', from: '2026-02-13T16:00', minutes: 150, to: '2026-02-23T09:00' },
  { name: 'over 24/11/2026', hours: 'B', from: '2026-11-23T17:00', minutes: 630, to: '2026-11-26T10:00' },
];
