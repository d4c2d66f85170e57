import { group } from './case.ts';
import { periodCase as c, runPeriod } from './scored-period.ts';

const early = { punctuality: 'early', contacts: 0, otherAgencies: 0, attitude: 'polite' } as const;
const late = { ...early, punctuality: 'overdue' } as const;
const disclosed = {
  records: [{ citizen: { disclosure: 'faulty' } }, { citizen: { disclosure: 'one' } }],
  unitFacts: { disclosure: 'both' },
  show: [6],
} as const;
const answered = {
  records: [{ citizen: early }, { citizen: late, proof: 'officerLink' }, { citizen: late, proof: 'open' }],
  show: [1],
} as const;
const appraised = { records: [{ citizen: early }], appraised: { 1: 0 }, show: [1] } as const;
const doneAt = (ready: string) => ({ records: [{ dossier: { ready } }], show: [1] }) as const;
const system = { 'index1.source': 'system' } as const;
const online = {
  records: [],
  unitFacts: {
    online: {
      eligibleProcedures: 100,
      onlineProcedures: 40,
      dossiers: 400,
      onlineDossiers: 200,
      abandonedOrOverdue: 0,
      wholeProcedures: 25,
      wholeDossiers: 80,
    },
  },
  show: [9],
} as const;
/** At the end of a quarter without levels 3 and 4. */
const onlineLater = <T extends object>(each: T) => ({ ...each, on: '2024-12-31' });
const one = (value: number, n = 1) => ({ indices: [[value, n]], label: null }) as const;

/** The same facts under each way of one choice. */
export const CHOICES_BOTH_WAYS = group('Cùng dữ kiện, đổi một lựa chọn', runPeriod, [
  c('Chỉ số 6: lấy số liệu của đơn vị', disclosed, one(20), 'đơn vị công khai cả hai hình thức', '13'),
  c(
    'Chỉ số 6: lấy trung bình các phiếu',
    { ...disclosed, choices: { 'index6.source': 'dossiers' } },
    one(5, 2),
    '(0 + 1) : 2 = 0,5',
    '13',
  ),
  c('Ba phiếu, chỉ tính phiếu kèm mã', answered, one(20), 'một phiếu: trước hạn', '14'),
  c(
    'Ba phiếu, tính cả phiếu cán bộ gửi và phiếu không kèm mã',
    { ...answered, choices: { 'citizen.evidence': 'all' } },
    one(7, 3),
    '(2 + 0 + 0) : 3 = 0,66…',
    '14',
  ),
  c('Thẩm định chỉ số 1 đứng cạnh, không thay phiếu', appraised, one(20), 'phiếu: trước hạn', '14'),
  c('Thẩm định thay phiếu', { ...appraised, choices: { appraised: 'every' } }, one(0), 'thẩm định: 0 điểm', '14'),
  c(
    'Hẹn 17:00, xong 14:00 cùng ngày, so theo ngày',
    { ...doneAt('2021-10-15T14:00'), choices: system },
    one(10),
    'cùng ngày 15/10',
    '13',
  ),
  c(
    'Hẹn 17:00, xong 14:00 cùng ngày, so theo buổi',
    { ...doneAt('2021-10-15T14:00'), choices: { ...system, granularity: 'halfDay' } },
    one(10),
    'cùng buổi chiều',
    '13',
  ),
  c(
    'Hẹn 17:00, xong 14:00 cùng ngày, so theo giờ',
    { ...doneAt('2021-10-15T14:00'), choices: { ...system, granularity: 'timestamp' } },
    one(20),
    '14:00 trước 17:00',
    '13',
  ),
  c(
    'Hẹn 17:00, xong 11:00 cùng ngày, so theo ngày',
    { ...doneAt('2021-10-15T11:00'), choices: system },
    one(10),
    'cùng ngày 15/10',
    '13',
  ),
  c(
    'Hẹn 17:00, xong 11:00 cùng ngày, so theo buổi',
    { ...doneAt('2021-10-15T11:00'), choices: { ...system, granularity: 'halfDay' } },
    one(20),
    'buổi sáng trước buổi chiều',
    '13',
  ),
  onlineLater(
    c('Dịch vụ toàn trình và một phần đều tính', online, one(20), '40 : 100 ≥ 20%; 200 : 400 = 50% ≥ 30%', '13'),
  ),
  onlineLater(
    c(
      'Chỉ tính dịch vụ toàn trình',
      { ...online, choices: { 'index9.levels': 'wholeOnly' } },
      one(10),
      '25 : 100 ≥ 20%; 80 : 400 = 20%, từ 15% đến dưới 30%',
      '13',
    ),
  ),
]);
