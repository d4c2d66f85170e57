import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { type Dossier, endOf } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import { deadlineOf, dueAt, pausedMinutes } from '#rules/due.ts';
import { punctuality } from '#rules/punctuality.ts';
import { punctualityMark } from '#rules/punctuality-mark.ts';
import { dossierOf } from './dossier-of.ts';

const NOW = '2026-11-26T10:00';
const of = (dossier: Dossier, choices: Partial<Choices> = {}, now = NOW) =>
  punctuality(dossier, now, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices });

describe('end of processing', () => {
  it('ready goes before returned: collecting late makes no office late', () => {
    const dossier = dossierOf({
      promised: '2026-11-20T17:00',
      ready: '2026-11-18T17:00',
      returned: '2026-11-25T09:00',
      state: 'returned',
    });
    expect(endOf(dossier)).toEqual({ at: '2026-11-18T17:00', by: 'ready' });
    expect(of(dossier).status).toBe('early');
  });

  it('a refused dossier has ended, at a moment that is not known', () => {
    const dossier = dossierOf({ promised: '2026-11-20T17:00', state: 'refused' });
    expect(endOf(dossier)).toEqual({ at: null, by: 'refused' });
    expect(of(dossier)).toMatchObject({ status: 'unknown', finished: true, minutes: null });
  });
});

describe('due date counted again', () => {
  // Receipt not counted: 11, 12, 13, 16, 17, 18, 19, 20, 23/11, then 25/11 because 24/11 is off.
  it('10 working days from 10/11/2026 08:15 end on 25/11 at closing', () => {
    const due = dueAt(dossierOf({ received: '2026-11-10T08:15', limitDays: 10 }), DEFAULT_OFFICE, DEFAULT_CHOICES);
    expect(due).toMatchObject({ at: '2026-11-25T17:00', basis: 'legal', cite: null });
    expect(due?.unverified).toEqual(['Chưa thấy thông báo hoán đổi ngày 23/11/2026; đã tìm.']);
    expect(due?.ends).toMatchObject({ act: 'Thời hạn theo ngày làm việc', certainty: 'reading' });
    expect(due?.calendar).toBe(DEFAULT_OFFICE.calendar.version);
  });

  it('half a working day runs by the hour', () => {
    const dossier = dossierOf({ received: '2026-11-10T10:00', limitDays: 0.5 });
    // 1,5 h until 11:30, then 2,5 h from 13:00.
    expect(dueAt(dossier, DEFAULT_OFFICE, DEFAULT_CHOICES)).toMatchObject({ at: '2026-11-10T15:30', ends: null });
  });

  it('is marked unverified across days not announced yet', () => {
    const dossier = dossierOf({ received: '2027-01-28T08:00', limitDays: 5 });
    const tet = 'Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. Hạn này có thể đổi.';
    expect(dueAt(dossier, DEFAULT_OFFICE, DEFAULT_CHOICES)?.unverified).toEqual([tet]);
    expect(of(dossier, { compareWith: 'legal' }).evidence).toContainEqual({ label: 'Lịch nghỉ', value: tet });
  });

  it('is not known without receipt, without limit, or while the clock stands still', () => {
    const pauses = [{ kind: 'supplement', from: '2026-11-11T08:00', to: null }] as const;
    for (const facts of [
      { limitDays: 5 },
      { received: '2026-11-10T08:15' },
      { received: '2026-11-10T08:15', limitDays: 5, pauses },
    ])
      expect(dueAt(dossierOf(facts), DEFAULT_OFFICE, DEFAULT_CHOICES)).toBeNull();
  });
});

describe('pauses', () => {
  // 5 working days: 04, 05, 06, 09, 10/11. The applicant completes from 05/11 09:00 to 12/11 15:00:
  // 390 + 4 × 480 + 360 = 2.670 minutes of office time.
  const supplemented = dossierOf({
    received: '2026-11-03T08:00',
    promised: '2026-11-10T17:00',
    limitDays: 5,
    pauses: [{ kind: 'supplement', from: '2026-11-05T09:00', to: '2026-11-12T15:00' }],
  });
  const at = (dossier: Dossier, choices: Partial<Choices>) =>
    deadlineOf(dossier, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices });

  it('are counted in office time, once where they overlap', () => {
    expect(pausedMinutes(supplemented, NOW, DEFAULT_OFFICE)).toBe(2670);
    const twice = { ...supplemented, pauses: [...supplemented.pauses, ...supplemented.pauses] };
    expect(pausedMinutes(twice, NOW, DEFAULT_OFFICE)).toBe(2670);
    expect(pausedMinutes(supplemented, '2026-11-05T10:00', DEFAULT_OFFICE)).toBe(60);
    expect(pausedMinutes(supplemented, '2026-11-05T08:00', DEFAULT_OFFICE)).toBe(0);
  });

  it('restart: five working days again after 12/11', () => {
    // 13, 16, 17, 18, 19/11.
    const restart = at(supplemented, { clockAfterSupplement: 'restart' });
    expect(restart).toMatchObject({ at: '2026-11-19T17:00', cite: { act: 'NĐ 118/2025/NĐ-CP', clause: '5' } });
    expect(at(supplemented, { clockAfterSupplement: 'restart', compareWith: 'legal' })?.at).toBe('2026-11-19T17:00');
  });

  it('subtract: the promised time moves by the office time of the pause', () => {
    // 2.400 minutes = 5 days → 17/11 17:00; 270 more: 18/11 07:30–11:30 and 30 minutes from 13:00.
    expect(at(supplemented, { clockAfterSupplement: 'subtract' })?.at).toBe('2026-11-18T13:30');
  });

  it('waiting for payment is subtracted, never restarted', () => {
    const paid = dossierOf({
      ...supplemented,
      pauses: [{ kind: 'payment', from: '2026-11-05T08:00', to: '2026-11-05T11:00' }],
    });
    expect(at(paid, {})?.at).toBe('2026-11-11T10:30');
  });

  it('a pause that begins after the deadline moves nothing', () => {
    const late = dossierOf({
      ...supplemented,
      pauses: [{ kind: 'supplement', from: '2026-11-11T09:00', to: '2026-11-12T15:00' }],
    });
    expect(at(late, {})?.at).toBe('2026-11-10T17:00');
  });

  it('an open pause is shown as paused, unless the dossier was late before it', () => {
    const open = (from: string) =>
      dossierOf({ promised: '2026-11-10T17:00', pauses: [{ kind: 'payment', from, to: null }] });
    expect(of(open('2026-11-06T08:00'))).toMatchObject({ status: 'paused', pausedFor: 'payment', minutes: null });
    // From 10/11 17:00 to 12/11 09:30: a day and two hours; the clock then stands still.
    expect(of(open('2026-11-12T09:30'))).toMatchObject({ status: 'overdue', minutes: 600 });
    expect(of(dossierOf({ promised: '2026-11-10T17:00', state: 'waitingSupplement' }))).toMatchObject({
      status: 'paused',
      pausedFor: 'supplement',
    });
  });
});

describe('punctuality at 10:00 on 26/11/2026', () => {
  // Office 07:30–11:30 and 13:00–17:00, 24/11 off.
  it.each([
    [{ promised: '2026-11-24T17:00' }, 'overdue', 630, 'Quá hạn 1 ngày 2 giờ'],
    [{ promised: '2026-11-27T11:30' }, 'dueSoon', 570, 'Còn 1 ngày 1 giờ'],
    [{ promised: '2026-11-26T17:00' }, 'dueSoon', 330, 'Đến hạn hôm nay 17:00'],
    [{ promised: '2026-12-04T17:00' }, 'onTime', 3210, 'Còn 6 ngày'],
    [{ promised: '2026-11-20T17:00', ready: '2026-11-18T17:00' }, 'early', 960, 'Trước hạn 2 ngày'],
    [{ promised: '2026-11-20T17:00', ready: '2026-11-20T08:00' }, 'onTime', 0, 'Đúng hạn'],
    [{ promised: '2026-11-20T17:00', ready: '2026-11-25T11:00' }, 'overdue', 690, 'Trễ hạn 1 ngày 3 giờ'],
    [{ state: 'waitingSupplement' }, 'paused', null, 'Tạm dừng · chờ bổ sung'],
    [{}, 'unknown', null, 'Chưa đủ dữ liệu'],
  ] as const)('%o: %s', (facts, status, minutes, mark) => {
    const found = of(dossierOf(facts));
    expect(found).toMatchObject({ status, minutes });
    expect(punctualityMark(found)).toBe(mark);
  });

  it('the full wording says working time', () => {
    expect(punctualityMark(of(dossierOf({ promised: '2026-11-24T17:00' })), 'vi', false)).toBe(
      'Quá hạn 1 ngày 2 giờ làm việc',
    );
  });

  it('due soon is two working days, or what the reader sets', () => {
    const dossier = dossierOf({ promised: '2026-11-30T10:00' });
    expect(of(dossier).minutes).toBe(960);
    expect(of(dossier).status).toBe('dueSoon');
    expect(punctuality(dossier, NOW, DEFAULT_OFFICE, DEFAULT_CHOICES, 1).status).toBe('onTime');
  });

  it('the first moment after the last day of the calendar can still be judged: late by 0 minutes of office time', () => {
    const overdue = of(dossierOf({ promised: '2027-12-31T17:00' }), {}, '2028-01-01T00:00');
    expect(overdue).toMatchObject({ status: 'overdue', minutes: 0 });
  });

  it('a day that does not exist is unknown, and stops nothing', () => {
    const choices = { granularity: 'halfDay' } as const;
    const dossier = dossierOf({
      promised: '2026-02-30T17:00',
      ready: '2026-02-20T09:00',
      steps: [{ unit: 'so-mau', officer: null, due: '2026-02-31T17:00', ended: '2026-02-20T09:00' }],
    });
    expect(of(dossier, choices).status).toBe('unknown');
    expect(dossierFacts(dossier, NOW, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices })).toEqual({});
  });

  it.each([
    ['2026-11-20T17:00', '2026-11-20T99:99'],
    ['2026-11-20T99:99', '2026-11-20T17:00'],
  ])('promised %s, ready %s: a moment that does not exist is no end on time', (promised, ready) => {
    const found = of(dossierOf({ promised, ready }));
    expect(found).toMatchObject({ status: 'unknown', finished: true, minutes: null, due: null });
    expect(found.because).toBe('«2026-11-20T99:99» không phải là thời điểm. Viết dạng 2026-11-24T17:00.');
  });

  it('a date outside the calendar is unknown, with the reason', () => {
    expect(of(dossierOf({ promised: '2029-01-05T17:00' }))).toMatchObject({ status: 'unknown', minutes: null });
    expect(of(dossierOf({ promised: '2029-01-05T17:00' })).because).toContain('2028');
  });

  it('evidence says that the hour at which a legal limit ends is our reading, and only then', () => {
    const hour = (dossier: Parameters<typeof of>[0], compareWith: 'legal' | 'promised') =>
      of(dossier, { compareWith }).evidence.find(({ label }) => label === 'Giờ hết hạn')?.value;
    const dossier = dossierOf({ received: '2026-11-10T08:00', limitDays: 3, promised: '2026-11-13T17:00' });
    expect(hour(dossier, 'legal')).toContain('(cách hiểu)');
    expect(hour({ ...dossier, limitDays: 0.5 }, 'legal')).toBeUndefined();
    expect(hour(dossier, 'promised')).toBeUndefined();
  });

  it('evidence names what was read and how it was compared', () => {
    const { evidence } = of(dossierOf({ promised: '2026-11-24T17:00' }));
    expect(evidence).toContainEqual({ label: 'Hẹn trả', value: '24/11/2026 17:00' });
    expect(evidence).toContainEqual({ label: 'So sánh', value: 'theo ngày' });
  });
});

describe('granularity', () => {
  it.each([
    ['day', '2026-11-20T08:00', 'onTime'],
    ['day', '2026-11-20T19:00', 'onTime'],
    ['day', '2026-11-19T19:00', 'early'],
    ['day', '2026-11-21T08:00', 'overdue'],
    ['halfDay', '2026-11-20T12:59', 'early'],
    ['halfDay', '2026-11-20T13:00', 'onTime'],
    ['halfDay', '2026-11-20T15:00', 'onTime'],
    ['halfDay', '2026-11-20T15:01', 'overdue'],
    ['timestamp', '2026-11-20T14:59', 'early'],
    ['timestamp', '2026-11-20T15:00', 'onTime'],
    ['timestamp', '2026-11-20T15:01', 'overdue'],
  ] as const)('%s: promised 20/11 15:00, ready %s is %s', (granularity, ready, status) => {
    expect(of(dossierOf({ promised: '2026-11-20T15:00', ready }), { granularity }).status).toBe(status);
  });
});
