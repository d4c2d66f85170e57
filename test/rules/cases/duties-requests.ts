import { SUPPLEMENT_COUNT } from '#rules/duties/supplement-requests.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const NOW = '2026-11-30T08:00';
const ONCE = {
  61: 'khoản 2 Điều 17 NĐ 61/2018/NĐ-CP',
  118: 'Điều 17 NĐ 118/2025/NĐ-CP (chưa kiểm chứng)',
  309: 'Điều 17 NĐ 309/2026/NĐ-CP',
};
const requests = (...supplementNotices: string[]): DutyGiven => ({ acts: { supplementNotices }, now: NOW });

export const REQUEST_CASES = group<DutyGiven, DutyExpected>('Yêu cầu bổ sung một lần', dutyOf(SUPPLEMENT_COUNT), [
  {
    name: 'Một lần yêu cầu bổ sung là đúng',
    on: '2026-11-16',
    given: requests('2026-11-16T09:00'),
    expect: { state: 'met', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Lần thứ hai là vi phạm',
    on: '2026-11-18',
    given: requests('2026-11-16T09:00', '2026-11-18T09:00'),
    expect: { state: 'breached', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Không lần nào là đúng, theo nghị định của ngày xem',
    on: '2026-11-30',
    given: requests(),
    expect: { state: 'met', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Lần thứ hai ngày 04/8/2026 theo NĐ 118/2025',
    on: '2026-08-04',
    given: requests('2026-08-03T09:00', '2026-08-04T09:00'),
    expect: { state: 'breached', by: null, cite: ONCE[118] },
    article: ONCE[118],
  },
  {
    name: 'Lần thứ hai ngày 05/8/2026 theo NĐ 309/2026',
    on: '2026-08-05',
    given: requests('2026-08-03T09:00', '2026-08-05T09:00'),
    expect: { state: 'breached', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Lần thứ hai ngày 30/6/2025 theo NĐ 61/2018',
    on: '2025-06-30',
    given: requests('2025-06-27T09:00', '2025-06-30T09:00'),
    expect: { state: 'breached', by: null, cite: ONCE[61] },
    article: ONCE[61],
  },
  {
    name: 'Lần thứ hai ngày 01/7/2025 theo NĐ 118/2025',
    on: '2025-07-01',
    given: requests('2025-06-27T09:00', '2025-07-01T09:00'),
    expect: { state: 'breached', by: null, cite: ONCE[118] },
    article: ONCE[118],
  },
  {
    name: 'Lần thứ hai ngày 20/6/2018 thì chưa có nghị định',
    on: '2018-06-20',
    given: requests('2018-06-18T09:00', '2018-06-20T09:00'),
    expect: { state: 'unknown', by: null, cite: null },
    article: ONCE[61],
  },
  {
    name: 'Danh sách ghi hai lần thì hai lần, dù chỉ thấy một thông báo; ngày theo lần chờ cuối',
    on: '2025-06-30',
    given: {
      dossier: { supplements: 2, pauses: [{ kind: 'supplement', from: '2025-06-30T09:00', to: null }] },
      acts: {},
      now: NOW,
    },
    expect: { state: 'breached', by: null, cite: ONCE[61] },
    article: ONCE[61],
  },
  {
    name: 'Số lần lớn hơn giữa danh sách và thông báo',
    on: '2026-11-16',
    given: { dossier: { supplements: 2 }, acts: { supplementNotices: ['2026-11-16T09:00'] }, now: NOW },
    expect: { state: 'breached', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Hai lần tạm dừng chờ bổ sung là hai lần yêu cầu',
    on: '2026-11-18',
    given: {
      dossier: {
        pauses: [
          { kind: 'supplement', from: '2026-11-16T09:00', to: '2026-11-17T09:00' },
          { kind: 'supplement', from: '2026-11-18T09:00', to: null },
        ],
      },
      now: NOW,
    },
    expect: { state: 'breached', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Danh sách ghi không lần nào là biết chắc không có',
    on: '2026-11-30',
    given: { dossier: { supplements: 0 }, now: NOW },
    expect: { state: 'met', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
  {
    name: 'Không biết số lần thì không kết luận',
    on: '2026-11-30',
    given: { now: NOW },
    expect: { state: 'unknown', by: null, cite: ONCE[309] },
    article: ONCE[309],
  },
]);
