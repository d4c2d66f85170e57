import type { Choices } from '#rules/choices.ts';
import type { UnitFacts } from '#rules/facts.ts';
import { group } from './case.ts';
import { periodCase as c, type PeriodGiven, type RecordGiven, runPeriod } from './scored-period.ts';

const FULL_FACTS: UnitFacts = {
  oneStop: { listed: 10, receivedAndReturned: 10, wholeCycle: 10, level: 'province' },
  disclosure: 'both',
  petitions: { received: 0, onTime: 0, prolonged: 0 },
  online: { eligibleProcedures: 10, onlineProcedures: 10, dossiers: 10, onlineDossiers: 10, abandonedOrOverdue: 0 },
};
const early = { punctuality: 'early', contacts: 0, otherAgencies: 0, attitude: 'polite' } as const;
const late = { ...early, punctuality: 'overdue' } as const;
const steps = [{ unit: 'so-mau', officer: null, due: '2021-10-12T17:00', ended: '2021-10-11T10:00' }];
/** All five indicators of a dossier at 2 points. */
const best: RecordGiven = { dossier: { steps }, citizen: early };
/** Answered by three, of whom the second did not say how often he was sent away. */
const three: readonly RecordGiven[] = [
  { citizen: early },
  { citizen: { punctuality: 'onTime', attitude: 'polite' } },
  { citizen: late },
];
const one = (choices: Partial<Choices>): Pick<PeriodGiven, 'records' | 'choices'> => ({ records: [best], choices });

export const CHOICES_OF_RESULTS = group('Cách ra kết quả, mỗi cách một kết quả', runPeriod, [
  c(
    'Mỗi chỉ số một mẫu số',
    { records: three, show: [1, 3] },
    {
      indices: [
        [10, 3],
        [20, 2],
      ],
      label: null,
    },
    '(2 + 1 + 0) : 3 = 1,0; (2 + 2) : 2 = 2,0',
  ),
  c(
    'Chỉ hồ sơ có đủ chỉ số 1, 3, 4, 7 của phiếu',
    { records: three, choices: { denominator: 'complete' }, show: [1, 3] },
    {
      indices: [
        [10, 2],
        [20, 2],
      ],
      label: null,
    },
    'bỏ phiếu thứ hai: (2 + 0) : 2 = 1,0',
  ),
  c(
    'Mẫu số chung của phiếu không bỏ hồ sơ của hệ thống',
    { records: [{ ...best, citizen: { punctuality: 'early' } }], choices: { denominator: 'complete' }, show: [1, 2] },
    {
      indices: [
        [null, 0],
        [20, 1],
      ],
      label: null,
    },
    'phiếu thiếu câu; hệ thống đủ chỉ số 2',
  ),
  c(
    'Chỉ số 1 theo hệ thống: hồ sơ thiếu chỉ số 2 bị bỏ khỏi mẫu số chung',
    {
      records: [best, { citizen: early }],
      choices: { denominator: 'complete', 'index1.source': 'system' },
      show: [1, 2],
    },
    {
      indices: [
        [20, 1],
        [20, 1],
      ],
      label: null,
    },
    'hồ sơ thứ hai không có bước',
  ),
  c(
    'Làm tròn lên',
    { records: [{ citizen: early }, { citizen: early }, { citizen: late }], show: [1] },
    { indices: [[13, 3]], label: null },
    '4 : 3 = 1,33…',
  ),
  c(
    'Cắt bỏ phần lẻ',
    {
      records: [{ citizen: early }, { citizen: { punctuality: 'onTime' } }, { citizen: early }],
      choices: { rounding: 'truncate' },
      show: [1],
    },
    { indices: [[16, 3]], label: null },
    '5 : 3 = 1,66… cắt còn 1,6',
  ),
  c(
    'Thẩm định thay số kê khai ở chỉ số 5 và 6',
    { ...one({}), unitFacts: FULL_FACTS, appraised: { 1: 0, 5: 10, 6: 0, 8: 0 }, show: [1, 5, 6, 8] },
    {
      indices: [
        [20, 1],
        [10, 1],
        [0, 1],
        [20, 1],
      ],
      label: 'Xuất sắc',
    },
    '18 − 1 − 2 = 15,0; chỉ số 1 và 8 đứng cạnh',
    '14',
  ),
  c(
    'Thẩm định thay mọi chỉ số đã thẩm định',
    {
      ...one({ appraised: 'every' }),
      unitFacts: FULL_FACTS,
      appraised: { 1: 0, 5: 10, 6: 0, 8: 0 },
      show: [1, 5, 6, 8, 9],
    },
    {
      indices: [
        [0, 1],
        [10, 1],
        [0, 1],
        [0, 1],
        [20, 1],
      ],
      label: 'Khá',
    },
    '18 − 2 − 1 − 2 − 2 = 11,0',
    '14',
  ),
  c(
    'Thẩm định chỉ số 6 không thay phiếu theo hồ sơ',
    {
      records: [{ citizen: { disclosure: 'both' } }],
      appraised: { 6: 0 },
      choices: { 'index6.source': 'dossiers' },
      show: [6],
    },
    { indices: [[20, 1]], label: null },
    'chỉ số 6 không còn là số kê khai',
    '14',
  ),
  c(
    'Thẩm định chỉ số chưa ai kê khai',
    { records: [], appraised: { 5: 20 }, show: [5] },
    { indices: [[20, 1]], label: null },
    'có điểm thẩm định là có chỉ số',
    '14',
  ),
  c(
    'Đủ chín chỉ số, mỗi chỉ số 2 điểm',
    { ...one({}), unitFacts: FULL_FACTS, show: [7] },
    { indices: [[20, 1]], label: 'Xuất sắc' },
    '9 × 2 = 18',
  ),
  c(
    'Thiếu chỉ số 9 thì chưa xếp loại',
    { ...one({}), unitFacts: { ...FULL_FACTS, online: undefined } as UnitFacts, show: [9] },
    { indices: [[null, 0]], label: null },
    'thiếu chỉ số 9',
  ),
  c(
    'Thiếu chỉ số 9, địa phương xếp loại theo tổng hiện có',
    { ...one({ gradeAsIs: 'yes' }), unitFacts: { ...FULL_FACTS, online: undefined } as UnitFacts, show: [9] },
    { indices: [[null, 0]], label: 'Xuất sắc' },
    '8 × 2 = 16',
  ),
  c(
    'Không thực hiện đánh giá thì không xếp loại',
    { ...one({}), unitFacts: FULL_FACTS, evaluated: false, show: [1] },
    { indices: [[20, 1]], label: null },
    'điểm vẫn in',
  ),
  c(
    'Không thực hiện đánh giá, địa phương xếp Yếu',
    { ...one({ notEvaluated: 'weak' }), unitFacts: FULL_FACTS, evaluated: false, show: [1] },
    { indices: [[20, 1]], label: 'Yếu' },
    'theo cách của Bình Thuận',
  ),
  c(
    'Mức hài lòng ghi cạnh xếp loại khi tỉnh có bảng',
    { ...one({ 'satisfaction.label': 'binhThuan' }), unitFacts: FULL_FACTS, show: [] },
    { indices: [], label: 'Xuất sắc', satisfaction: 'Rất hài lòng' },
    'Xuất sắc là Rất hài lòng',
  ),
  c(
    'Quyết định của Bình Thuận tự chọn thay tỉnh',
    { records: [], ruleset: 'binh-thuan-1063', evaluated: false, show: [] },
    { indices: [], label: 'Yếu', satisfaction: 'Rất không hài lòng' },
    'đơn vị không đánh giá: Yếu, Rất không hài lòng',
  ),
  c(
    'Đơn vị không nhận phản ánh nào nên hồ sơ nào cũng không có',
    { records: [{}], unitFacts: { petitions: { received: 0, onTime: 0, prolonged: 0 } }, show: [7, 8] },
    {
      indices: [
        [null, 0],
        [20, 1],
      ],
      label: null,
    },
    'chỉ số 7 chính thức vẫn lấy từ phiếu',
    '14',
  ),
]);
