import { describe, expect, it } from 'vitest';
import { asLocalTime, dateOrderOf, readDate } from '#rules/calendar/printed-date.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';

/** Formats seen on back offices; all say 17:05 on 24 November 2026, Hanoi time. 1795514700000 ms = 2026-11-24T10:05Z. */
const SAME_MOMENT = [
  '24/11/2026 17:05:00',
  '24/11/2026 17:05',
  '24/11/2026, 17:05',
  '24-11-2026 17:05',
  '17:05, 24/11/2026',
  '17:05 24/11/2026',
  '17:05:30 24/11/2026',
  '17 giờ 05 phút, ngày 24/11/2026',
  '2026-11-24 17:05:00',
  '2026-11-24T17:05:00',
  '2026-11-24T17:05:00+0700',
  '2026-11-24T10:05:00.000Z',
  '20261124170500',
  '1795514700000',
  '\u00a024/11/2026\n17:05:00 ',
];

describe('dates as printed', () => {
  it.each(SAME_MOMENT)('%j is 17:05 on 24/11/2026', (text) => {
    expect(readDate(text)).toEqual({ day: '2026-11-24', time: '17:05' });
  });

  it('a day alone has no time, and is not midnight', () => {
    expect(readDate('24/11/2026')).toEqual({ day: '2026-11-24', time: null });
    expect(readDate('2026-11-24')).toEqual({ day: '2026-11-24', time: null });
  });

  it.each(['', 'chưa có', '31/02/2026', '24/11/26', '24/11/2026 25:00', 'Còn 2 ngày', '24/11/2026 và 25/11/2026', '5'])(
    '%j is no date',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it('American order with half-days is read when the column says so', () => {
    expect(readDate('11/24/2026 5:05:00 PM', 'mdy')).toEqual({ day: '2026-11-24', time: '17:05' });
    expect(readDate('11/24/2026 12:30:00 AM', 'mdy')).toEqual({ day: '2026-11-24', time: '00:30' });
  });
});

describe('the order of a column', () => {
  it('is day first unless a value has more than 12 in second place', () => {
    expect(dateOrderOf(['01/02/2026', '03/04/2026'])).toBe('dmy');
    expect(dateOrderOf(['01/02/2026', '11/24/2026'])).toBe('mdy');
  });
  it('stays day first when the column contradicts itself', () => {
    expect(dateOrderOf(['24/11/2026', '11/24/2026'])).toBe('dmy');
  });
});

describe('a bare day', () => {
  it('ends when the office closes and starts when it opens', () => {
    const day = { day: '2026-11-20', time: null };
    expect(asLocalTime(day, 'closing', DEFAULT_OFFICE)).toBe('2026-11-20T17:00');
    expect(asLocalTime(day, 'opening', DEFAULT_OFFICE)).toBe('2026-11-20T07:30');
  });
  it('on a day off or outside the calendar keeps the hours of an ordinary day', () => {
    // 22/11/2026 is a Sunday; the calendar begins in 2018.
    expect(asLocalTime({ day: '2026-11-22', time: null }, 'closing', DEFAULT_OFFICE)).toBe('2026-11-22T17:00');
    expect(asLocalTime({ day: '2015-03-02', time: null }, 'closing', DEFAULT_OFFICE)).toBe('2015-03-02T17:00');
  });
});
