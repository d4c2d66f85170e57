import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import { punctuality } from '#rules/punctuality.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import { dossierOf } from '../dossier-of.ts';
import { asked, type GivenOnTime, judgeOnTime, received, taken } from '../on-time-case-qd766.ts';
import { group, type LawCase } from './case.ts';

/** Taken in on Monday 04/10/2021 at 08:00, promised for Monday 18/10/2021 at 17:00. */
const OCTOBER = { received: '2021-10-04T08:00', promised: '2021-10-18T17:00', state: 'ready' } as const;
const paying = (from: string, to: string) => ({ kind: 'payment', from, to }) as const;
const september = paying('2021-09-01T08:00', '2021-09-30T17:00');

interface Indicator1 {
  /** Tenths, `null` = left out. */
  readonly points: number | null;
  readonly because: string;
}

function indicator1(facts: Partial<Dossier>, on: string): Indicator1 {
  const dossier = dossierOf({ ...OCTOBER, ...facts });
  const now = `${on}T23:59`;
  const stated = dossierFacts(dossier, now, DEFAULT_OFFICE, DEFAULT_CHOICES);
  const found = scoreDossier(stated, 'computed', DEFAULT_CHOICES, on).find(({ indicator }) => indicator === 1);
  return {
    points: found?.points ?? null,
    because: punctuality(dossier, now, DEFAULT_OFFICE, DEFAULT_CHOICES).because,
  };
}

type Row = readonly [name: string, given: Partial<Dossier>, points: number | null, because: string, worked?: string];

const ended = (at: string, due = '18/10/2021 17:00') => `Có kết quả ${at}, hạn ${due}.`;
const impossible = (at: string) => `Kết thúc ${at}, trước khi tiếp nhận 04/10/2021 08:00: không biết có kịp hạn không.`;

const ROWS: readonly Row[] = [
  [
    'Chờ nộp phí cả tháng 9, tiếp nhận 04/10: không được trừ, vẫn quá hạn',
    { ready: '2021-10-25T09:00', pauses: [september] },
    0,
    ended('25/10/2021 09:00'),
  ],
  [
    'Chờ nộp phí từ 01/9 đến 08:00 ngày 05/10: chỉ trừ một ngày từ khi tiếp nhận, còn đúng hạn',
    { ready: '2021-10-19T16:00', pauses: [paying('2021-09-01T08:00', '2021-10-05T08:00')] },
    10,
    ended('19/10/2021 16:00', '19/10/2021 17:00'),
    '04/10 08:00 đến 05/10 08:00 là 480 phút.',
  ],
  [
    'Cũng chờ như thế, xong ngày 20/10: quá hạn',
    { ready: '2021-10-20T08:00', pauses: [paying('2021-09-01T08:00', '2021-10-05T08:00')] },
    0,
    ended('20/10/2021 08:00', '19/10/2021 17:00'),
  ],
  [
    'Chờ bổ sung kết thúc đúng lúc tiếp nhận: thời hạn không tính lại',
    {
      ready: '2021-10-19T08:00',
      pauses: [{ kind: 'supplement', from: '2021-09-20T08:00', to: '2021-10-04T08:00' }],
    },
    0,
    ended('19/10/2021 08:00'),
  ],
  [
    'Chờ nộp phí bắt đầu đúng lúc tiếp nhận: trừ trọn một ngày',
    { ready: '2021-10-19T16:00', pauses: [paying('2021-10-04T08:00', '2021-10-05T08:00')] },
    10,
    ended('19/10/2021 16:00', '19/10/2021 17:00'),
    '480 phút.',
  ],
  [
    'Có kết quả trước khi tiếp nhận: không tính điểm',
    { ready: '2021-10-01T09:00' },
    null,
    impossible('01/10/2021 09:00'),
  ],
  [
    'Có kết quả trước giờ tiếp nhận một phút: không tính điểm',
    { ready: '2021-10-04T07:59' },
    null,
    impossible('04/10/2021 07:59'),
  ],
  ['Có kết quả ngay lúc tiếp nhận: trước hạn', { ready: '2021-10-04T08:00' }, 20, ended('04/10/2021 08:00')],
  [
    'Ngày có kết quả không kèm giờ, trùng ngày tiếp nhận: trước hạn',
    { ready: '2021-10-04T00:00' },
    20,
    ended('04/10/2021 00:00'),
  ],
];

export const WAITS_BEFORE_RECEIPT = group(
  'Chờ trước khi tiếp nhận, kết quả trước khi tiếp nhận: chỉ số 1',
  indicator1,
  ROWS.map(
    ([name, given, points, because, worked]): LawCase<Partial<Dossier>, Indicator1> => ({
      name,
      on: '2021-12-31',
      given,
      expect: { points, because },
      article: 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 1 (cách hiểu)',
      ...(worked && { worked }),
    }),
  ),
);

type Told = ReturnType<typeof judgeOnTime>;
type Row766 = readonly [name: string, given: GivenOnTime, expect: Told, worked?: string];

const ROWS_766: readonly Row766[] = [
  [
    'Chờ bổ sung xong trước khi tiếp nhận: không trừ',
    { facts: { ...taken, ready: '2026-09-22T08:00', pauses: [asked('2026-09-01T08:00', '2026-09-05T08:00')] } },
    'quá hạn',
    'Tiếp nhận 07/9 07:30; hẹn 21/9 17:00.',
  ],
  [
    'Chờ bổ sung từ trước khi tiếp nhận: trừ từ lúc tiếp nhận, vừa đủ',
    { facts: { ...taken, ready: '2026-09-23T17:00', pauses: [asked('2026-09-01T08:00', '2026-09-09T07:30')] } },
    'đúng hạn',
    '07/9 07:30 đến 09/9 07:30 là 2 ngày; 23/9 17:00 − 2 ngày = 21/9 17:00.',
  ],
  [
    'Cũng chờ như thế, xong sau một phút',
    { facts: { ...taken, ready: '2026-09-23T17:01', pauses: [asked('2026-09-01T08:00', '2026-09-09T07:30')] } },
    'quá hạn',
    '23/9 17:01 − 2 ngày = 21/9 17:01.',
  ],
  ['Xử lý xong trước khi tiếp nhận', { facts: { ...taken, ready: '2026-09-04T10:00' } }, 'không rõ'],
  ['Xử lý xong trước giờ tiếp nhận một phút', { facts: { ...taken, ready: '2026-09-07T07:29' } }, 'không rõ'],
  ['Xử lý xong ngay lúc tiếp nhận', { facts: { ...taken, ready: received } }, 'đúng hạn'],
  [
    'Dừng xử lý trước khi tiếp nhận',
    { facts: { ...taken, state: 'stopped' }, stopped: '2026-09-04T10:00' },
    'không rõ',
  ],
  [
    'Yêu cầu bổ sung trước khi tiếp nhận, còn đang chờ',
    { facts: { ...taken, state: 'waitingSupplement', pauses: [asked('2026-09-04T10:00', null)] } },
    'không rõ',
  ],
  [
    'Không có ngày hẹn trả, xử lý xong trước khi tiếp nhận',
    { facts: { received, limitDays: 10, ready: '2026-09-04T10:00' } },
    'không rõ',
  ],
  [
    'Tiếp nhận sau khi hết kỳ, chưa xong: hết kỳ không phải ngày của hồ sơ',
    { facts: { received: '2026-10-02T08:00', promised: '2026-10-09T17:00' } },
    'đúng hạn',
  ],
];

export const WAITS_BEFORE_RECEIPT_766 = group(
  'QĐ 766: chờ hoặc kết thúc trước khi tiếp nhận, chỉ số 2.1',
  judgeOnTime,
  ROWS_766.map(
    ([name, given, expect, worked]): LawCase<GivenOnTime, Told> => ({
      name,
      on: '2026-09-30',
      given,
      expect,
      article: 'QĐ 766/QĐ-TTg, mô tả công thức chỉ số 2.1 (cách hiểu)',
      ...(worked && { worked }),
    }),
  ),
);
