import type { Choices } from '#rules/choices.ts';
import { group } from './case.ts';
import type { RecordGiven } from './scored-period.ts';
import { type OneExpect, recordCase, runRecordTold } from './scored-record.ts';

const WITHDRAWN = 'Người nộp đã rút hồ sơ nên không có kết quả để so với hạn.';
const REFUSED = 'Hồ sơ bị từ chối nên không có kết quả để so với hạn.';
const STOPPED = 'Hồ sơ dừng giải quyết nên không có kết quả để so với hạn.';
const LATE = 'Kết quả có sau hạn hoặc đã quá hạn: dài hơn thời gian quy định.';
const NO_TIME = 'Không biết kết quả sớm hay đúng hạn nên chưa tính được chỉ số 7.';
const unfinished = 'index1.unfinishedOverdue' as const;
const wait = { [unfinished]: 'leaveOut' } as const;

/** Promised for 15/10/2021 17:00, ended on 14/10 at 10:00 but for `record`. */
const of =
  (indicator: 1 | 7) =>
  (name: string, record: RecordGiven, expect: OneExpect, worked: string, choices: Partial<Choices> = {}) =>
    recordCase(name, { indicator, record, choices }, expect, worked);
const [one, seven] = [of(1), of(7)];
const state = (of: 'withdrawn' | 'refused' | 'stopped', ready: string | null = '2021-10-14T10:00') => ({
  dossier: { state: of, ready },
});

/** Rút, từ chối, dừng: không có kết quả nào để sớm hay đúng; hạn đã qua mà chưa có gì thì vẫn là quá hạn. */
export const WITHOUT_RESULT = group('Hồ sơ kết thúc mà không có kết quả', runRecordTold, [
  one('Rút trước hạn', state('withdrawn'), { points: null, because: WITHDRAWN }, 'rút 14/10, hẹn 15/10'),
  one('Từ chối trước hạn', state('refused'), { points: null, because: REFUSED }, 'từ chối 14/10, hẹn 15/10'),
  one('Dừng trước hạn', state('stopped'), { points: null, because: STOPPED }, 'dừng 14/10, hẹn 15/10'),
  one(
    'Rút trước hạn, chỉ ghi ngày trả lại hồ sơ',
    { dossier: { state: 'withdrawn', ready: null, returned: '2021-10-14T10:00' } },
    { points: null, because: WITHDRAWN },
    'trả lại 14/10',
  ),
  one(
    'Có kết quả trước hạn thì vẫn tính',
    {},
    {
      points: 20,
      because: 'Kết quả có trước hạn: ngắn hơn thời gian quy định.',
    },
    'xong 14/10, hẹn 15/10',
  ),
  one(
    'Từ chối trong ngày hẹn, trước giờ hẹn',
    state('refused', '2021-10-15T16:59'),
    { points: null, because: REFUSED },
    'theo giờ hay theo ngày đều chưa quá hạn',
  ),
  one('Từ chối đúng giờ hẹn', state('refused', '2021-10-15T17:00'), { points: null, because: REFUSED }, 'chưa quá hạn'),
  one(
    'Từ chối trong ngày hẹn, sau giờ hẹn, so theo ngày',
    state('refused', '2021-10-15T17:01'),
    { points: null, because: REFUSED, reading: 'granularity' },
    'theo giờ thì đã quá hạn',
  ),
  one(
    'Từ chối trong ngày hẹn, sau giờ hẹn, so theo giờ',
    state('refused', '2021-10-15T17:01'),
    { points: 0, because: LATE, reading: ['granularity', unfinished] },
    '17:01 sau 17:00',
    { granularity: 'timestamp' },
  ),
  one(
    'Từ chối sau hạn: hạn đã qua mà chưa có kết quả',
    state('refused', '2021-10-18T09:00'),
    { points: 0, because: LATE, reading: unfinished },
    '18/10 sau 15/10',
  ),
  one(
    'Rút sau hạn, chọn chờ kết quả: không có kết quả nào để chờ',
    state('withdrawn', '2021-10-18T09:00'),
    { points: null, because: WITHDRAWN, reading: unfinished },
    '18/10 sau 15/10',
    wait,
  ),
  one(
    'Rút, không rõ ngày nào, thuộc kỳ theo ngày nhận',
    state('withdrawn', null),
    { points: null, because: WITHDRAWN },
    'nhận 04/10 thuộc quý IV',
    { 'period.membership': 'received' },
  ),
  seven(
    'Rút trước hạn: chỉ số 7 không có thời gian để ghép',
    { ...state('withdrawn'), petition: false },
    { points: null, because: NO_TIME },
    'như chỉ số 1',
  ),
  seven(
    'Rút trước hạn nhưng có phản ánh đã xác minh',
    { ...state('withdrawn'), petition: true },
    { points: 0, because: 'Có phản ánh, kiến nghị đã xác minh về hành vi, thái độ.' },
    'phản ánh là chắc chắn',
  ),
]);
