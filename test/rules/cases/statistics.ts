import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { quarter } from '#rules/period.ts';
import { addDossier, type DossierStatistics, emptyStatistics } from '#rules/statistics/statistics.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly facts: Partial<Dossier>;
  /** When the data were read; by default after the period. */
  readonly now?: string;
}

/** Of the last day of the quarter and of the form itself, unless it says otherwise. */
type Row = Partial<LawCase<Given, string[]>> & Pick<LawCase<Given, string[]>, 'name' | 'given' | 'expect'>;

/** The columns a dossier is counted in, in the quarter of `on`. */
function columns({ facts, now = '2026-10-20T09:00' }: Given): string[] {
  const counts: DossierStatistics = addDossier(emptyStatistics(), dossierOf(facts), {
    period: quarter(2026, 3),
    now,
    choices: { ...DEFAULT_CHOICES, granularity: 'halfDay' },
    officeOf: () => DEFAULT_OFFICE,
  });
  return Object.entries(counts).flatMap(([column, n]) => Array.from({ length: n }, () => column));
}

const on = '2026-09-30';
const article = 'Biểu II.06a/VPCP/KSTT';
const august = { received: '2026-08-10T08:00', promised: '2026-08-20T17:00', channel: 'online' } as const;
const late = { received: '2026-09-21T08:00', promised: '2026-09-30T17:00', channel: 'counter' } as const;

export const STATISTICS_COLUMNS_CASES = group<Given, string[]>(
  'Một hồ sơ vào những cột nào của Biểu II.06a, quý III/2026',
  columns,
  (
    [
      {
        name: 'Nộp trực tuyến trong kỳ, có kết quả trước hạn',
        given: { facts: { ...august, ready: '2026-08-18T10:00', state: 'ready' } },
        expect: ['online', 'early'],
      },
      {
        name: 'Nộp trực tiếp trong kỳ, có kết quả đúng buổi hẹn',
        given: { facts: { ...august, channel: 'counter', ready: '2026-08-20T16:00', state: 'ready' } },
        expect: ['direct', 'onTime'],
      },
      {
        name: 'Nộp qua bưu điện trong kỳ, có kết quả quá hạn',
        given: { facts: { ...august, channel: 'post', ready: '2026-08-21T09:00', state: 'ready' } },
        expect: ['direct', 'overdue'],
      },
      {
        name: 'Không rõ cách nộp và không rõ ngày hẹn thì ghi riêng, không bỏ',
        given: { facts: { ...august, channel: null, promised: null, ready: '2026-08-21T09:00', state: 'ready' } },
        expect: ['channelUnknown', 'solvedUnknown'],
      },
      {
        name: 'Có kết quả đúng hạn, người dân đến lấy muộn: cơ quan không bị tính là muộn',
        given: { facts: { ...august, ready: '2026-08-18T10:00', returned: '2026-09-10T10:00', state: 'returned' } },
        expect: ['online', 'early'],
        article: 'Mô tả công thức 2.1, QĐ 766/QĐ-TTg',
      },
      {
        name: 'Nhận trước kỳ, có kết quả trong kỳ: kỳ trước chuyển qua',
        given: { facts: { ...august, received: '2026-06-30T16:59', ready: '2026-08-18T10:00', state: 'ready' } },
        expect: ['before', 'early'],
      },
      {
        name: 'Nhận phút đầu tiên của kỳ là tiếp nhận trong kỳ',
        given: { facts: { ...august, received: '2026-07-01T00:00', ready: '2026-08-18T10:00', state: 'ready' } },
        expect: ['online', 'early'],
      },
      {
        name: 'Nhận và xong trước kỳ thì không thuộc kỳ này',
        given: { facts: { ...august, received: '2026-06-10T08:00', ready: '2026-06-30T17:00', state: 'ready' } },
        expect: [],
      },
      {
        name: 'Nhận trước kỳ, xong phút đầu tiên của kỳ thì thuộc kỳ này',
        given: {
          facts: {
            ...august,
            received: '2026-06-10T08:00',
            promised: '2026-06-24T17:00',
            ready: '2026-07-01T00:00',
            state: 'ready',
          },
        },
        expect: ['before', 'overdue'],
      },
      {
        name: 'Nhận sau kỳ thì không thuộc kỳ này',
        given: { facts: { ...august, received: '2026-10-01T00:00', promised: '2026-10-15T17:00' } },
        expect: [],
      },
      {
        name: 'Nhận phút cuối của kỳ, chưa có kết quả, còn hạn',
        given: { facts: { ...late, received: '2026-09-30T23:59', promised: '2026-10-15T17:00' } },
        expect: ['direct', 'within'],
      },
      {
        name: 'Đến hết kỳ chưa có kết quả, hạn đã qua trong kỳ',
        given: { facts: late },
        expect: ['direct', 'openOverdue'],
      },
      {
        name: 'Có kết quả trước hạn nhưng sau kỳ: hết kỳ vẫn đang giải quyết trong hạn',
        given: { facts: { ...late, promised: '2026-10-15T17:00', ready: '2026-10-05T09:00', state: 'ready' } },
        expect: ['direct', 'within'],
      },
      {
        name: 'Có kết quả phút đầu tiên sau kỳ: hết kỳ còn đang giải quyết và đã quá hạn',
        given: { facts: { ...late, ready: '2026-10-01T00:00', state: 'ready' } },
        expect: ['direct', 'openOverdue'],
      },
      {
        name: 'Có kết quả phút cuối của kỳ: đã giải quyết, quá hạn',
        given: { facts: { ...late, ready: '2026-09-30T23:59', state: 'ready' } },
        expect: ['direct', 'overdue'],
      },
      {
        name: 'Kỳ chưa hết: xem theo lúc đọc dữ liệu, hạn chưa đến',
        given: { now: '2026-09-25T09:00', facts: late },
        expect: ['direct', 'within'],
      },
      {
        name: 'Đang chờ người dân bổ sung thì trong hạn, và được nêu riêng trong đó',
        given: {
          facts: {
            ...late,
            state: 'waitingSupplement',
            pauses: [{ kind: 'supplement', from: '2026-09-24T08:00', to: null }],
          },
        },
        expect: ['direct', 'within', 'paused'],
      },
      {
        name: 'Bổ sung xong sau kỳ: hết kỳ vẫn đang chờ bổ sung',
        given: {
          facts: { ...late, pauses: [{ kind: 'supplement', from: '2026-09-24T08:00', to: '2026-10-02T08:00' }] },
        },
        expect: ['direct', 'within', 'paused'],
      },
      {
        name: 'Yêu cầu bổ sung sau kỳ: hết kỳ chưa tạm dừng và đã quá hạn',
        given: { facts: { ...late, pauses: [{ kind: 'supplement', from: '2026-10-01T08:00', to: null }] } },
        expect: ['direct', 'openOverdue'],
      },
      {
        name: 'Đang giải quyết mà không rõ ngày hẹn',
        given: { facts: { ...late, promised: null } },
        expect: ['direct', 'openUnknown'],
      },
      {
        name: 'Không rõ ngày nhận thì không biết thuộc kỳ nào',
        given: { facts: { ...august, received: null } },
        expect: ['placeUnknown'],
      },
      {
        name: 'Mới đăng ký, chưa được tiếp nhận',
        given: { facts: { state: 'new' } },
        expect: ['notReceived'],
      },
      {
        name: 'Không được tiếp nhận',
        given: { facts: { state: 'refused' } },
        expect: ['notReceived'],
      },
      {
        name: 'Kỳ chưa hết, đã trả lại sau khi nhận',
        given: { now: '2026-09-25T09:00', facts: { ...august, state: 'refused' } },
        expect: ['online', 'sentBack'],
      },
      {
        name: 'Dừng xử lý vào ngày biết rõ trong kỳ',
        given: { facts: { ...august, state: 'stopped', returned: '2026-09-01T09:00' } },
        expect: ['online', 'sentBack'],
      },
      {
        name: 'Kỳ chưa hết, người dân đã rút hồ sơ',
        given: { now: '2026-09-25T09:00', facts: { ...august, state: 'withdrawn' } },
        expect: ['online', 'withdrawn'],
      },
      {
        name: 'Rút hồ sơ không rõ ngày, kỳ đã hết: có thể rút sau kỳ nên ghi là không rõ',
        given: { facts: { ...august, state: 'withdrawn' } },
        expect: ['online', 'endUnknown'],
      },
      {
        name: 'Đã trả kết quả không rõ ngày, kỳ chưa hết: đã giải quyết, không rõ đúng hạn hay không',
        given: { now: '2026-09-25T09:00', facts: { ...august, state: 'returned' } },
        expect: ['online', 'solvedUnknown'],
      },
      {
        name: 'Nhận trước kỳ và xong không rõ ngày thì không biết có thuộc kỳ này không',
        given: { facts: { ...august, received: '2026-05-04T08:00', state: 'returned' } },
        expect: ['placeUnknown'],
      },
      {
        name: 'Rút hồ sơ sau kỳ: hết kỳ vẫn đang giải quyết',
        given: { facts: { ...late, promised: '2026-10-15T17:00', state: 'withdrawn', returned: '2026-10-02T09:00' } },
        expect: ['direct', 'within'],
      },
    ] satisfies readonly Row[]
  ).map((each) => ({ on, article, ...each })),
);
