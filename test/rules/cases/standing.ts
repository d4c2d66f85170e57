import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier, Step } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { punctuality } from '#rules/punctuality.ts';
import { punctualityMark } from '#rules/punctuality-mark.ts';
import { stepStanding } from '#rules/standing.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

type Granularity = Choices['granularity'];

interface Ended {
  readonly due: LocalTime;
  readonly ready: LocalTime;
  readonly granularity: Granularity;
}

const statusOf = ({ due, ready, granularity }: Ended) =>
  punctuality(dossierOf({ promised: due, ready }), ready, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, granularity }).status;

const A6 = 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 1 (cách hiểu về mức so sánh)';
const WORDS: Record<Granularity, string> = { day: 'theo ngày', halfDay: 'theo buổi', timestamp: 'theo giờ' };

type EndedRow = readonly [granularity: Granularity, due: string, ready: string, expect: string, why: string];

// Day 20/11/2026, a Friday; sessions 07:30–11:30 and 13:00–17:00. A moment without a day is on 20/11.
const ENDED: readonly EndedRow[] = [
  ['halfDay', '10:00', '06:59', 'early', 'trước khi buổi sáng bắt đầu lúc 07:30'],
  [
    'halfDay',
    '10:00',
    '07:10',
    'early',
    'buổi sáng của cơ quan này bắt đầu 07:30; OpenCPS lấy cứng 07:00 nên ghi đúng hạn',
  ],
  ['halfDay', '10:00', '07:29', 'early', 'trước 07:30 một phút'],
  ['halfDay', '10:00', '07:30', 'onTime', 'trong buổi của hạn'],
  ['halfDay', '10:00', '10:00', 'onTime', 'đúng hạn'],
  ['halfDay', '10:00', '10:01', 'overdue', 'sau hạn một phút'],
  ['halfDay', '15:00', '12:59', 'early', 'trước khi buổi chiều bắt đầu lúc 13:00'],
  ['halfDay', '15:00', '13:00', 'onTime', 'buổi chiều đã bắt đầu'],
  ['halfDay', '15:00', '15:00', 'onTime', 'đúng hạn'],
  ['halfDay', '15:00', '15:01', 'overdue', 'sau hạn một phút'],
  ['halfDay', '13:15', '10:00', 'early', 'buổi sáng là trước buổi của hạn; OpenCPS ghi đúng hạn'],
  ['halfDay', '13:15', '2026-11-19T16:00', 'early', 'ngày hôm trước'],
  ['halfDay', '11:30', '07:30', 'onTime', 'giờ đóng cửa buổi sáng thuộc buổi sáng'],
  ['halfDay', '12:00', '08:00', 'onTime', 'hạn giữa trưa thuộc buổi sáng vừa hết'],
  ['halfDay', '06:00', '05:59', 'early', 'hạn trước giờ mở cửa không thuộc buổi nào: so theo giờ'],
  ['halfDay', '06:00', '06:00', 'onTime', 'hạn trước giờ mở cửa: đúng lúc hạn'],
  ['halfDay', '17:00', '2026-11-23T07:30', 'overdue', 'sang ngày làm việc sau'],
  ['day', '15:00', '2026-11-19T23:59', 'early', 'trước ngày hẹn'],
  ['day', '15:00', '00:00', 'onTime', 'trong ngày hẹn'],
  ['day', '15:00', '23:59', 'onTime', 'trong ngày hẹn, dù sau giờ hẹn'],
  ['day', '15:00', '2026-11-21T00:00', 'overdue', 'sau ngày hẹn, dù là thứ Bảy'],
  ['timestamp', '15:00', '14:59', 'early', 'trước một phút'],
  ['timestamp', '15:00', '15:00', 'onTime', 'đúng phút'],
  ['timestamp', '15:00', '15:01', 'overdue', 'sau một phút'],
];
const moment = (text: string): LocalTime => (text.length === 5 ? `2026-11-20T${text}` : text);

export const ENDED_STANDING = group(
  'Trước hạn, đúng hạn, quá hạn của hồ sơ đã xong',
  statusOf,
  ENDED.map(
    ([granularity, due, ready, expect, why]): LawCase<Ended, string> => ({
      name: `So ${WORDS[granularity]}, hẹn ${due}, xong ${ready.replace('T', ' lúc ')}`,
      on: '2026-11-20',
      given: { due: moment(due), ready: moment(ready), granularity },
      expect,
      article: A6,
      worked: `${why[0]?.toUpperCase()}${why.slice(1)}.`,
    }),
  ),
);

type Seen = Partial<Dossier> & { readonly dueSoonDays?: number };
type Mark = { readonly status: string; readonly minutes: number | null; readonly mark: string };

/** Seen on Thursday 26/11/2026 at 10:00: an hour and a half to 11:30, four hours after lunch, 24/11 off. */
const NOW = '2026-11-26T10:00';
const seen = (name: string, given: Seen, expect: Mark, worked: string): LawCase<Seen, Mark> => ({
  name,
  on: '2026-11-26',
  given,
  expect,
  article: 'Giờ làm việc của cơ quan (cách hiểu)',
  worked,
});

export const RUNNING_STANDING = group(
  'Xem lúc 10:00 ngày 26/11/2026: còn bao lâu, quá bao lâu',
  ({ dueSoonDays = 2, ...facts }: Seen) => {
    const found = punctuality(dossierOf(facts), NOW, DEFAULT_OFFICE, DEFAULT_CHOICES, dueSoonDays);
    return { status: found.status, minutes: found.minutes, mark: punctualityMark(found) };
  },
  [
    seen(
      'Hẹn đúng ngày nghỉ 24/11',
      { promised: '2026-11-24T17:00' },
      { status: 'overdue', minutes: 630, mark: 'Quá hạn 1 ngày 2 giờ' },
      '25/11 480 phút, 26/11 150 phút.',
    ),
    seen(
      'Hẹn 09:59 hôm nay, so theo ngày chưa quá hạn',
      { promised: '2026-11-26T09:59' },
      { status: 'dueSoon', minutes: 0, mark: 'Đến hạn hôm nay 09:59' },
      'Hết ngày 26/11 mới quá hạn.',
    ),
    seen(
      'Hẹn chiều hôm nay',
      { promised: '2026-11-26T17:00' },
      { status: 'dueSoon', minutes: 330, mark: 'Đến hạn hôm nay 17:00' },
      '90 + 240 phút.',
    ),
    seen(
      'Còn đúng hai ngày làm việc là sắp đến hạn',
      { promised: '2026-11-30T10:00' },
      { status: 'dueSoon', minutes: 960, mark: 'Còn 2 ngày' },
      '330 + 480 + 150 phút.',
    ),
    seen(
      'Còn hai ngày và một phút thì chưa',
      { promised: '2026-11-30T10:01' },
      { status: 'onTime', minutes: 961, mark: 'Còn 2 ngày' },
      '330 + 480 + 151 phút.',
    ),
    seen(
      'Nhắc trước một ngày: còn đúng một ngày',
      { promised: '2026-11-27T10:00', dueSoonDays: 1 },
      { status: 'dueSoon', minutes: 480, mark: 'Còn 1 ngày' },
      '330 + 150 phút.',
    ),
    seen(
      'Nhắc trước một ngày: còn một ngày và một phút',
      { promised: '2026-11-27T10:01', dueSoonDays: 1 },
      { status: 'onTime', minutes: 481, mark: 'Còn 1 ngày' },
      '330 + 151 phút.',
    ),
    seen(
      'Còn sáu ngày làm việc',
      { promised: '2026-12-04T17:00' },
      { status: 'onTime', minutes: 3210, mark: 'Còn 6 ngày' },
      '330 + 6 × 480 phút.',
    ),
    seen(
      'Đang chờ bổ sung từ trước hạn',
      { promised: '2026-11-20T17:00', pauses: [{ kind: 'supplement', from: '2026-11-18T09:00', to: null }] },
      { status: 'paused', minutes: null, mark: 'Tạm dừng · chờ bổ sung' },
      'Đồng hồ dừng khi còn hạn.',
    ),
    seen(
      'Đang chờ nộp phí, danh sách không ghi từ lúc nào',
      { promised: '2026-11-20T17:00', state: 'waitingPayment' },
      { status: 'paused', minutes: null, mark: 'Tạm dừng · chờ nộp phí' },
      'Không biết trễ trước khi dừng hay không.',
    ),
    seen(
      'Chờ bổ sung khi đã quá hạn: vẫn quá hạn, không tăng thêm',
      { promised: '2026-11-20T17:00', pauses: [{ kind: 'supplement', from: '2026-11-23T10:00', to: null }] },
      { status: 'overdue', minutes: 150, mark: 'Quá hạn 2 giờ' },
      'Từ 07:30 đến 10:00 ngày 23/11.',
    ),
    seen(
      'Tạm dừng ghi ở tương lai: xét đến lúc xem',
      { promised: '2026-11-25T17:00', pauses: [{ kind: 'payment', from: '2026-11-27T08:00', to: null }] },
      { status: 'overdue', minutes: 150, mark: 'Quá hạn 2 giờ' },
      'Từ 07:30 đến 10:00 ngày 26/11.',
    ),
    seen('Không có ngày hẹn', {}, { status: 'unknown', minutes: null, mark: 'Chưa đủ dữ liệu' }, 'Thiếu ngày hẹn.'),
    seen(
      'Không có ngày hẹn và đang chờ bổ sung',
      { state: 'waitingSupplement' },
      { status: 'paused', minutes: null, mark: 'Tạm dừng · chờ bổ sung' },
      'Thiếu ngày hẹn nhưng biết đang chờ.',
    ),
    seen(
      'Đã từ chối, không biết lúc nào',
      { promised: '2026-11-24T17:00', state: 'refused' },
      { status: 'unknown', minutes: null, mark: 'Chưa đủ dữ liệu' },
      'Thiếu ngày kết thúc.',
    ),
    seen(
      'Có kết quả đúng ngày, người dân nhận muộn',
      { promised: '2026-11-20T17:00', ready: '2026-11-20T16:00', returned: '2026-11-25T09:00' },
      { status: 'onTime', minutes: 0, mark: 'Đúng hạn' },
      'Đồng hồ dừng khi có kết quả.',
    ),
    seen(
      'Có kết quả sớm hai ngày',
      { promised: '2026-11-20T17:00', ready: '2026-11-18T17:00' },
      { status: 'early', minutes: 960, mark: 'Trước hạn 2 ngày' },
      '19, 20/11.',
    ),
    seen(
      'Trả trễ qua ngày nghỉ',
      { promised: '2026-11-20T17:00', returned: '2026-11-25T11:00' },
      { status: 'overdue', minutes: 690, mark: 'Trễ hạn 1 ngày 3 giờ' },
      '23/11 480 phút, 25/11 210 phút.',
    ),
  ],
);

const step = (
  name: string,
  due: LocalTime | null,
  ended: LocalTime | null,
  status: string,
  minutes: number | null,
): LawCase<Pick<Step, 'due' | 'ended'>, { status: string; minutes: number | null; finished: boolean }> => ({
  name,
  on: '2026-11-26',
  given: { due, ended },
  expect: { status, minutes, finished: ended !== null },
  article: 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 2',
});

export const STEP_STANDING = group(
  'Từng bước xử lý, xem lúc 10:00 ngày 26/11/2026',
  (given: Pick<Step, 'due' | 'ended'>) => {
    const of: Step = { unit: 'so-mau', officer: null, ...given };
    const { status, minutes, finished } = stepStanding(of, NOW, DEFAULT_OFFICE, DEFAULT_CHOICES);
    return { status, minutes, finished };
  },
  [
    step('Bước xong trước ngày hạn', '2026-11-20T17:00', '2026-11-19T17:00', 'early', 480),
    step('Bước xong trong ngày hạn', '2026-11-20T11:30', '2026-11-20T16:00', 'onTime', 0),
    step('Bước xong sau ngày hạn', '2026-11-20T17:00', '2026-11-23T08:30', 'overdue', 60),
    step('Bước đang làm, còn đúng hai ngày', '2026-11-30T10:00', null, 'dueSoon', 960),
    step('Bước đang làm, còn hơn hai ngày', '2026-11-30T10:01', null, 'onTime', 961),
    step('Bước đang làm, đã quá hạn', '2026-11-25T17:00', null, 'overdue', 150),
    step('Bước không có hạn', null, '2026-11-20T16:00', 'unknown', null),
    step('Bước có hạn ghi sai ngày', '2026-02-30T17:00', null, 'unknown', null),
    step('Bước có hạn ngoài lịch', '2029-01-05T17:00', null, 'unknown', null),
  ],
);
