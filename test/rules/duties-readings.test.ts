import { describe, expect, it } from 'vitest';
import type { Acts } from '#rules/acts.ts';
import { asReading } from '#rules/as-reading.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { checkDuty } from '#rules/duties/check-duties.ts';
import { CORRECTION } from '#rules/duties/correction.ts';
import type { Duty, DutyFinding } from '#rules/duties/duty.ts';
import { HAND_OVER } from '#rules/duties/hand-over.ts';
import { ONLINE_ALERT } from '#rules/duties/online-alert.ts';
import { REFUSAL } from '#rules/duties/refusal.ts';
import { SUPPLEMENT_NOTICE } from '#rules/duties/supplement-notice.ts';
import { dossierOf } from './dossier-of.ts';

const LATER = '2026-12-20T08:00';
const PROMISED = { received: '2026-11-10T08:00', promised: '2026-11-19T17:00' } as const;

function find(
  duty: Duty,
  facts: Partial<Dossier>,
  acts: Acts = {},
  now = LATER,
  choices: Partial<Choices> = {},
): DutyFinding {
  const dossier = dossierOf(facts);
  return checkDuty(duty, { dossier, acts, now, office: DEFAULT_OFFICE, choices: { ...DEFAULT_CHOICES, ...choices } });
}

describe('what is our reading says so, and what of it', () => {
  const cite = (...asked: Parameters<typeof find>) => {
    const { certainty, note } = find(...asked).cite ?? {};
    return [certainty, note];
  };
  const PRINTED = 'Số điều theo bản lưu, chưa đối chiếu với bản công báo.';
  const SPECIAL = 'Trừ trường hợp pháp luật chuyên ngành quy định khác.';
  const CLOSING = 'Văn bản không ghi giờ hết hạn; tính đến giờ đóng cửa ngày cuối. Có giấy hẹn thật in giờ sớm hơn.';

  it('«đầu giờ» and receipt on a day off, not the same day', () => {
    const received = (time: string) => cite(HAND_OVER, { received: time }, { handedOver: null });
    expect(received('2026-11-16T15:00')).toEqual(['text', PRINTED]);
    expect(received('2026-11-16T15:01')).toEqual([
      'reading',
      `${PRINTED} «Đầu giờ» được hiểu là đến hết buổi làm việc đầu tiên.`,
    ]);
    expect(received('2026-11-21T09:00')).toEqual([
      'reading',
      `${PRINTED} Tiếp nhận ngày nghỉ được coi như tiếp nhận đầu ngày làm việc kế tiếp.`,
    ]);
    // A source that was itself not confirmed stays marked so.
    expect(received('2025-07-01T15:01')[0]).toBe('recalled');
  });

  it('hours of an alert, from when a wrong result is found, from which agency a notice counts', () => {
    expect(cite(ONLINE_ALERT, { channel: 'online' }, { submitted: '2026-11-16T09:00' })).toEqual([
      'reading',
      'Tính từ khi hệ thống nhận được hồ sơ, lúc cổng tự động xác nhận. Giờ được hiểu là giờ đồng hồ, kể cả ngoài giờ làm việc.',
    ]);
    expect(cite(CORRECTION, {}, { errorFound: '2026-11-16T09:00' })).toEqual([
      'reading',
      'Thời hạn sửa được hiểu là tính từ khi phát hiện sai.',
    ]);
    const notice = { supplementNotices: ['2026-11-16T09:00'] };
    expect(cite(SUPPLEMENT_NOTICE, PROMISED, notice)).toEqual(['text', SPECIAL]);
    expect(cite(SUPPLEMENT_NOTICE, PROMISED, { ...notice, competentReceived: '2026-11-11T09:00' })).toEqual([
      'reading',
      `${SPECIAL} Với hồ sơ nộp ở nơi khác, hạn thông báo được hiểu là tính từ khi cơ quan có thẩm quyền nhận.`,
    ]);
  });

  it('the closing time of the last day, only of a legal limit in whole days', () => {
    const refused = (limitDays: number, compareWith: Choices['compareWith']) =>
      find(REFUSAL, { ...PROMISED, limitDays }, { refused: '2026-11-11T09:00' }, LATER, { compareWith }).cite?.note;
    expect(refused(5, 'legal')).toBe(`Chưa đối chiếu câu chữ của điều này. ${CLOSING}`);
    for (const [days, basis] of [
      [5, 'promised'],
      [4.5, 'legal'],
    ] as const)
      expect(refused(days, basis)).toBe('Chưa đối chiếu câu chữ của điều này.');
  });
});

it('a reading keeps what the source already said of itself', () => {
  const cite = { act: 'Văn bản mẫu', article: '1', certainty: 'secondary' } as const;
  expect(asReading(cite, 'Hai.')).toEqual({ ...cite, certainty: 'reading', note: 'Hai.' });
  expect(asReading({ ...cite, note: 'Một.' }, 'Hai.')).toEqual({ ...cite, certainty: 'reading', note: 'Một. Hai.' });
  expect(asReading({ ...cite, certainty: 'recalled' }, 'Hai.').certainty).toBe('recalled');
});
