import type { Choices } from '#rules/choices.ts';
import { group } from './case.ts';
import { periodCase as c, type PeriodGiven, type RecordGiven, runPeriod } from './scored-period.ts';

const early = { punctuality: 'early', contacts: 0, otherAgencies: 0, attitude: 'polite' } as const;
const late = { ...early, punctuality: 'overdue' } as const;
const steps = [{ unit: 'so-mau', officer: null, due: '2021-10-12T17:00', ended: '2021-10-11T10:00' }];
/** All five indicators of a dossier at 2 points. */
const best: RecordGiven = { dossier: { steps }, citizen: early };
const one = (choices: Partial<Choices>): Pick<PeriodGiven, 'records' | 'choices'> => ({ records: [best], choices });

export const CHOICES_OF_SOURCES = group('Nguồn của từng chỉ số, mỗi nguồn một kết quả', runPeriod, [
  c(
    'Chỉ số 1 theo phiếu: dân nói trễ, hệ thống ghi sớm',
    { records: [{ citizen: late }], show: [1] },
    { indices: [[0, 1]], label: null },
    'phiếu: 0 điểm',
    '14',
  ),
  c(
    'Chỉ số 1 theo hệ thống: dân nói trễ, hệ thống ghi sớm',
    { records: [{ citizen: late }], choices: { 'index1.source': 'system' }, show: [1] },
    { indices: [[20, 1]], label: null },
    'xong 14/10, hẹn 15/10: 2 điểm',
    '14',
  ),
  c(
    'Không ai trả lời thì hệ thống không thay vào',
    { records: [{}], show: [1, 3] },
    {
      indices: [
        [null, 0],
        [null, 0],
      ],
      label: null,
    },
    'chỉ số 1 và 3 lấy từ phiếu',
    '14',
  ),
  c(
    'Chỉ số 2 theo hệ thống',
    { ...one({}), show: [2] },
    { indices: [[20, 1]], label: null },
    'bước xong 11/10, hạn 12/10',
    '14',
  ),
  c(
    'Chỉ số 2 theo phiếu cũ mà phiếu không in điểm',
    { ...one({ 'index2.citizen': 'count' }), show: [2] },
    { indices: [[null, 0]], label: null },
    'phiếu không có câu 2',
    '14',
  ),
  c(
    'Chỉ số 6 theo số liệu đơn vị',
    { records: [{ citizen: { disclosure: 'faulty' } }], unitFacts: { disclosure: 'both' }, show: [6] },
    { indices: [[20, 1]], label: null },
    'đơn vị: cả hai hình thức',
  ),
  c(
    'Chỉ số 6 theo phiếu',
    {
      records: [{ citizen: { disclosure: 'faulty' } }, { citizen: { disclosure: 'one' } }],
      unitFacts: { disclosure: 'both' },
      choices: { 'index6.source': 'dossiers' },
      show: [6],
    },
    { indices: [[5, 2]], label: null },
    '(0 + 1) : 2 = 0,5',
  ),
  c(
    'Phiếu cán bộ gửi không tính vào kết quả chính thức',
    { records: [{ citizen: early }, { citizen: late, proof: 'officerLink' }], show: [1] },
    { indices: [[20, 1]], label: null },
    'chỉ 1 phiếu được tính',
    '14',
  ),
  c(
    'Phiếu không kèm mã không tính vào kết quả chính thức',
    { records: [{ citizen: early }, { citizen: late, proof: 'open' }], show: [1] },
    { indices: [[20, 1]], label: null },
    'chỉ 1 phiếu được tính',
    '14',
  ),
  c(
    'Phiếu giấy đã đối chiếu được tính',
    { records: [{ citizen: early }, { citizen: late, proof: 'paper' }], show: [1] },
    { indices: [[10, 2]], label: null },
    '(2 + 0) : 2 = 1,0',
    '14',
  ),
  c(
    'Tính mọi phiếu',
    {
      records: [{ citizen: early }, { citizen: late, proof: 'officerLink' }, { citizen: late, proof: 'open' }],
      choices: { 'citizen.evidence': 'all' },
      show: [1],
    },
    { indices: [[7, 3]], label: null },
    '(2 + 0 + 0) : 3 = 0,66…',
    '14',
  ),
]);
