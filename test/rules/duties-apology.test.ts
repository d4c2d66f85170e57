import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { apologyOwed } from '#rules/duties/apology.ts';

import { dossierOf } from './dossier-of.ts';

const owed = (facts: Partial<Dossier>, now: string, sent: string | null = null) =>
  apologyOwed(dossierOf(facts), now, DEFAULT_OFFICE, DEFAULT_CHOICES, sent);

describe('apology at least one day before the promised date', () => {
  const promised = '2026-11-24T17:00';

  it.each([
    ['2026-11-20T16:00', 'notYet', false],
    ['2026-11-23T07:30', 'dueToday', false],
    ['2026-11-23T18:00', 'dueToday', false],
    ['2026-11-24T09:00', 'late', false],
    ['2026-11-25T08:00', 'late', true],
  ] as const)('promised 24/11/2026 17:00, at %s: %s', (now, state, certain) => {
    expect(owed({ promised }, now)).toMatchObject({ state, owed: certain, deadline: '2026-11-23T17:00' });
  });

  it('before a Monday, the last working moment is Friday', () => {
    const monday = { promised: '2026-11-16T17:00' };
    expect(owed(monday, '2026-11-13T09:00')).toMatchObject({ deadline: '2026-11-13T17:00', state: 'dueToday' });
    // The day itself is Sunday the 15th: a letter on Saturday is still in time.
    expect(owed(monday, '2026-11-16T09:00', '2026-11-14T10:00').state).toBe('done');
  });

  it('once the office has closed it does not name a moment that has passed as the one to come', () => {
    const monday = { promised: '2026-11-16T17:00' };
    const closed =
      'Nếu không kịp trả, gửi xin lỗi ngay: giờ làm việc cuối để gửi (13/11/2026 17:00) đã qua, sau ngày 15/11/2026 là muộn.';
    for (const now of ['2026-11-13T18:00', '2026-11-15T09:00'])
      expect(owed(monday, now)).toMatchObject({ state: 'dueToday', because: closed });
    expect(owed(monday, '2026-11-16T07:30').state).toBe('late');
  });

  it('a letter is in time up to the day before', () => {
    expect(owed({ promised }, '2026-11-26T10:00', '2026-11-23T19:00')).toMatchObject({ state: 'done', owed: false });
    expect(owed({ promised }, '2026-11-26T10:00', '2026-11-24T08:00')).toMatchObject({
      state: 'doneLate',
      owed: false,
    });
  });

  it('NĐ 61/2018 until 30/6/2025, NĐ 118/2025 from 01/7/2025, by the day the letter must go out', () => {
    const cite = (date: string) => owed({ promised: `${date}T17:00` }, '2025-06-02T08:00').cite;
    expect(cite('2025-07-01')).toMatchObject({ act: 'NĐ 61/2018/NĐ-CP', article: '19', clause: '9' });
    expect(cite('2025-07-02')).toMatchObject({ act: 'NĐ 118/2025/NĐ-CP', article: '19', clause: '6' });
  });

  it.each([
    [{ promised, ready: '2026-11-25T09:00' }, 'notOwed'],
    [{ promised, state: 'withdrawn' }, 'notOwed'],
    [{ promised, state: 'waitingSupplement' }, 'notOwed'],
    [{ promised, reappointed: ['2026-12-01T17:00'] }, 'reappointed'],
    [{}, 'unknown'],
    [{ promised: '2029-01-05T17:00' }, 'unknown'],
  ] as const)('%o owes none: %s', (facts, state) => {
    expect(owed(facts, '2026-11-26T10:00')).toMatchObject({ state, owed: false });
  });

  it('follows the deadline moved by a finished pause', () => {
    const moved = owed(
      {
        promised: '2026-11-20T17:00',
        pauses: [{ kind: 'payment', from: '2026-11-18T07:30', to: '2026-11-20T17:00' }],
      },
      '2026-11-23T09:00',
    );
    // Three working days later: 23, 25, 26/11; the letter by 25/11.
    expect(moved).toMatchObject({ state: 'notYet', owed: false, deadline: '2026-11-25T17:00' });
  });

  it('the day before lasts to closing time, whatever the hour that was promised', () => {
    expect(owed({ promised: '2026-11-20T10:00' }, '2026-11-19T16:00')).toMatchObject({
      state: 'dueToday',
      deadline: '2026-11-19T17:00',
      because: 'Nếu không kịp trả, hạn gửi xin lỗi là 19/11/2026 17:00.',
    });
    // A working day on which this office has no hours: the hour that was promised stands in.
    const hours = { sessions: {}, counted: [4] } as const;
    const shut = { ...DEFAULT_OFFICE, hours };
    const dossier = dossierOf({ promised: '2026-11-20T10:00' });
    expect(apologyOwed(dossier, '2026-11-18T16:00', shut, DEFAULT_CHOICES).deadline).toBe('2026-11-19T10:00');
  });

  it('says what is known of the letter', () => {
    const at = (facts: Partial<Dossier>, now: string, sent: string | null = null) =>
      owed({ promised, ...facts }, now, sent).because;
    expect(at({}, '2026-11-20T16:00')).toBe('Nếu không kịp trả, gửi xin lỗi trước 23/11/2026 17:00.');
    expect(at({}, '2026-11-26T10:00', '2026-11-23T08:00')).toBe('Đã xin lỗi lúc 08:00 ngày 23/11/2026, trước hạn.');
    expect(at({}, '2026-11-26T10:00', '2026-11-24T08:00')).toBe(
      'Đã xin lỗi lúc 08:00 ngày 24/11/2026, sau thời điểm phải gửi (23/11/2026 17:00).',
    );
    expect(at({ reappointed: ['2026-12-01T17:00', '2026-12-08T17:00'] }, '2026-11-26T10:00')).toBe(
      'Đã hẹn lại lúc 17:00 ngày 08/12/2026; chưa thấy ngày gửi văn bản xin lỗi.',
    );
    expect(at({}, '2026-11-24T10:00')).toBe(
      'Đã quá thời điểm phải gửi (23/11/2026 17:00). Gửi ngay vẫn tốt hơn không gửi; hệ thống ghi là gửi muộn.',
    );
  });

  it('is about the promise even where punctuality is compared with the legal limit', () => {
    const dossier = dossierOf({ received: '2026-11-10T08:00', promised, limitDays: 3 });
    const legal = { ...DEFAULT_CHOICES, compareWith: 'legal' } as const;
    expect(apologyOwed(dossier, '2026-11-20T16:00', DEFAULT_OFFICE, legal).deadline).toBe('2026-11-23T17:00');
  });

  it('hides no error but a missing rule and a date that does not exist', () => {
    expect(owed({ promised: '2026-02-30T17:00' }, '2026-11-20T16:00')).toMatchObject({ state: 'unknown', cite: null });
    const dossier = dossierOf({ promised });
    expect(() => apologyOwed(dossier, '2026-11-20T16:00', {} as never, DEFAULT_CHOICES)).toThrow(TypeError);
  });
});
