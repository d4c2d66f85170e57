import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Weekday } from '#rules/calendar/date.ts';
import type { OfficeHours, Session } from '#rules/calendar/office-hours.ts';
import {
  addWorkingDays,
  addWorkingTime,
  DEFAULT_OFFICE,
  type Office,
  workingDaysBetween,
  workingMinutesBetween,
} from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import { dossierOf } from './dossier-of.ts';
import { DAYS_OFF, plainWeekday, SATURDAYS_WORKED } from './plain-days.ts';

// The same runs on every machine: what is found once is found again.
fc.configureGlobal({ seed: 118, numRuns: 300 });

/** 07:30–11:30, 13:30–17:00 and Saturday mornings that add hours but no working day. */
const SATURDAYS: OfficeHours = {
  sessions: Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [
      day,
      [
        { from: 450, to: 690 },
        { from: 810, to: 1020 },
      ],
    ]),
  ),
  counted: [1, 2, 3, 4, 5],
};
const OFFICES: readonly Office[] = [
  DEFAULT_OFFICE,
  {
    ...DEFAULT_OFFICE,
    hours: { ...SATURDAYS, sessions: { ...SATURDAYS.sessions, 6: [{ from: 450, to: 690 }] } },
  },
  {
    ...DEFAULT_OFFICE,
    hours: { sessions: { ...SATURDAYS.sessions, 6: [{ from: 450, to: 690 }] }, counted: [1, 2, 3, 4, 5, 6] },
  },
];
const office = fc.constantFrom(...OFFICES);
const two = (n: number) => String(n).padStart(2, '0');
const day = fc.integer({ min: 0, max: 2800 }).map((n) => addDays('2019-01-07', n));
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 1439 }))
  .map(([date, minute]) => `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`);

// What is expected is read from a plain list of days, not from the calendar that is tried.
function plainSessions(date: string, { hours }: Office): readonly Session[] {
  if (DAYS_OFF.has(date)) return [];
  return hours.sessions[(SATURDAYS_WORKED.has(date) ? 1 : plainWeekday(date)) as Weekday] ?? [];
}

const plainlyCounts = (date: string, { hours }: Office) =>
  SATURDAYS_WORKED.has(date) || (!DAYS_OFF.has(date) && hours.counted.includes(plainWeekday(date) as Weekday));

const minuteIn = (time: string) => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

function isOpenTime(time: string, at: Office): boolean {
  const minute = minuteIn(time);
  return plainSessions(time.slice(0, 10), at).some(({ from, to }) => from <= minute && minute <= to);
}

describe('working time', () => {
  it('adding minutes and counting them again gives the same minutes', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 20_000 }), office, (from, minutes, at) => {
        expect(workingMinutesBetween(from, addWorkingTime(from, minutes, at), at)).toBe(minutes);
      }),
    );
  });

  it('adding working days and counting them again gives the same days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), office, (from, n, at) => {
        expect(workingDaysBetween(from, addWorkingDays(from, n, at), at)).toBe(n);
      }),
    );
  });

  it('adds up over any moment in between', () => {
    fc.assert(
      fc.property(moment, moment, moment, office, (a, b, c, at) => {
        const [x = '', y = '', z = ''] = [a, b, c].sort();
        expect(workingMinutesBetween(x, y, at) + workingMinutesBetween(y, z, at)).toBe(workingMinutesBetween(x, z, at));
      }),
      { numRuns: 40 },
    );
  });

  it('never ends while the office is shut', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 20_000 }), office, (from, minutes, at) => {
        expect(isOpenTime(addWorkingTime(from, minutes, at), at)).toBe(true);
      }),
    );
  });
});

describe('a due moment', () => {
  const legal: Choices = { ...DEFAULT_CHOICES, compareWith: 'legal' };
  const limit = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0.5, 1.5, 0.25));
  const pause = fc
    .tuple(fc.integer({ min: -30, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .map(([after, length]) => ({ after, length }));

  it('is never on closed time, whatever was paused on the way', () => {
    fc.assert(
      fc.property(
        moment,
        limit,
        fc.array(pause, { maxLength: 2 }),
        fc.constantFrom('restart', 'subtract'),
        office,
        (received, limitDays, pauses, clockAfterSupplement, at) => {
          const dossier: Dossier = dossierOf({
            received,
            limitDays,
            pauses: pauses.map(({ after, length }) => {
              const from = `${addDays(received.slice(0, 10), after)}T09:00`;
              return { kind: 'supplement', from, to: `${addDays(from.slice(0, 10), length)}T15:00` };
            }),
          });
          const choices = { ...legal, clockAfterSupplement };
          const due = deadlineOf(dossier, at, choices);
          expect(due && isOpenTime(due.at, at)).toBe(true);
          expect((due?.at ?? '') >= received).toBe(true);
          // What ended before receipt moves nothing, what began before it is cut there.
          const since = dossier.pauses
            .filter(({ to }) => (to ?? '') > received)
            .map((each) => ({ ...each, from: each.from < received ? received : each.from }));
          expect(due).toEqual(deadlineOf({ ...dossier, pauses: since }, at, choices));
          const before = dossier.pauses.filter(({ to }) => (to ?? '') <= received);
          expect(deadlineOf({ ...dossier, pauses: before }, at, choices)).toEqual(
            deadlineOf({ ...dossier, pauses: [] }, at, choices),
          );
        },
      ),
    );
  });

  it('of whole days is the close of a working day', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), office, (received, limitDays, at) => {
        const due = deadlineOf(dossierOf({ received, limitDays }), at, legal);
        expect(due && plainlyCounts(due.at.slice(0, 10), at)).toBe(true);
        expect(due && minuteIn(due.at)).toBe(plainSessions(due?.at.slice(0, 10) ?? '', at).at(-1)?.to);
      }),
    );
  });

  it('never comes earlier for one more day', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), office, (received, limitDays, at) => {
        const one = deadlineOf(dossierOf({ received, limitDays }), at, legal);
        const more = deadlineOf(dossierOf({ received, limitDays: limitDays + 1 }), at, legal);
        expect((more?.at ?? '') > (one?.at ?? '9')).toBe(true);
      }),
    );
  });
});
