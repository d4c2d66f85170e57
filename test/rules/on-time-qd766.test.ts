import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import { NotInForce } from '#rules/law.ts';
import { countOnTime, onTime766 } from '#rules/qd766/on-time.ts';
import { countPetitions, petitionOnTime766 } from '#rules/qd766/petition.ts';
import { satisfaction766 } from '#rules/qd766/satisfaction.ts';
import { dossierOf } from './dossier-of.ts';

const PERIOD_END = '2026-10-01T00:00';
const taken = { received: '2026-09-07T07:30', promised: '2026-09-21T17:00' };
const judge = (facts: Partial<Dossier>, stopped?: string) =>
  onTime766({ dossier: dossierOf(facts), ...(stopped && { stopped }) }, PERIOD_END, DEFAULT_OFFICE);
const pause = (from: string, to: string | null) => ({ kind: 'supplement', from, to }) as const;

describe('on time by index 2.1', () => {
  it('says which end was compared with what', () => {
    expect(judge({ ...taken, ready: '2026-09-21T17:01' })).toMatchObject({
      index: '2.1',
      because: 'Đã xử lý xong lúc 17:01 ngày 21/09/2026; hẹn trả lúc 17:00 ngày 21/09/2026: quá hạn.',
      cite: { certainty: 'secondary' },
      evidence: [
        { label: 'Tiếp nhận', value: '07/09/2026 07:30' },
        { label: 'Hẹn trả', value: '21/09/2026 17:00' },
        { label: 'Đã xử lý xong', value: '21/09/2026 17:01' },
        { label: 'Số lần yêu cầu bổ sung ghi nhận', value: '0' },
      ],
    });
    expect(judge({ ...taken, state: 'withdrawn' }, '2026-09-18T08:00').because).toBe(
      'Công dân rút hồ sơ lúc 08:00 ngày 18/09/2026; hẹn trả lúc 17:00 ngày 21/09/2026: đúng hạn.',
    );
    expect(judge({ ...taken }).because).toBe(
      'Hết kỳ lúc 00:00 ngày 01/10/2026; hẹn trả lúc 17:00 ngày 21/09/2026: quá hạn.',
    );
  });

  it('says what was taken off for the supplement, as a reading', () => {
    expect(
      judge({ ...taken, ready: '2026-09-22T09:00', pauses: [pause('2026-09-10T16:00', '2026-09-11T09:30')] }),
    ).toMatchObject({
      onTime: true,
      // 17 hours 30 minutes back from 09:00 is 15:30 on the day before.
      because:
        'Đã xử lý xong lúc 09:00 ngày 22/09/2026, trừ thời gian chờ bổ sung còn lúc 15:30 ngày 21/09/2026; hẹn trả lúc 17:00 ngày 21/09/2026: đúng hạn.',
      cite: { certainty: 'reading' },
    });
  });

  it('takes off only what lies before the end', () => {
    const pauses = [pause('2026-09-21T08:00', '2026-09-23T08:00'), pause('2026-09-25T08:00', '2026-09-26T08:00')];
    // Asked 21/9 08:00, finished 22/9 08:00 though the papers came on the 23rd: one day is taken off.
    expect(judge({ ...taken, ready: '2026-09-22T08:00', pauses }).because).toContain('còn lúc 08:00 ngày 21/09/2026');
    expect(judge({ ...taken, ready: '2026-09-18T08:00', pauses }).because).not.toContain('trừ thời gian');
    const atOnce = [pause('2026-09-10T09:00', '2026-09-10T09:00')];
    expect(judge({ ...taken, ready: '2026-09-18T08:00', pauses: atOnce }).because).not.toContain('trừ thời gian');
    expect(judge({ ...taken, ready: '2026-09-22T08:00', pauses: [pause('2026-09-21T08:00', null)] }).onTime).toBe(
      false,
    );
  });

  it('puts pauses in order before it joins them', () => {
    const pauses = [pause('2026-09-14T09:00', '2026-09-15T09:00'), pause('2026-09-10T09:00', '2026-09-11T09:00')];
    expect(judge({ ...taken, ready: '2026-09-23T09:00', pauses }).because).toContain('còn lúc 09:00 ngày 21/09/2026');
    const inside = [pause('2026-09-10T09:00', '2026-09-12T09:00'), pause('2026-09-11T09:00', '2026-09-11T15:00')];
    expect(judge({ ...taken, ready: '2026-09-23T09:00', pauses: inside }).because).toContain(
      'còn lúc 09:00 ngày 21/09/2026',
    );
  });

  it('runs a period that has not ended and a dossier in process to the end of the period', () => {
    const pauses = [pause('2026-09-10T09:00', '2026-09-11T09:00')];
    expect(judge({ ...taken, pauses }).because).toContain('Hết kỳ lúc 00:00 ngày 01/10/2026; hẹn trả');
  });

  it('counts requests by the list and by the pauses, whichever shows more', () => {
    const open = pause('2026-09-09T09:00', null);
    const waiting = { ...taken, state: 'waitingSupplement' } as const;
    expect(judge({ ...waiting, supplements: 2, pauses: [open] }).because).toBe(
      'Hồ sơ đang chờ bổ sung và đã bị yêu cầu bổ sung 2 lần, quá 1 lần: quá hạn.',
    );
    expect(judge({ ...waiting, supplements: 1, pauses: [open] })).toMatchObject({ onTime: true });
    expect(judge({ ...waiting, supplements: 0, pauses: [open] }).evidence.at(-1)).toEqual({
      label: 'Số lần yêu cầu bổ sung ghi nhận',
      value: '1',
    });
    const fees = [{ kind: 'payment', from: '2026-09-08T08:00', to: '2026-09-08T09:00' }, open] as const;
    expect(judge({ ...waiting, pauses: fees }).because).toBe(
      'Yêu cầu bổ sung lúc 09:00 ngày 09/09/2026; hẹn trả lúc 17:00 ngày 21/09/2026: đúng hạn.',
    );
    expect(judge({ state: 'waitingSupplement' }).evidence).toEqual([
      { label: 'Số lần yêu cầu bổ sung ghi nhận', value: '0' },
    ]);
    // A dossier that waits for a fee was asked for papers as well, but does not wait for them.
    const fee = [{ kind: 'payment', from: '2026-09-08T08:00', to: null }] as const;
    expect(judge({ ...taken, supplements: 3, pauses: fee }).because).toContain('Hết kỳ');
  });

  it('without a promised date compares office time with the legal limit, as a reading', () => {
    expect(judge({ received: '2026-09-07T07:30', limitDays: 5, ready: '2026-09-14T07:31' })).toMatchObject({
      onTime: false,
      because:
        'Đã xử lý xong lúc 07:31 ngày 14/09/2026, không có ngày hẹn trả: đã dùng 2.401 phút làm việc, thời hạn 2.400 phút: quá hạn.',
      cite: { certainty: 'reading' },
    });
  });

  it('names what is missing', () => {
    const why = (facts: Partial<Dossier>, stopped?: string) => {
      const { onTime, because } = judge(facts, stopped);
      return [onTime, because];
    };
    expect(why({ ...taken, state: 'returned' }, '2026-09-18T08:00')).toEqual([
      null,
      'Hồ sơ đã kết thúc nhưng dữ liệu không có thời điểm kết thúc.',
    ]);
    expect(why({ ...taken, state: 'waitingSupplement' })).toEqual([
      null,
      'Hồ sơ đang chờ bổ sung nhưng dữ liệu không có thời điểm yêu cầu.',
    ]);
    expect(why({ state: 'processing', limitDays: 3 })).toEqual([
      null,
      'Dữ liệu không có ngày hẹn trả và thiếu ngày tiếp nhận hoặc thời hạn theo quy định.',
    ]);
    expect(why({ state: 'new' })).toEqual([null, 'Hồ sơ chưa được tiếp nhận nên không tính vào chỉ số 2.1.']);
  });

  it('a day outside the calendar or one that does not exist leaves it unknown with that reason', () => {
    const outside = judge({ received: '2017-12-20T08:00', limitDays: 5, ready: '2018-01-05T08:00' });
    expect(outside.onTime).toBeNull();
    expect(outside.because).toContain('lịch ngày nghỉ');
    const faulty = judge({
      ...taken,
      ready: '2026-09-22T8:00',
      pauses: [pause('2026-09-10T09:00', '2026-09-11T09:00')],
    });
    expect(faulty.onTime).toBeNull();
    expect(faulty.because).toContain('không phải là thời điểm');
  });

  it('hides no fault of the program', () => {
    expect(() => judge({ ...taken, promised: 5 as never })).toThrow(TypeError);
    const petition = { received: taken.received, answered: null };
    expect(() => petitionOnTime766(petition, PERIOD_END, undefined as never)).toThrow(TypeError);
  });

  it('answers for no period before the system was official', () => {
    const judgedUpTo = (end: string) => () => onTime766({ dossier: dossierOf(taken) }, end, DEFAULT_OFFICE);
    // July 2022 ends with the first moment of August; its last day is still before the system was official.
    expect(judgedUpTo('2022-08-01T00:00')).toThrow(NotInForce);
    expect(judgedUpTo('2022-08-02T00:00')).not.toThrow();
  });

  it('a dossier taken in without a date still counts, whatever it waits for', () => {
    for (const state of ['received', 'processing', 'waitingSupplement', 'waitingPayment', 'ready', 'returned'] as const)
      expect([state, judge({ state }).counted]).toEqual([state, true]);
    for (const state of ['new', 'refused', 'stopped', 'withdrawn'] as const) {
      expect([state, judge({ state }).counted]).toEqual([state, false]);
      expect([state, judge({ ...taken, state }).counted]).toEqual([state, true]);
    }
  });

  it('adds up to 20 × on time ÷ received, leaving out what cannot be told', () => {
    const rows = [
      judge({ ...taken, ready: '2026-09-18T10:00' }),
      judge({ ...taken, ready: '2026-09-18T11:00' }),
      judge({ ...taken, ready: '2026-09-22T10:00' }),
      judge({ ...taken, state: 'ready' }),
      judge({ state: 'new' }),
    ];
    expect(countOnTime(rows)).toEqual({ count: { numerator: 2, denominator: 3 }, unknown: 1 });
    expect(countOnTime([])).toEqual({ count: { numerator: 0, denominator: 0 }, unknown: 0 });
    expect(countOnTime([judge({ state: 'new' })])).toEqual({ count: { numerator: 0, denominator: 0 }, unknown: 0 });
    expect(countOnTime([judge({ ...taken, state: 'ready' })])).toEqual({ count: null, unknown: 1 });
  });
});

describe('petitions by index 5.2', () => {
  const of = (petition: Omit<Parameters<typeof petitionOnTime766>[0], 'received'>, received = '2026-09-07T09:00') =>
    petitionOnTime766({ received, ...petition }, '2026-10-30T23:59', DEFAULT_OFFICE);

  it('say which step was late and when it was due', () => {
    expect(of({ answered: '2026-09-29T08:00' })).toMatchObject({
      index: '5.2',
      cite: { certainty: 'reading', note: expect.stringContaining('chỉ được nêu cho việc từ chối') },
      because: 'Trả lời ngày 29/09/2026, hạn 15 ngày làm việc đến ngày 28/09/2026: quá hạn.',
      evidence: [
        { label: 'Nhận', value: '07/09/2026 09:00' },
        { label: 'Trả lời', value: '29/09/2026 08:00' },
      ],
    });
    expect(of({ answered: '2026-09-18T08:00', published: null }).because).toBe(
      'Công khai chưa thực hiện, hạn 2 ngày làm việc đến ngày 22/09/2026: quá hạn.',
    );
    expect(of({ answered: '2026-09-18T08:00' })).toMatchObject({
      onTime: true,
      because: 'Các bước đã ghi nhận đều trong hạn.',
    });
    expect(of({})).toMatchObject({
      onTime: null,
      because: 'Dữ liệu không cho biết phản ánh, kiến nghị đã được trả lời hay chưa.',
    });
    expect(of({ refused: null }).onTime).toBeNull();
  });

  it('outside the calendar cannot be told; before the system was official there is no limit', () => {
    expect(of({ answered: null }, '2027-12-20T09:00')).toMatchObject({ onTime: null });
    expect(of({ answered: null }, '2027-12-20T09:00').because).toContain('lịch ngày nghỉ');
    expect(() => of({ answered: null }, '2022-07-31T09:00')).toThrow(NotInForce);
    expect(of({ answered: '2022-08-02T09:00' }, '2022-08-01T09:00').onTime).toBe(true);
  });

  it('are counted without those that cannot be told', () => {
    const rows = [of({ answered: '2026-09-18T08:00' }), of({ answered: null }), of({})];
    expect(countPetitions(rows)).toEqual({ count: { numerator: 1, denominator: 2 }, unknown: 1 });
    expect(countPetitions([of({})])).toEqual({ count: null, unknown: 1 });
    expect(countPetitions([])).toEqual({ count: { numerator: 0, denominator: 0 }, unknown: 0 });
  });
});

describe('satisfaction by index 5.4', () => {
  it('shows both shares and what they leave', () => {
    const found = satisfaction766([
      { late: true, petitionOrDislike: false },
      { late: false, petitionOrDislike: true },
      { late: false, petitionOrDislike: false },
      { late: false, petitionOrDislike: false },
      { late: null, petitionOrDislike: true },
    ]);
    expect(found).toMatchObject({
      index: '5.4',
      because:
        '100\u00a0% trừ 25,00\u00a0% hồ sơ quá hạn và 25,00\u00a0% hồ sơ có phản ánh, kiến nghị hoặc không hài lòng, còn 50,00\u00a0%.',
      evidence: [
        { label: 'Hồ sơ đủ dữ liệu', value: '4' },
        { label: 'Quá hạn', value: '1' },
        { label: 'Có phản ánh, kiến nghị hoặc không hài lòng', value: '1' },
      ],
      cite: { certainty: 'secondary' },
    });
    expect(satisfaction766([]).because).toBe('Không có hồ sơ nào đủ dữ liệu để tính.');
  });
});
