// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { apologyOwedMark } from '../../../extension/features/apology-owed.tsx';
import { dueSoon } from '../../../extension/features/due-soon.tsx';
import { longWaitOf, longWaits } from '../../../extension/features/long-waits.tsx';
import { overdueFirst } from '../../../extension/features/overdue-first.ts';
import { reappointmentLimit } from '../../../extension/features/reappointment-limit.tsx';
import { seenOf } from '../../../extension/features/seen.ts';
import { stepTime } from '../../../extension/features/step-times.tsx';
import { supplementCount } from '../../../extension/features/supplement-count.tsx';
import type { KnownReading } from '../../../extension/known-reading.ts';
import { speak } from '../../../extension/language.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';
import { textOf } from './text-of.ts';

/** Thursday; 24/11/2026 is a public holiday. */
const NOW = '2026-11-26T10:00';
const see = (part: Partial<KnownReading>, now = NOW) => seenOf({ ...readingOf(), ...part }, UNSETTLED, now);
const [A, B] = ['2026-11-23T17:00', '2026-12-01T17:00'] as const;

describe('due soon', () => {
  it('says until when and how much office time is left', () => {
    // 10:00–11:30 and 13:00–17:00 today are 5,5 hours, tomorrow 8.
    expect(dueSoon.task?.(see({ promised: '2026-11-27T17:00' }))).toEqual({
      text: 'Trả kết quả chậm nhất lúc 17:00 ngày 27/11/2026; còn 1 ngày 5 giờ làm việc.',
      cite: null,
    });
  });
  it('says it in English with dates that are read the same everywhere', () => {
    speak('en');
    const text = dueSoon.task?.(see({ promised: '2026-11-27T17:00' }))?.text;
    speak('vi');
    expect(text).toBe('Return the result by 27/11/2026 17:00 at the latest; 1 working day 5 hours left.');
  });
  it.each([
    ['with more than two days', '2026-12-01T17:00'],
    ['that is overdue', A],
  ])('is silent of a dossier %s', (_what, promised) => {
    expect(dueSoon.task?.(see({ promised }))).toBeNull();
  });
});

describe('supplement requests', () => {
  it('a second one is flagged with the article', () => {
    const seen = see({ supplements: 2 });
    expect(supplementCount.sign?.(seen)).toEqual({ sign: 'supplements', name: 'Yêu cầu bổ sung lần 2' });
    expect(supplementCount.task?.(seen)).toMatchObject({
      text: expect.stringContaining(
        'Đã yêu cầu bổ sung 2 lần. Quy định: hướng dẫn đầy đủ một lần (Điều 17 NĐ 309/2026/NĐ-CP).',
      ),
      cite: 'Điều 17 NĐ 309/2026/NĐ-CP',
    });
  });
  it('also when the progress table shows two and no counter does', () => {
    const steps = ['2026-11-11T09:00', '2026-11-16T09:00'].map((started) => ({
      name: 'Yêu cầu bổ sung',
      limitDays: null,
      started,
      ended: null,
    }));
    expect(supplementCount.sign?.(see({ steps }))?.name).toBe('Yêu cầu bổ sung lần 2');
  });
  it('one is counted without a sign; an unknown number is not 0', () => {
    expect([supplementCount.sign?.(see({ supplements: 1 })), textOf(supplementCount, see({ supplements: 1 }))]).toEqual(
      [null, 'Bổ sung1 lần'],
    );
    expect([supplementCount.sign?.(see({})), textOf(supplementCount, see({}))]).toEqual([null, '']);
  });
});

describe('new dates', () => {
  it('a second one is against the decree', () => {
    const seen = see({
      reappointed: B,
      letters: [{ sent: '2026-11-20T09:00', promised: '2026-11-26T17:00', state: 'sent', problem: null }],
    });
    expect(reappointmentLimit.sign?.(seen)).toEqual({ sign: 'reappointed', name: 'Hẹn lại 2 lần' });
    expect(reappointmentLimit.task?.(seen)).toMatchObject({ cite: 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP' });
  });
  it('a first one is told with the rule, none is not told of', () => {
    expect(textOf(reappointmentLimit, see({ reappointed: B }))).toBe(
      'Hẹn lại1 lần Quy định không cho hẹn lại lần thứ hai.',
    );
    expect([reappointmentLimit.sign?.(see({ reappointed: B })), textOf(reappointmentLimit, see({}))]).toEqual([
      null,
      '',
    ]);
  });
});

describe('waits', () => {
  const asked = (started: string) => ({
    state: 'waitingSupplement' as const,
    steps: [{ name: 'Yêu cầu bổ sung giấy tờ', limitDays: null, started, ended: null }],
  });
  // 15 days of the calendar from 11/11 end with 26/11, from 10/11 with 25/11.
  it.each([
    ['2026-11-10T09:00', 'supplement'],
    ['2026-11-11T09:00', null],
  ] as const)('papers asked for at %s: %s', (started, wait) => {
    expect(longWaitOf(see(asked(started)))).toBe(wait);
  });
  // 8 office hours from 25/11 10:00 end 26/11 10:00 by the minute; from 09:59 a minute before.
  it.each([
    ['2026-11-25T09:59', 'online'],
    ['2026-11-25T10:00', null],
  ] as const)('filed online at %s, still new: %s', (submittedOnline, wait) => {
    expect(longWaitOf(see({ state: 'new', received: null, promised: null, submittedOnline }))).toBe(wait);
  });
  it('says what to do with the article, and gives a sign', () => {
    const seen = see(asked('2026-11-10T09:00'));
    expect(longWaits.sign?.(seen)).toEqual({ sign: 'waits', name: 'Chờ bổ sung quá hạn' });
    expect(longWaits.task?.(seen)).toMatchObject({
      text: 'Chờ bổ sung từ ngày 10/11/2026, đã quá 15 ngày. Đóng hồ sơ hoặc ghi rõ lý do còn chờ.',
      cite: 'khoản 5 Điều 19 NĐ 118/2025/NĐ-CP',
    });
  });
  it('of a wait whose start no screen shows nothing is said', () => {
    expect(longWaitOf(see({ state: 'waitingSupplement' }))).toBeNull();
  });
});

describe('apology', () => {
  const letter = { sent: '2026-11-25T10:00', promised: B, state: 'queued', problem: null } as const;
  it('an owed one shows its deadline and leads to the letter', () => {
    expect(textOf(apologyOwedMark, see({}))).toBe(
      'Hạn gửi xin lỗi20/11/2026 17:00 (khoản 6 Điều 19 NĐ 118/2025/NĐ-CP; tính đến giờ đóng cửa ngày làm việc cuối: cách hiểu)',
    );
    expect(apologyOwedMark.link?.(see({}))).toEqual({
      href: '/letter.html#H99.01-261110-0042',
      label: 'Soạn văn bản xin lỗi',
    });
  });
  it('a dossier with time left shows until when a letter would be in time, and asks for none', () => {
    // Promised 04/12, a Friday: at the latest on 03/12.
    const seen = see({ promised: '2026-12-04T17:00' });
    expect(textOf(apologyOwedMark, seen)).toBe(
      'Hạn gửi xin lỗi03/12/2026 17:00 (khoản 6 Điều 19 NĐ 118/2025/NĐ-CP; tính đến giờ đóng cửa ngày làm việc cuối: cách hiểu)',
    );
    expect(apologyOwedMark.task?.(seen)).toBeNull();
  });
  it('is owed no more once a letter is on record, which counts as late and says whether it was sent', () => {
    const seen = see({ letters: [letter] });
    expect([apologyOwedMark.sign?.(seen), apologyOwedMark.task?.(seen)]).toEqual([null, null]);
    expect(textOf(apologyOwedMark, seen)).toContain('25/11/2026 10:00, hẹn lại 01/12/2026 17:00 (chưa gửi máy chủ)');
  });
  it('a letter the server refused is no letter', () => {
    const seen = see({ letters: [{ ...letter, state: 'refused', problem: 'Không có hồ sơ này.' }] });
    expect(apologyOwedMark.sign?.(seen)?.sign).toBe('apology');
    expect(textOf(apologyOwedMark, seen)).toContain('máy chủ không nhận: Không có hồ sơ này.');
  });
  it.each([
    ['finished', { state: 'ready', ready: '2026-11-25T10:00' }],
    ['paused', { state: 'waitingSupplement' }],
    ['without a date', { promised: null }],
  ] as const)('a dossier that is %s has no letter to write', (_what, part) =>
    expect(apologyOwedMark.link?.(see(part))).toBeNull(),
  );
});

describe('steps', () => {
  const steps = [
    { name: 'Tiếp nhận hồ sơ', limitDays: 0.5, started: '2026-11-10T08:15', ended: null },
    { name: 'Thẩm định hồ sơ', limitDays: 8, started: '2026-11-10T10:15', ended: null },
    { name: 'Ký duyệt', limitDays: 1.5, started: '2026-11-25T09:00', ended: null },
  ];
  it('each against its own limit; an end that is read from the next step is marked and explained', () => {
    // 10/11 10:15 to 25/11 09:00: 315 + 9 × 480 + 90 minutes = 9 days 6 hours.
    expect(textOf(stepTime, see({ steps, source: 'detail' }))).toBe(
      'Từng bướcBướcHạnThực tế' +
        'Tiếp nhận hồ sơ0,5 ngày2 giờ *  kịp' +
        'Thẩm định hồ sơ8 ngày9 ngày *  trễ' +
        'Ký duyệt1,5 ngày1 ngày 1 giờ, đang làm' +
        'Trang không ghi lúc xong bước có dấu *; tính đến khi bước sau bắt đầu (cách hiểu).',
    );
  });
  it('a screen that shows no steps says nothing', () => {
    expect([textOf(stepTime, see({})), textOf(stepTime, see({ steps: [] }))]).toEqual(['', '']);
  });
});

it('overdue first: the latest, then the time left, then what waits, is unknown or finished', () => {
  const codes = (
    [
      ['H99.01-261110-0001', { state: 'returned', ready: '2026-11-20T10:00' }],
      ['H99.01-261110-0002', { promised: '2026-12-04T17:00' }],
      ['H99.01-261110-0003', { state: 'waitingSupplement' }],
      ['H99.01-261110-0004', { promised: '2026-11-25T17:00' }],
      ['H99.01-261110-0005', { promised: '2026-11-26T17:00' }],
      ['H99.01-261110-0006', { promised: '2026-11-20T17:00' }],
      ['H99.01-261110-0007', { promised: null }],
    ] as const
  ).map(([code, part]) => see({ code, ...part }));
  expect(codes.sort(overdueFirst).map(({ reading }) => reading.code.slice(-1))).toEqual([
    '6',
    '4',
    '5',
    '2',
    '1',
    '3',
    '7',
  ]);
});
