import type { Score766Input } from '#wire/score766-input.ts';

const count = (numerator: number, denominator: number) => ({ numerator, denominator });

/** A complete valid input: an invented province with a value for every index that gives points in September 2026. */
export const SCORE766_EXAMPLE: Score766Input = {
  lastDay: '2026-09-30',
  level: 'province',
  counts: {
    '1.1': count(38, 40),
    '1.2': count(40, 40),
    '1.3': count(1990, 2000),
    '1.4': count(9800, 10_000),
    '2.2': count(41_250, 9600),
    '3.1': count(1280, 2000),
    '3.2': count(640, 1280),
    '3.3': count(3500, 10_000),
    '3.5a': count(300, 500),
    '3.5b': count(400, 500),
    '3.6': count(2500, 5000),
    '4.1': count(9120, 9600),
    '4.2': count(7200, 9600),
    '4.chungThuc': count(120, 400),
    '4.3': count(4800, 9600),
    '4.4': count(0, 7200),
    '4.5a': count(90, 100),
    '4.5b': count(4200, 6000),
    '5.3': count(0, 0),
  },
  bands: null,
  dossiers: [
    {
      dossier: {
        code: 'H99.01-260901-0001',
        unit: 'so-mau',
        procedure: '1.001612',
        officer: 'CB-0117',
        channel: 'online',
        state: 'returned',
        received: '2026-09-03T08:15',
        promised: '2026-09-17T17:00',
        reappointed: [],
        ready: '2026-09-17T16:30',
        returned: '2026-09-21T09:00',
        pauses: [],
        supplements: 0,
        limitDays: 10,
      },
      petitionOrDislike: false,
    },
    {
      dossier: {
        code: 'H99.01-260907-0014',
        unit: 'so-mau',
        procedure: '1.001612',
        officer: null,
        channel: 'counter',
        state: 'stopped',
        received: '2026-09-07T14:00',
        promised: '2026-09-21T17:00',
        reappointed: [],
        ready: null,
        returned: null,
        pauses: [{ kind: 'supplement', from: '2026-09-10T08:00', to: '2026-09-14T08:00' }],
        supplements: 1,
        limitDays: 10,
      },
      stopped: '2026-09-24T10:00',
      petitionOrDislike: false,
    },
  ],
  petitions: [
    {
      received: '2026-09-07T09:00',
      answered: '2026-09-28T15:00',
      published: null,
    },
  ],
};
