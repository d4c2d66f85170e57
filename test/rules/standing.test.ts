import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE, type Office } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier, Pause } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import { dueSentence } from '#rules/due-sentence.ts';
import { NotInForce } from '#rules/law.ts';
import { punctuality } from '#rules/punctuality.ts';
import { standing, stepStanding } from '#rules/standing.ts';
import { dossierOf } from './dossier-of.ts';

const NOW = '2026-11-26T10:00';
const of = (facts: Partial<Dossier>, choices: Partial<Choices> = {}, now = NOW) =>
  standing(dossierOf(facts), now, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices });
const open = (kind: Pause['kind'], from: string): Pause => ({ kind, from, to: null });

describe('standing', () => {
  it('is due today only on the day and while it runs', () => {
    expect(of({ promised: '2026-11-25T17:00' }).dueToday).toBe(false);
    expect(of({ promised: '2026-11-26T17:00' }).dueToday).toBe(true);
    expect(of({ promised: '2026-11-27T17:00' }).dueToday).toBe(false);
    expect(of({ promised: '2026-11-26T17:00', ready: '2026-11-26T09:00' }).dueToday).toBe(false);
    expect(of({}).dueToday).toBe(false);
  });

  it('tells what it waits for, and no longer once it has ended', () => {
    const pauses = [open('payment', '2026-11-20T09:00')];
    expect(of({ pauses }).pausedFor).toBe('payment');
    expect(of({ pauses, ready: '2026-11-25T09:00' }).pausedFor).toBeNull();
    expect(of({}).pausedFor).toBeNull();
  });

  it('hands on how it ended and the deadline with its calendar', () => {
    const found = of({ promised: '2026-11-20T17:00', returned: '2026-11-20T09:00', state: 'returned' });
    expect(found).toMatchObject({ finished: true, end: { at: '2026-11-20T09:00', by: 'returned' }, fault: null });
    expect(found.due).toMatchObject({ at: '2026-11-20T17:00', calendar: DEFAULT_OFFICE.calendar.version, moves: [] });
    expect(of({ promised: '2026-11-20T17:00' })).toMatchObject({ finished: false, end: null });
  });

  it('an end at an unknown moment still has its deadline', () => {
    const found = of({ promised: '2026-11-20T17:00', state: 'stopped' });
    expect(found).toMatchObject({ status: 'unknown', due: { at: '2026-11-20T17:00' }, fault: null });
  });

  it('keeps the fault: a day outside the calendar, or one that does not exist', () => {
    expect(of({ promised: '2029-01-05T17:00' }).fault).toBeInstanceOf(NotInForce);
    expect(of({ promised: '2026-02-30T17:00' }).fault).toBeInstanceOf(RangeError);
    const step = { unit: 'so-mau', officer: null, due: '2026-02-30T17:00', ended: '2026-02-20T17:00' };
    expect(stepStanding(step, NOW, DEFAULT_OFFICE, DEFAULT_CHOICES)).toMatchObject({
      status: 'unknown',
      finished: true,
      fault: expect.any(RangeError),
    });
  });

  it('a fault of the program is not taken for a fault of the data', () => {
    const broken = { calendar: DEFAULT_OFFICE.calendar } as Office;
    expect(() => standing(dossierOf({ promised: NOW }), NOW, broken, DEFAULT_CHOICES)).toThrow(TypeError);
    const step = { unit: 'so-mau', officer: null, due: '2026-11-20T17:00', ended: null };
    expect(() => stepStanding(step, NOW, broken, DEFAULT_CHOICES)).toThrow(TypeError);
  });

  it('a pause that began after the deadline keeps the lateness reached by then', () => {
    const late = (from: string) => of({ promised: '2026-11-20T17:00', pauses: [open('supplement', from)] });
    expect(late('2026-11-20T23:59')).toMatchObject({ status: 'paused', minutes: null });
    expect(late('2026-11-21T00:00')).toMatchObject({ status: 'overdue', minutes: 0 });
    expect(late('2026-11-25T09:00')).toMatchObject({ status: 'overdue', minutes: 570 });
  });

  it('the open pause stops the clock, not one that has ended', () => {
    const ended: Pause = { kind: 'payment', from: '2026-11-18T08:00', to: '2026-11-18T08:30' };
    // Half an hour of payment moves the promise to 23/11 08:00; 450 minutes of that day and 120 of 25/11 until the second pause.
    const pauses = [ended, open('supplement', '2026-11-25T09:30')];
    expect(of({ promised: '2026-11-20T17:00', pauses })).toMatchObject({ status: 'overdue', minutes: 570 });
  });

  it('never counts time below zero: a promise on the same day, later by the clock, is on time by the day', () => {
    expect(of({ promised: '2026-11-26T08:00' })).toMatchObject({ status: 'dueSoon', minutes: 0 });
  });
});

describe('the reason in one sentence', () => {
  const why = (facts: Partial<Dossier>, choices: Partial<Choices> = {}) =>
    punctuality(dossierOf(facts), NOW, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices }).because;
  const promised = '2026-11-20T17:00';

  it.each<[Partial<Dossier>, Partial<Choices>, string]>([
    [{ promised }, {}, 'Hạn 20/11/2026 17:00 đã qua, chưa có kết quả.'],
    [{ promised: '2026-11-30T17:00' }, {}, 'Hạn 30/11/2026 17:00, chưa có kết quả.'],
    [{ promised, ready: '2026-11-20T09:00' }, {}, 'Có kết quả 20/11/2026 09:00, hạn 20/11/2026 17:00.'],
    [{ promised, returned: '2026-11-20T09:00' }, {}, 'Đã trả 20/11/2026 09:00, hạn 20/11/2026 17:00.'],
    [{ promised, ready: '2026-11-23T09:00' }, {}, 'Có kết quả 23/11/2026 09:00, hạn 20/11/2026 17:00.'],
    [{ promised, state: 'withdrawn' }, {}, 'Hồ sơ đã kết thúc nhưng dữ liệu không có ngày có kết quả hoặc ngày trả.'],
    [{ promised: '2026-11-30T17:00', state: 'waitingPayment' }, {}, 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.'],
    [{ state: 'waitingPayment' }, {}, 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.'],
    [{}, {}, 'Dữ liệu không có ngày hẹn trả.'],
    [{ promised }, { compareWith: 'legal' }, 'Dữ liệu không có ngày nhận hoặc thời hạn.'],
    [{ ready: '2026-11-20T09:00' }, {}, 'Dữ liệu không có ngày hẹn trả.'],
  ])('%o', (facts, choices, sentence) => {
    expect(why(facts, choices)).toBe(sentence);
  });

  it('beside it stands what it was read from, in order, and nothing that is not known', () => {
    const read = (facts: Partial<Dossier>, choices: Partial<Choices> = {}) =>
      punctuality(dossierOf(facts), NOW, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices }).evidence.map(
        ({ label, value }) => `${label}: ${value}`,
      );
    const byDay = 'So sánh: theo ngày';
    expect(read({})).toEqual(['Thời điểm xem: 26/11/2026 10:00', byDay]);
    expect(read({ promised })).toEqual(['Hẹn trả: 20/11/2026 17:00', 'Thời điểm xem: 26/11/2026 10:00', byDay]);
    const done = { received: '2026-11-10T08:15', promised, limitDays: 5 };
    expect(read({ ...done, ready: '2026-11-20T09:00' }, { compareWith: 'legal' })).toEqual([
      'Tiếp nhận: 10/11/2026 08:15',
      'Hẹn trả: 20/11/2026 17:00',
      'Hạn tính lại: 17/11/2026 17:00',
      'Có kết quả: 20/11/2026 09:00',
      'Giờ hết hạn: Thời hạn theo ngày làm việc (cách hiểu)',
      byDay,
    ]);
    expect(read({ promised, returned: '2026-11-20T09:00' })[1]).toBe('Đã trả kết quả: 20/11/2026 09:00');
  });

  it('of a due date: what was promised or counted, then each pause that moved it', () => {
    const facts = dossierOf({
      received: '2026-11-03T08:00',
      promised: '2026-11-10T17:00',
      limitDays: 5,
      pauses: [
        { kind: 'supplement', from: '2026-11-05T09:00', to: '2026-11-12T15:00' },
        { kind: 'payment', from: '2026-11-13T08:00', to: '2026-11-13T11:00' },
      ],
    });
    const sentence = (choices: Partial<Choices>) => {
      const due = deadlineOf(facts, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices });
      return due && dueSentence(facts, due);
    };
    const paid = 'Trừ thời gian chờ nộp phí đến lúc 11:00 ngày 13/11/2026.';
    const again = 'Tính lại từ đầu sau khi bổ sung xong lúc 15:00 ngày 12/11/2026.';
    const waited = 'Trừ thời gian chờ bổ sung đến lúc 15:00 ngày 12/11/2026.';
    expect(sentence({})).toBe(`Hẹn trả lúc 17:00 ngày 10/11/2026. ${again} ${paid}`);
    expect(sentence({ compareWith: 'legal' })).toBe(
      `Nhận lúc 08:00 ngày 03/11/2026, thời hạn 5 ngày làm việc. ${again} ${paid}`,
    );
    expect(sentence({ clockAfterSupplement: 'subtract' })).toBe(`Hẹn trả lúc 17:00 ngày 10/11/2026. ${waited} ${paid}`);
    const half = dossierOf({ received: '2026-11-03T08:00', limitDays: 0.5 });
    const due = deadlineOf(half, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, compareWith: 'legal' });
    expect(due && dueSentence(half, due)).toBe('Nhận lúc 08:00 ngày 03/11/2026, thời hạn 0,5 ngày làm việc.');
  });
});
