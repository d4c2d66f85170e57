import { describe, expect, it } from 'vitest';
import { calendarKnownOn, makeCalendar } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { touchedBy } from '#rules/calendar-change.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import { dossierOf } from './dossier-of.ts';

const before = calendarKnownOn('2024-04-11');
const after = calendarKnownOn('2024-04-12');
const received = '2024-04-11T08:00';
const touched = (...dossiers: readonly Dossier[]) =>
  touchedBy(before, after, dossiers, DEFAULT_OFFICE_HOURS, DEFAULT_CHOICES);
const MOVED = 'Thời hạn theo quy định đổi theo lịch.';

describe('a change of the calendar', () => {
  it('lists the dossiers it touches in their order, and changes none', () => {
    const dossiers = [
      dossierOf({ code: 'B', received, limitDays: 12 }),
      dossierOf({ code: 'C', received, limitDays: 2 }),
      dossierOf({ code: 'A', received, limitDays: 11, promised: '2024-04-29T17:00' }),
    ];
    const kept = structuredClone(dossiers);
    expect(touched(...dossiers)).toEqual([
      { code: 'B', basis: 'legal', before: '2024-05-02T17:00', after: '2024-05-03T17:00', because: MOVED },
      { code: 'A', basis: 'legal', before: '2024-04-29T17:00', after: '2024-05-02T17:00', because: MOVED },
    ]);
    expect(dossiers).toEqual(kept);
    expect(deadlineOf(kept[2] ?? dossierOf({}), DEFAULT_OFFICE, DEFAULT_CHOICES)?.at).toBe('2024-04-29T17:00');
  });

  it('a promise that a finished pause moved is listed beside the limit, whatever punctuality is compared with', () => {
    const pauses = [{ kind: 'supplement', from: '2024-04-15T08:00', to: '2024-04-16T08:00' }] as const;
    // Five days again from 16/4: 17, 19, 22, 23, 24/4; eight: … 25, 26, 29/4 before, 02/5 after.
    const dossier = dossierOf({ received, promised: '2024-04-24T16:00', limitDays: 5, pauses });
    expect(touched(dossier)).toEqual([
      {
        code: dossier.code,
        basis: 'promised',
        before: '2024-04-29T16:00',
        after: '2024-05-02T16:00',
        because: 'Ngày hẹn trả đã chuyển theo lần chờ đổi theo lịch.',
      },
    ]);
    expect(touched({ ...dossier, limitDays: 8 }).map(({ basis }) => basis)).toEqual(['legal', 'promised']);
  });

  it('a paused dossier is listed with what it would be without the open pause', () => {
    const pauses = [{ kind: 'payment', from: '2024-04-12T08:00', to: null }] as const;
    expect(touched(dossierOf({ received, limitDays: 11, pauses }))).toMatchObject([
      {
        before: '2024-04-29T17:00',
        after: '2024-05-02T17:00',
        because: `${MOVED} Hồ sơ đang tạm dừng: hạn này chưa kể lần chờ chưa xong.`,
      },
    ]);
    expect(touched(dossierOf({ received, limitDays: 10, pauses }))).toEqual([]);
    expect(touched(dossierOf({ received, limitDays: 11, state: 'waitingPayment' }))).toMatchObject([
      { because: MOVED },
    ]);
  });

  it('a due date that only one of the calendars reaches is listed without the other', () => {
    const short = makeCalendar({ from: '2018-01-01', to: '2024-04-20' }, [], []);
    const dossier = dossierOf({ received, limitDays: 11 });
    const between = (...calendars: [typeof short, typeof short]) =>
      touchedBy(...calendars, [dossier], DEFAULT_OFFICE_HOURS, DEFAULT_CHOICES);
    expect(between(short, after)).toMatchObject([
      {
        before: null,
        after: '2024-05-02T17:00',
        because: 'Thời hạn theo quy định vượt lịch cũ nên trước đây chưa tính được; nay tính được.',
      },
    ]);
    expect(between(after, short)).toMatchObject([
      {
        before: '2024-05-02T17:00',
        after: null,
        because: 'Thời hạn theo quy định vượt lịch mới nên không còn tính được.',
      },
    ]);
    expect(between(short, short)).toEqual([]);
  });

  it('one faulty dossier hides no other; what ended, or both calendars leave open, is not listed', () => {
    const faulty = dossierOf({ code: 'X', received: '2024-02-30T08:00', limitDays: 3 });
    const far = dossierOf({ code: 'Y', received: '2027-12-30T08:00', limitDays: 30 });
    const ended = dossierOf({ code: 'Z', received, limitDays: 11, state: 'stopped' });
    const all = touched(faulty, far, ended, dossierOf({ code: 'A', received, limitDays: 11 }));
    expect(all.map(({ code }) => code)).toEqual(['A']);
    expect(touched(dossierOf({ received, promised: '2024-04-29T17:00' }))).toEqual([]);
  });

  it('the same calendar touches nothing', () => {
    const dossier = dossierOf({ received, limitDays: 11 });
    expect(touchedBy(after, after, [dossier], DEFAULT_OFFICE_HOURS, DEFAULT_CHOICES)).toEqual([]);
  });
});
