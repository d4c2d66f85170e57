import type { DateFinding } from '#rules/date-checks/finding.ts';
import { group } from './case.ts';
import { type DatesGiven, found } from './dates-of.ts';

const LOGIC = 'Thứ tự các ngày của một hồ sơ';

export const DATE_CASES = group<DatesGiven, DateFinding['check'][]>('Thứ tự các ngày và giờ làm việc', found, [
  {
    name: 'Mọi ngày khớp nhau thì không thấy gì',
    on: '2026-11-16',
    given: {
      dossier: {
        code: '000.00.06.H56-261116-0361',
        received: '2026-11-16T08:00',
        promised: '2026-11-19T17:00',
        ready: '2026-11-18T09:00',
        returned: '2026-11-18T09:00',
        limitDays: 3,
      },
    },
    expect: [],
    article: LOGIC,
    worked: 'Thời hạn 3 ngày: 17, 18, 19/11.',
  },
  {
    name: 'Tiếp nhận sau ngày hẹn trả một ngày',
    on: '2026-11-20',
    given: { dossier: { received: '2026-11-20T08:00', promised: '2026-11-19T17:00' } },
    expect: ['receivedAfterPromised'],
    article: LOGIC,
  },
  {
    name: 'Tiếp nhận sau giờ hẹn trả trong cùng ngày',
    on: '2026-11-19',
    given: { dossier: { received: '2026-11-19T10:01', promised: '2026-11-19T10:00' } },
    expect: ['receivedAfterPromised'],
    article: LOGIC,
  },
  {
    name: 'Tiếp nhận đúng lúc hẹn trả thì không nói gì',
    on: '2026-11-19',
    given: { dossier: { received: '2026-11-19T10:00', promised: '2026-11-19T10:00' } },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Tiếp nhận sau giờ tan sở của ngày hẹn: 17 giờ có thể chỉ là ngày không kèm giờ',
    on: '2026-11-19',
    given: { dossier: { received: '2026-11-19T17:20', promised: '2026-11-19T17:00' } },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Có kết quả trước khi tiếp nhận một ngày',
    on: '2026-11-17',
    given: { dossier: { received: '2026-11-17T08:00', ready: '2026-11-16T16:00' } },
    expect: ['readyBeforeReceived'],
    article: LOGIC,
  },
  {
    name: 'Có kết quả trước giờ tiếp nhận trong cùng ngày',
    on: '2026-11-17',
    given: { dossier: { received: '2026-11-17T08:00', ready: '2026-11-17T07:59' } },
    expect: ['readyBeforeReceived'],
    article: LOGIC,
  },
  {
    name: 'Ngày tiếp nhận không kèm giờ thì không so giờ',
    on: '2026-11-17',
    given: { dossier: { received: '2026-11-17T17:00', ready: '2026-11-17T09:00' } },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Ngày có kết quả ghi nửa đêm là ngày không kèm giờ',
    on: '2026-11-17',
    given: { dossier: { received: '2026-11-17T09:00', ready: '2026-11-17T00:00' } },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Trả kết quả trước khi có kết quả',
    on: '2026-11-17',
    given: { dossier: { ready: '2026-11-17T10:00', returned: '2026-11-17T09:59' } },
    expect: ['returnedBeforeReady'],
    article: LOGIC,
  },
  {
    name: 'Trả kết quả ngay khi có',
    on: '2026-11-17',
    given: { dossier: { ready: '2026-11-17T10:00', returned: '2026-11-17T10:00' } },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Tạm dừng trước khi tiếp nhận một phút',
    on: '2026-11-17',
    given: {
      dossier: {
        received: '2026-11-17T10:00',
        pauses: [{ kind: 'supplement', from: '2026-11-17T09:59', to: '2026-11-18T09:00' }],
      },
    },
    expect: ['pausedBeforeReceived'],
    article: LOGIC,
  },
  {
    name: 'Tạm dừng ngay lúc tiếp nhận thì không nói gì',
    on: '2026-11-17',
    given: {
      dossier: {
        received: '2026-11-17T10:00',
        pauses: [{ kind: 'supplement', from: '2026-11-17T10:00', to: '2026-11-18T09:00' }],
      },
    },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Không biết ngày tiếp nhận thì không so lúc tạm dừng',
    on: '2026-11-17',
    given: { dossier: { pauses: [{ kind: 'payment', from: '2026-11-17T09:59', to: null }] } },
    expect: [],
    article: LOGIC,
  },
  {
    name: 'Hai lần tạm dừng trước khi tiếp nhận là hai điều ghi nhận',
    on: '2026-11-17',
    given: {
      dossier: {
        received: '2026-11-17T10:00',
        pauses: [
          { kind: 'payment', from: '2026-11-12T09:00', to: '2026-11-12T10:00' },
          { kind: 'supplement', from: '2026-11-13T09:00', to: null },
        ],
      },
    },
    expect: ['pausedBeforeReceived', 'pausedBeforeReceived'],
    article: LOGIC,
  },
  {
    name: 'Hẹn trả vào Ngày Văn hóa Việt Nam 24/11/2026',
    on: '2026-11-24',
    given: { dossier: { promised: '2026-11-24T16:00' } },
    expect: ['promisedWhenClosed'],
    article: 'Nghị quyết 28/2026/QH16',
  },
  {
    name: 'Hẹn trả ngày 24/11/2025 thì không sao vì chưa phải ngày nghỉ',
    on: '2025-11-24',
    given: { dossier: { promised: '2025-11-24T16:00' } },
    expect: [],
    article: 'Nghị quyết 28/2026/QH16',
  },
  {
    name: 'Hẹn trả thứ Bảy',
    on: '2026-11-21',
    given: { dossier: { promised: '2026-11-21T10:00' } },
    expect: ['promisedWhenClosed'],
    article: LOGIC,
  },
  {
    name: 'Hẹn trả thứ Bảy làm bù 22/8/2026 thì không sao',
    on: '2026-08-22',
    given: { dossier: { promised: '2026-08-22T10:00' } },
    expect: [],
    article: 'Thông báo nghỉ năm 2026',
  },
  ...(
    [
      ['07:29', ['promisedWhenClosed']],
      ['07:30', []],
      ['11:30', []],
      ['11:31', ['promisedWhenClosed']],
      ['12:59', ['promisedWhenClosed']],
      ['13:00', []],
      ['17:00', []],
      ['17:01', ['promisedWhenClosed']],
    ] as const
  ).map(([hour, expect]) => ({
    name: `Hẹn trả lúc ${hour} của cơ quan làm 7:30–11:30 và 13:00–17:00`,
    on: '2026-11-19',
    given: { dossier: { promised: `2026-11-19T${hour}` } },
    expect: [...expect],
    article: LOGIC,
  })),
]);
