import type { DateFinding, PromiseChange } from '#rules/date-checks/finding.ts';
import { group } from './case.ts';
import { type DatesGiven, found } from './dates-of.ts';

const moved = (at: string, to = '2026-11-30T17:00'): PromiseChange => ({ at, from: '2026-11-19T17:00', to });
const LOGIC = 'Thứ tự các ngày của một hồ sơ';
const CODE = 'Điều 19 TT 01/2018/TT-VPCP';
const CLOCK = 'Điều 17 NĐ 309/2026/NĐ-CP';
const AGAIN = 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP';

export const PROMISE_CASES = group<DatesGiven, DateFinding['check'][]>('Ngày hẹn trả, thời hạn và mã hồ sơ', found, [
  {
    name: 'Hẹn trả muộn hơn thời hạn 3 ngày tính lại',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T08:00', promised: '2026-11-20T17:00', limitDays: 3 } },
    expect: ['promiseAndLimit'],
    article: CLOCK,
    worked: 'Tính lại: 17, 18, 19/11.',
  },
  {
    name: 'Hẹn trả sớm hơn thời hạn 3 ngày tính lại',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T08:00', promised: '2026-11-18T17:00', limitDays: 3 } },
    expect: ['promiseAndLimit'],
    article: CLOCK,
  },
  {
    name: 'Hẹn trả khác giờ trong đúng ngày tính lại thì khớp',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T08:00', promised: '2026-11-19T08:00', limitDays: 3 } },
    expect: [],
    article: CLOCK,
  },
  {
    name: 'Lần chờ bổ sung về sau không làm ngày hẹn in trên giấy sai',
    on: '2026-11-16',
    given: {
      dossier: {
        received: '2026-11-16T08:00',
        promised: '2026-11-19T17:00',
        limitDays: 3,
        pauses: [{ kind: 'supplement', from: '2026-11-17T08:00', to: null }],
      },
    },
    expect: [],
    article: CLOCK,
  },
  {
    name: 'Không biết thời hạn của thủ tục thì không so được',
    on: '2026-11-16',
    given: { dossier: { received: '2026-11-16T08:00', promised: '2026-11-20T17:00' } },
    expect: [],
    article: CLOCK,
  },
  {
    name: 'Nộp ở nơi khác từ 05/8/2026: tính từ khi cơ quan có thẩm quyền nhận',
    on: '2026-08-05',
    given: {
      dossier: { received: '2026-08-05T08:00', promised: '2026-08-12T17:00', limitDays: 3 },
      acts: { competentReceived: '2026-08-07T09:00' },
    },
    expect: [],
    article: CLOCK,
    worked: 'Từ 07/8: 10, 11, 12/8.',
  },
  {
    name: 'Nộp ở nơi khác ngày 04/8/2026: vẫn tính từ khi tiếp nhận',
    on: '2026-08-04',
    given: {
      dossier: { received: '2026-08-04T08:00', promised: '2026-08-12T17:00', limitDays: 3 },
      acts: { competentReceived: '2026-08-07T09:00' },
    },
    expect: ['promiseAndLimit'],
    article: CLOCK,
    worked: 'Từ 04/8: 05, 06, 07/8.',
  },
  {
    name: 'Mã hồ sơ ghi ngày 10/11 nhưng tiếp nhận ngày 12/11',
    on: '2026-11-12',
    given: { dossier: { code: 'H99.01-261110-0042', received: '2026-11-12T08:00' } },
    expect: ['codeDay'],
    article: CODE,
  },
  {
    name: 'Mã hồ sơ ghi một ngày không có',
    on: '2026-11-12',
    given: { dossier: { code: '000.00.06.H56-261131-0361', received: '2026-11-12T08:00' } },
    expect: ['codeDay'],
    article: CODE,
  },
  {
    name: 'Mã hồ sơ có ngày, không biết ngày tiếp nhận thì không so được',
    on: '2026-11-12',
    given: { dossier: { code: 'H99.01-261110-0042' } },
    expect: [],
    article: CODE,
  },
  {
    name: 'Đổi ngày hẹn khi chưa hết ngày hẹn cũ thì chưa quá hẹn',
    on: '2026-11-19',
    given: { dossier: {}, changes: [moved('2026-11-19T23:59')] },
    expect: [],
    article: AGAIN,
  },
  {
    name: 'Đổi ngày hẹn sau khi ngày hẹn cũ đã qua',
    on: '2026-11-20',
    given: { dossier: {}, changes: [moved('2026-11-20T00:00')] },
    expect: ['movedAfterExpiry'],
    article: AGAIN,
  },
  {
    name: 'So theo giờ thì đổi lúc 17 giờ 01 là đã quá hẹn',
    on: '2026-11-19',
    given: { dossier: {}, changes: [moved('2026-11-19T17:01')], choices: { granularity: 'timestamp' } },
    expect: ['movedAfterExpiry'],
    article: AGAIN,
  },
  {
    name: 'Lưu lại đúng ngày hẹn cũ thì không phải là đổi',
    on: '2026-11-20',
    given: { dossier: {}, changes: [moved('2026-11-20T08:00', '2026-11-19T17:00')] },
    expect: [],
    article: AGAIN,
  },
  {
    name: 'Đổi hai lần sau khi quá hẹn thì nêu từng lần',
    on: '2026-12-01',
    given: { dossier: {}, changes: [moved('2026-11-20T08:00'), moved('2026-12-01T08:00', '2026-12-05T17:00')] },
    expect: ['movedAfterExpiry', 'movedAfterExpiry'],
    article: AGAIN,
  },
  {
    name: 'Ngày hẹn ngoài lịch có sẵn thì phần cần lịch không kết luận, phần khác vẫn kiểm tra',
    on: '2026-11-17',
    given: {
      dossier: {
        received: '2026-11-17T08:00',
        ready: '2026-11-16T16:00',
        promised: '2029-01-05T17:00',
        limitDays: 3,
      },
    },
    expect: ['readyBeforeReceived', 'promiseAndLimit'],
    article: LOGIC,
  },
]);
