import type { Acts } from '#rules/acts.ts';
import type { Dossier } from '#rules/dossier.ts';
import { APOLOGY } from '#rules/duties/apology-duty.ts';
import { REAPPOINTMENTS } from '#rules/duties/reappointments.ts';
import { group } from './case.ts';
import { type DutyExpected, type DutyGiven, dutyOf } from './duty-of.ts';

const ND61 = 'khoản 9 Điều 19 NĐ 61/2018/NĐ-CP';
const ND118 = 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP';

/** Promised 19/11/2026 17:00, so a letter goes out by 18/11. */
const late = (acts: Acts, now: string, facts: Partial<Dossier> = {}): DutyGiven => ({
  dossier: { received: '2026-11-10T08:00', promised: '2026-11-19T17:00', ...facts },
  acts,
  now,
});
const LETTER = { by: '2026-11-18T17:00', cite: ND118 };
const NONE: Acts = { apologies: [] };

export const APOLOGY_CASES = group<DutyGiven, DutyExpected>('Xin lỗi trước ngày hẹn trả', dutyOf(APOLOGY), [
  {
    name: 'Gửi hết ngày trước ngày hẹn là kịp',
    on: '2026-11-18',
    given: late({ apologies: ['2026-11-18T23:00'] }, '2026-11-20T08:00'),
    expect: { state: 'met', ...LETTER },
    article: ND118,
  },
  {
    name: 'Gửi trong ngày hẹn là muộn',
    on: '2026-11-18',
    given: late({ apologies: ['2026-11-19T00:00'] }, '2026-11-20T08:00'),
    expect: { state: 'breached', ...LETTER },
    article: ND118,
  },
  {
    name: 'Văn bản đầu tiên quyết định, văn bản sau không sửa được',
    on: '2026-11-18',
    given: late({ apologies: ['2026-11-17T08:00', '2026-11-25T08:00'] }, '2026-11-26T08:00'),
    expect: { state: 'met', ...LETTER },
    article: ND118,
  },
  {
    name: 'Chưa đến hạn gửi',
    on: '2026-11-18',
    given: late(NONE, '2026-11-17T08:00'),
    expect: { state: 'pending', ...LETTER },
    article: ND118,
  },
  {
    name: 'Ngày cuối để gửi',
    on: '2026-11-18',
    given: late(NONE, '2026-11-18T16:00'),
    expect: { state: 'pending', ...LETTER },
    article: ND118,
  },
  {
    name: 'Trong ngày hẹn chưa gửi: kết quả vẫn có thể kịp nên chưa vi phạm',
    on: '2026-11-18',
    given: late(NONE, '2026-11-19T23:59'),
    expect: { state: 'pending', ...LETTER },
    article: ND118,
  },
  {
    name: 'Quá ngày hẹn, chưa xong, không có văn bản xin lỗi là vi phạm',
    on: '2026-11-18',
    given: late(NONE, '2026-11-20T00:00'),
    expect: { state: 'breached', ...LETTER },
    article: ND118,
  },
  {
    name: 'Quá ngày hẹn nhưng dữ liệu không ghi văn bản xin lỗi thì không kết luận',
    on: '2026-11-18',
    given: late({}, '2026-11-20T00:00'),
    expect: { state: 'unknown', ...LETTER },
    article: ND118,
  },
  {
    name: 'Xong đúng ngày hẹn thì không cần xin lỗi',
    on: '2026-11-18',
    given: late(NONE, '2026-11-26T08:00', { ready: '2026-11-19T17:30' }),
    expect: { state: 'notApplicable', ...LETTER },
    article: ND118,
  },
  {
    name: 'Xong sau ngày hẹn mà không xin lỗi là vi phạm',
    on: '2026-11-18',
    given: late(NONE, '2026-11-26T08:00', { ready: '2026-11-20T08:00' }),
    expect: { state: 'breached', ...LETTER },
    article: ND118,
  },
  {
    name: 'Xong sau ngày hẹn mà không ghi văn bản thì không kết luận',
    on: '2026-11-18',
    given: late({}, '2026-11-26T08:00', { ready: '2026-11-20T08:00' }),
    expect: { state: 'unknown', ...LETTER },
    article: ND118,
  },
  {
    name: 'Đã kết thúc nhưng không biết lúc nào thì không kết luận',
    on: '2026-11-18',
    given: late(NONE, '2026-11-26T08:00', { state: 'stopped' }),
    expect: { state: 'unknown', ...LETTER },
    article: ND118,
  },
  {
    name: 'Tạm dừng chờ bổ sung trước ngày hẹn thì không phải xin lỗi',
    on: '2026-11-18',
    given: late(NONE, '2026-11-26T08:00', { pauses: [{ kind: 'supplement', from: '2026-11-17T08:00', to: null }] }),
    expect: { state: 'notApplicable', ...LETTER },
    article: ND118,
  },
  {
    name: 'Đã quá hẹn rồi mới tạm dừng thì vẫn thiếu văn bản xin lỗi',
    on: '2026-11-18',
    given: late(NONE, '2026-11-26T08:00', { pauses: [{ kind: 'supplement', from: '2026-11-23T08:00', to: null }] }),
    expect: { state: 'breached', ...LETTER },
    article: ND118,
  },
  {
    name: 'Đã hẹn lại nhưng dữ liệu không ghi văn bản xin lỗi thì không kết luận',
    on: '2026-11-18',
    given: late({}, '2026-11-20T08:00', { reappointed: ['2026-11-30T17:00'] }),
    expect: { state: 'unknown', ...LETTER },
    article: ND118,
  },
  {
    name: 'Đã hẹn lại mà chắc chắn không có văn bản xin lỗi là vi phạm',
    on: '2026-11-18',
    given: late(NONE, '2026-11-20T08:00', { reappointed: ['2026-11-30T17:00'] }),
    expect: { state: 'breached', ...LETTER },
    article: ND118,
  },
  {
    name: 'Hẹn 17/11 tính lại từ đầu sau khi bổ sung thành 23/11, xong 20/11 thì không trễ',
    on: '2026-11-22',
    given: late(NONE, '2026-11-26T08:00', {
      promised: '2026-11-17T17:00',
      pauses: [{ kind: 'supplement', from: '2026-11-12T08:00', to: '2026-11-16T08:00' }],
      ready: '2026-11-20T08:00',
    }),
    expect: { state: 'notApplicable', by: '2026-11-20T17:00', cite: ND118 },
    article: `khoản 5 Điều 19 NĐ 118/2025/NĐ-CP; ${ND118}`,
    worked: '5 ngày từ 16/11: 17, 18, 19, 20, 23/11; ngày 22/11 là Chủ Nhật nên gửi đến 20/11.',
  },
  {
    name: 'Hẹn 01/7/2025 thì phải xin lỗi ngày 30/6 theo nghị định cũ',
    on: '2025-06-30',
    given: { dossier: { promised: '2025-07-01T17:00' }, acts: NONE, now: '2025-07-02T08:00' },
    expect: { state: 'breached', by: '2025-06-30T17:00', cite: ND61 },
    article: ND61,
  },
  {
    name: 'Hẹn 02/7/2025 thì phải xin lỗi ngày 01/7 theo nghị định mới',
    on: '2025-07-01',
    given: { dossier: { promised: '2025-07-02T17:00' }, acts: NONE, now: '2025-07-03T08:00' },
    expect: { state: 'breached', by: '2025-07-01T17:00', cite: ND118 },
    article: ND118,
  },
  {
    name: 'Hẹn 22/6/2018 là hẹn đầu tiên có quy định',
    on: '2018-06-21',
    given: { dossier: { promised: '2018-06-22T17:00' }, acts: NONE, now: '2018-06-25T08:00' },
    expect: { state: 'breached', by: '2018-06-21T17:00', cite: ND61 },
    article: ND61,
  },
  {
    name: 'Hẹn 21/6/2018 thì hạn xin lỗi rơi vào ngày chưa có quy định',
    on: '2018-06-20',
    given: { dossier: { promised: '2018-06-21T17:00' }, acts: NONE, now: '2018-06-25T08:00' },
    expect: { state: 'unknown', by: null, cite: null },
    article: ND61,
  },
]);

/** New dates of a dossier promised 19/11/2026. */
const again = (...reappointed: string[]) => late({}, '2026-12-20T08:00', { reappointed });

export const REAPPOINTMENT_CASES = group<DutyGiven, DutyExpected>('Hẹn lại không quá một lần', dutyOf(REAPPOINTMENTS), [
  {
    name: 'Chưa hẹn lại lần nào',
    on: '2026-12-20',
    given: again(),
    expect: { state: 'met', by: null, cite: ND118 },
    article: ND118,
  },
  {
    name: 'Hẹn lại một lần là được phép',
    on: '2026-11-19',
    given: again('2026-11-30T17:00'),
    expect: { state: 'met', by: null, cite: ND118 },
    article: ND118,
  },
  {
    name: 'Hẹn lại lần thứ hai là vi phạm',
    on: '2026-11-30',
    given: again('2026-11-30T17:00', '2026-12-10T17:00'),
    expect: { state: 'breached', by: null, cite: ND118 },
    article: ND118,
  },
  {
    name: 'Thay ngày hẹn 30/6/2025 bằng ngày khác thì theo nghị định cũ',
    on: '2025-06-30',
    given: {
      dossier: { promised: '2025-06-20T17:00', reappointed: ['2025-06-30T17:00', '2025-07-30T17:00'] },
      now: '2025-08-01T08:00',
    },
    expect: { state: 'breached', by: null, cite: ND61 },
    article: ND61,
    worked: 'Lần thứ hai thay ngày 30/6/2025 nên được đặt chậm nhất ngày đó.',
  },
  {
    name: 'Thay ngày hẹn 01/7/2025 bằng ngày khác thì theo nghị định mới',
    on: '2025-07-01',
    given: {
      dossier: { promised: '2025-06-20T17:00', reappointed: ['2025-07-01T17:00', '2025-07-30T17:00'] },
      now: '2025-08-01T08:00',
    },
    expect: { state: 'breached', by: null, cite: ND118 },
    article: ND118,
  },
  {
    name: 'Ngày bị thay còn ở sau hôm nay thì theo nghị định của hôm nay',
    on: '2025-06-30',
    given: {
      dossier: { promised: '2025-07-20T17:00', reappointed: ['2025-07-30T17:00'] },
      now: '2025-06-30T08:00',
    },
    expect: { state: 'met', by: null, cite: ND61 },
    article: ND61,
  },
  {
    name: 'Trước 21/6/2018 chưa có quy định',
    on: '2018-06-20',
    given: {
      dossier: { promised: '2018-06-20T17:00', reappointed: ['2018-06-30T17:00'] },
      now: '2018-07-01T08:00',
    },
    expect: { state: 'unknown', by: null, cite: null },
    article: ND61,
  },
]);
