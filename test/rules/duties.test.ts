import { describe, expect, it } from 'vitest';
import type { Acts } from '#rules/acts.ts';
import { makeCalendar } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE, type Office } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { checkDuties, checkDuty } from '#rules/duties/check-duties.ts';
import type { Duty, DutyContext } from '#rules/duties/duty.ts';
import { HAND_OVER } from '#rules/duties/hand-over.ts';
import { DUTIES } from '#rules/duties/index.ts';
import { ONLINE_ANSWER } from '#rules/duties/online-answer.ts';
import { SUPPLEMENT_NOTICE } from '#rules/duties/supplement-notice.ts';
import { firstWait, lastWait } from '#rules/duties/supplement-wait.ts';
import { dossierOf } from './dossier-of.ts';

const context = (facts: Partial<Dossier>, acts: Acts, now: string, office: Office = DEFAULT_OFFICE): DutyContext => ({
  dossier: dossierOf(facts),
  acts,
  now,
  office,
  choices: DEFAULT_CHOICES,
});

/** A dossier of which everything is known. */
const WHOLE = context(
  {
    channel: 'online',
    received: '2026-11-16T08:00',
    promised: '2026-11-19T17:00',
    ready: '2026-11-19T10:00',
    supplements: 0,
    state: 'ready',
  },
  {
    submitted: '2026-11-13T16:00',
    alerted: '2026-11-13T16:01',
    answered: '2026-11-16T08:00',
    supplementNotices: [],
    handedOver: '2026-11-16T09:00',
    forwarded: '2026-11-17T09:00',
    competentReceived: '2026-11-17T15:00',
    apologies: [],
    errorFound: null,
  },
  '2026-11-20T08:00',
);

describe('all duties of a dossier', () => {
  it('one finding for each duty, in the order of the list', () => {
    const findings = checkDuties(WHOLE);
    expect(findings.map(({ duty }) => duty)).toEqual(DUTIES.map(({ id }) => id));
    expect(Object.fromEntries(findings.map(({ duty, state }) => [duty, state]))).toEqual({
      onlineAlert: 'met',
      onlineAnswer: 'met',
      forward: 'met',
      handOver: 'met',
      supplementNotice: 'notApplicable',
      supplementRequests: 'met',
      supplementOpen: 'notApplicable',
      clockAfterSupplement: 'notApplicable',
      apology: 'notApplicable',
      reappointments: 'met',
      refusal: 'notApplicable',
      correction: 'notApplicable',
    });
  });

  it('each has a name of its own and a title', () => {
    expect(new Set(DUTIES.map(({ id }) => id)).size).toBe(DUTIES.length);
    for (const { title } of DUTIES) expect(title).toMatch(/^\p{Lu}/u);
  });

  it('each finding says why in whole sentences; nothing known breaks nothing', () => {
    const empty = checkDuties(context({}, {}, '2026-11-20T08:00'));
    for (const { because, state } of [...checkDuties(WHOLE), ...empty]) {
      expect(because).toMatch(/^\p{Lu}.*\.$/u);
      expect(because).not.toMatch(/null|undefined|NaN/);
      expect(state).not.toBe('breached');
    }
    expect(empty.filter(({ state }) => state === 'met').map(({ duty }) => duty)).toEqual(['reappointments']);
  });

  it('before the first decree nothing is judged', () => {
    const findings = checkDuties(
      context(
        {
          channel: 'online',
          received: '2018-06-11T08:00',
          promised: '2018-06-15T17:00',
          reappointed: ['2018-06-19T17:00'],
          pauses: [{ kind: 'supplement', from: '2018-06-12T08:00', to: '2018-06-13T08:00' }],
        },
        {
          submitted: '2018-06-11T08:00',
          alerted: '2018-06-11T08:00',
          handedOver: null,
          forwarded: null,
          refused: '2018-06-19T08:00',
          apologies: [],
          errorFound: '2018-06-19T08:00',
        },
        '2018-06-20T08:00',
      ),
    );
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['unknown']));
    for (const { because, cite } of findings) {
      expect(because).toMatch(/không áp dụng cho ngày \d\d\/06\/2018\. Chọn quy định có hiệu lực\.$/);
      expect(cite).toBeNull();
    }
  });

  it('a day outside the calendar, or one that does not exist, is unknown; another error is not hidden', () => {
    const received = (day: string) => context({ received: day }, { handedOver: null }, '2026-11-20T08:00');
    expect(checkDuty(HAND_OVER, received('2028-01-03T08:00'))).toMatchObject({ state: 'unknown', by: null });
    expect(checkDuty(HAND_OVER, received('2028-01-03T08:00')).because).toContain('vượt quá lịch ngày nghỉ');
    expect(checkDuty(HAND_OVER, received('2026-02-30T08:00'))).toMatchObject({ state: 'unknown', cite: null });
    const broken: Duty = {
      id: 'broken',
      title: 'Hỏng',
      check: () => {
        throw new TypeError('broken');
      },
    };
    expect(() => checkDuty(broken, WHOLE)).toThrow(TypeError);
  });
});

describe('something to be done by a limit', () => {
  const RECEIVED: Partial<Dossier> = { received: '2026-11-16T08:00' };
  const because = (facts: Partial<Dossier>, acts: Acts, now = '2026-11-20T08:00', duty = HAND_OVER) =>
    checkDuty(duty, context({ ...RECEIVED, ...facts }, acts, now)).because;

  it('says so in one sentence', () => {
    expect(because({}, { handedOver: '2026-11-16T09:00' })).toBe(
      'Đã chuyển hồ sơ đến cơ quan giải quyết lúc 09:00 ngày 16/11/2026, trong hạn (hết ngày 16/11/2026).',
    );
    expect(because({}, { handedOver: '2026-11-17T09:00' })).toBe(
      'Đã chuyển hồ sơ đến cơ quan giải quyết lúc 09:00 ngày 17/11/2026, sau hạn (hết ngày 16/11/2026).',
    );
    expect(because({}, { handedOver: null })).toBe(
      'Chưa chuyển hồ sơ đến cơ quan giải quyết dù đã qua hạn (hết ngày 16/11/2026).',
    );
    expect(because({}, { handedOver: null }, '2026-11-16T09:00')).toBe(
      'Chưa chuyển hồ sơ đến cơ quan giải quyết; hạn là hết ngày 16/11/2026.',
    );
    expect(because({}, {})).toBe(
      'Dữ liệu không ghi thời điểm chuyển hồ sơ đến cơ quan giải quyết; hạn là hết ngày 16/11/2026.',
    );
    expect(because({ received: '2026-11-16T16:00' }, { handedOver: null }, '2026-11-16T17:00')).toBe(
      'Chưa chuyển hồ sơ đến cơ quan giải quyết; hạn là đầu giờ ngày 17/11/2026.',
    );
    expect(
      because(
        { channel: 'online' },
        { submitted: '2026-11-16T09:00', answered: null },
        '2026-11-16T10:00',
        ONLINE_ANSWER,
      ),
    ).toBe('Chưa trả lời hồ sơ trực tuyến; hạn là lúc 09:00 ngày 17/11/2026.');
  });

  it('a dossier that ended by then needs it no more; one that ended later did', () => {
    const ended = (facts: Partial<Dossier>) =>
      checkDuty(HAND_OVER, context({ ...RECEIVED, ...facts }, { handedOver: null }, '2026-11-20T08:00'));
    expect(ended({ ready: '2026-11-16T23:59' })).toMatchObject({
      state: 'notApplicable',
      because: 'Hồ sơ đã kết thúc lúc 23:59 ngày 16/11/2026, trước hạn phải chuyển hồ sơ đến cơ quan giải quyết.',
    });
    expect(ended({ ready: '2026-11-17T00:00' }).state).toBe('breached');
    expect(ended({ state: 'withdrawn' })).toMatchObject({
      state: 'unknown',
      because: 'Chưa chuyển hồ sơ đến cơ quan giải quyết; hồ sơ đã kết thúc nhưng dữ liệu không có ngày kết thúc.',
    });
  });

  it('shows what it was read from', () => {
    const { evidence } = checkDuty(
      HAND_OVER,
      context(RECEIVED, { handedOver: '2026-11-16T09:00' }, '2026-11-20T08:00'),
    );
    expect(evidence).toEqual([
      { label: 'Tiếp nhận', value: '16/11/2026 08:00' },
      { label: 'Đã chuyển hồ sơ đến cơ quan giải quyết', value: '16/11/2026 09:00' },
    ]);
    const open = checkDuty(HAND_OVER, context(RECEIVED, { handedOver: null }, '2026-11-20T08:00'));
    expect(open.evidence).toEqual([{ label: 'Tiếp nhận', value: '16/11/2026 08:00' }]);
  });

  it('names the day from which a later duty applies', () => {
    const { because: why } = checkDuty(
      ONLINE_ANSWER,
      context({ channel: 'online' }, { submitted: '2025-06-30T09:00' }, '2025-07-10T08:00'),
    );
    expect(why).toBe(
      'Thời hạn trả lời hồ sơ trực tuyến áp dụng từ ngày 01/07/2025, không áp dụng cho ngày 30/06/2025.',
    );
  });

  it('a clock that has not started has no limit', () => {
    const start = { dossier: { ...RECEIVED, supplements: 1 }, acts: { competentReceived: null } };
    expect(checkDuty(SUPPLEMENT_NOTICE, context(start.dossier, start.acts, '2026-11-20T08:00')).because).toBe(
      'Cơ quan có thẩm quyền chưa nhận được hồ sơ nên thời hạn chưa chạy.',
    );
  });
});

describe('the times the applicant was asked', () => {
  const early = { kind: 'supplement', from: '2026-11-17T08:00', to: '2026-11-18T08:00' } as const;
  const late = { kind: 'supplement', from: '2026-11-24T08:00', to: '2026-11-25T08:00' } as const;

  it.each([[[early, late]], [[late, early]]])('are taken by time, however they are listed', (pauses) => {
    const dossier = dossierOf({ received: '2026-11-16T08:00', pauses });
    expect(firstWait(dossier)).toEqual(early);
    expect(lastWait(dossier)).toEqual(late);
    expect(dossier.pauses).toBe(pauses);
  });

  it('are none where only a fee was waited for', () => {
    const dossier = dossierOf({ pauses: [{ ...early, kind: 'payment' }] });
    expect([firstWait(dossier), lastWait(dossier)]).toEqual([undefined, undefined]);
  });
});

describe('hours of the office', () => {
  /** Open Tuesday to Friday mornings only, Monday counted as a working day without sessions. */
  const odd: Office = {
    calendar: makeCalendar({ from: '2026-01-01', to: '2027-01-01' }, [], []),
    hours: { sessions: { 2: [{ from: 480, to: 720 }] }, counted: [1, 2] },
  };
  const handOver = (received: string, handedOver: string) =>
    checkDuty(HAND_OVER, context({ received }, { handedOver }, '2026-11-30T08:00', odd));

  it('«đầu giờ» is the opening of that office', () => {
    expect(handOver('2026-11-16T15:01', '2026-11-17T12:00')).toMatchObject({ state: 'met', by: '2026-11-17T08:00' });
    expect(handOver('2026-11-16T15:01', '2026-11-17T12:01').state).toBe('breached');
  });

  it('a working day without sessions lasts the whole day', () => {
    expect(handOver('2026-11-16T09:00', '2026-11-16T23:59')).toMatchObject({ state: 'met', by: '2026-11-16T23:59' });
    expect(handOver('2026-11-17T15:01', '2026-11-23T23:59')).toMatchObject({ state: 'met', by: '2026-11-23T00:00' });
    expect(handOver('2026-11-17T15:01', '2026-11-24T00:00').state).toBe('breached');
  });
});
