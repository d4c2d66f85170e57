import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { newDateFault, reappointmentRefused } from '#rules/duties/new-date.ts';
import { citationText, inForce } from '#rules/law.ts';
import { saidOfTime } from '#rules/said-of-time.ts';
import { type ShownStep, stepTimes } from '#rules/step-time.ts';
import { APOLOGY_FORM } from '#rules/workflow.ts';
import { dossierOf } from './dossier-of.ts';

describe('the paper for a late result', () => {
  it.each([
    ['2019-01-06', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'Điều 9 TT 01/2018/TT-VPCP'],
    ['2025-09-14', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'Điều 9 TT 01/2018/TT-VPCP'],
    ['2025-09-15', 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'TT 03/2025/TT-VPCP'],
  ])('on %s it is «%s»', (on, title, cite) => {
    const form = inForce('Mẫu văn bản xin lỗi', APOLOGY_FORM, on);
    expect([form.value, citationText(form.cite)]).toEqual([{ number: '04', title }, cite]);
  });

  it('before the circular there is none', () => {
    expect(() => inForce('Mẫu văn bản xin lỗi', APOLOGY_FORM, '2019-01-05')).toThrow('05/01/2019');
  });
});

describe('the new date', () => {
  const dossier = dossierOf({ promised: '2026-11-23T17:00' });
  const fault = (at: string) => newDateFault(at, dossier, '2026-11-26T10:00', DEFAULT_OFFICE);

  it.each([
    ['a working day ahead', '2026-12-01T17:00', null],
    ['this moment', '2026-11-26T10:00', 'Ngày hẹn mới phải sau lúc này'],
    ['a day before', '2026-11-25T17:00', 'Ngày hẹn mới phải sau lúc này'],
    ['a Saturday', '2026-11-28T09:00', 'Ngày 28/11/2026 cơ quan không làm việc'],
    ['a public holiday (01/01/2027, a Friday)', '2027-01-01T09:00', 'Ngày 01/01/2027 cơ quan không làm việc'],
    ['a year no calendar covers', '2031-01-06T17:00', 'Chưa có lịch nghỉ'],
  ])('%s', (_what, at, sentence) => {
    if (sentence) expect(fault(at)).toContain(sentence);
    else expect(fault(at)).toBeNull();
  });

  it('is later than the date it replaces, also before that has passed', () => {
    const early = dossierOf({ promised: '2026-12-04T17:00' });
    expect(newDateFault('2026-12-01T17:00', early, '2026-11-26T10:00', DEFAULT_OFFICE)).toContain(
      'sau ngày hẹn trả 04/12/2026 17:00',
    );
  });

  it.each([
    ['2025-06-30T09:00', 'khoản 9 Điều 19 NĐ 61/2018/NĐ-CP'],
    ['2025-07-01T09:00', 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP'],
  ])('a second one is refused, on %s by %s', (now, cite) => {
    expect(reappointmentRefused(dossierOf({ reappointed: ['2025-07-10T17:00'] }), '2025-07-15T17:00', now)).toBe(
      `Hồ sơ đã hẹn lại một lần. Quy định không cho hẹn lại lần thứ hai (${cite}).`,
    );
  });

  it.each([[[]], [null]])('a first one is not (%o)', (reappointed) => {
    expect(reappointmentRefused(dossierOf({ reappointed }), '2026-12-01T17:00', '2026-11-26T10:00')).toBeNull();
  });
});

it('the date the back office shows as new already may be told in a letter', () => {
  const moved = dossierOf({ reappointed: ['2026-12-01T17:00'] });
  expect(reappointmentRefused(moved, '2026-12-01T17:00', '2026-11-26T10:00')).toBeNull();
  expect(reappointmentRefused(moved, null, '2026-11-26T10:00')).toContain('lần thứ hai');
});

describe('words of a back office on time', () => {
  it.each([
    ['Quá 2.25 ngày', 'late'],
    ['Quá hạn', 'late'],
    ['Đã quá hạn 5 ngày', 'late'],
    ['Trễ hạn 3 giờ', 'late'],
    ['Trễ 3 giờ'.normalize('NFD'), 'late'],
    ['Đúng hạn', 'onTime'],
    ['Sớm hạn', 'early'],
    ['Còn 1.5 ngày', 'inTime'],
    ['Thời gian còn lại: 2 ngày 3 giờ', 'inTime'],
    ['HÔM NAY', 'inTime'],
    ['Tạm dừng xử lý', null],
    ['Yêu cầu bổ sung quá hạn 3 ngày', null],
    ['Không quá hạn', null],
    ['-3', null],
    ['2', null],
    ['', null],
  ] as const)('«%s» is %s', (words, said) => {
    expect(saidOfTime(words)).toBe(said);
  });
});

describe('the time of each step', () => {
  // By hand, 07:30–11:30 and 13:00–17:00: half a day is 4 hours, so from 10/11 08:15 it ends 13:45; 8 days after the 10th is the 20th.
  const steps: ShownStep[] = [
    { limitDays: 0.5, started: '2026-11-10T08:15', ended: null },
    { limitDays: 8, started: '2026-11-10T10:15', ended: '2026-11-23T16:00' },
    { limitDays: 1.5, started: '2026-11-23T16:00', ended: null },
  ];
  const times = (finished: boolean, now = '2026-11-25T09:00') =>
    stepTimes(steps, finished, now, DEFAULT_OFFICE, 'timestamp');

  it('of one whose end is not shown, to the start of the next; of one with an end, to it; of the last, to now', () => {
    expect(times(false)).toEqual([
      { due: '2026-11-10T13:45', minutes: 120, status: 'early', endRead: true },
      { due: '2026-11-20T17:00', minutes: 315 + 8 * 480 + 420, status: 'overdue', endRead: false },
      // 60 minutes of 23/11, none of the holiday of 24/11, 90 of 25/11; of the 720 of the limit 180 are left for 26/11.
      { due: '2026-11-26T10:30', minutes: 150, status: 'running', endRead: false },
    ]);
  });

  it('the last step of a finished dossier has no end that anybody showed', () => {
    expect(times(true).at(-1)).toEqual({ due: null, minutes: null, status: 'unknown', endRead: false });
  });

  it('a running step past its limit is late, one without a start or a limit is not judged', () => {
    expect(times(false, '2026-11-26T14:00').at(-1)?.status).toBe('overdue');
    const [none, open] = stepTimes(
      [
        { limitDays: 1, started: null, ended: null },
        { limitDays: null, started: '2026-11-25T08:00', ended: '2026-11-25T09:00' },
      ],
      false,
      '2026-11-25T10:00',
      DEFAULT_OFFICE,
      'day',
    );
    expect([none?.status, open?.status, open?.minutes]).toEqual(['unknown', 'unknown', 60]);
  });
});
