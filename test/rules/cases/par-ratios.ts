import { group } from './case.ts';
import {
  CLEAN,
  carried,
  inTime,
  LATE_COMMUNE,
  NO_LETTER_KNOWN,
  overdue,
  type ParGiven,
  type ParTold,
  parRows,
  parTold,
} from './par-told.ts';

const PAR = 'QĐ 892/QĐ-BNV (cách hiểu)';

export const PAR_ON_TIME = group<ParGiven, ParTold>(
  'Tỷ lệ cải cách hành chính: đúng hạn theo cấp',
  parTold,
  parRows(PAR, [
    {
      name: 'Xã trả kết quả trong ngày hẹn: đúng hạn cấp xã',
      given: { dossier: inTime },
      expect: { 'onTime.commune': 'numerator', ...CLEAN },
    },
    {
      name: 'Xã trả trước ngày hẹn cũng là đúng hạn',
      given: { dossier: { ...inTime, ready: '2026-01-09T08:00' } },
      expect: { 'onTime.commune': 'numerator', ...CLEAN },
    },
    {
      name: 'Xã trả sau ngày hẹn một ngày: ở mẫu số, không ở tử số',
      given: { dossier: overdue },
      expect: { ...LATE_COMMUNE, ...NO_LETTER_KNOWN },
    },
    {
      name: 'Sở trả đúng hạn: tính cho cấp tỉnh',
      given: { dossier: { ...inTime, unit: 'so-mau' } },
      expect: { 'onTime.province': 'numerator', ...CLEAN },
    },
    {
      name: 'Huyện trả đúng hạn năm 2024: tính cho cấp huyện',
      on: '2024-12-31',
      given: {
        dossier: {
          ...inTime,
          unit: 'huyen-mau',
          received: '2023-12-25T08:00',
          promised: '2024-03-12T17:00',
          ready: '2024-03-12T08:00',
        },
      },
      expect: { 'onTime.district': 'numerator', ...CLEAN },
    },
    {
      name: 'Huyện trả đúng hạn đầu năm 2025: cấp huyện còn đến 30/6/2025',
      on: '2025-12-31',
      given: {
        dossier: {
          ...inTime,
          unit: 'huyen-mau',
          received: '2024-12-30T08:00',
          promised: '2025-03-12T17:00',
          ready: '2025-03-12T08:00',
        },
      },
      expect: { 'onTime.district': 'numerator', ...CLEAN },
    },
    {
      name: 'Năm 2026 không còn cấp huyện: hồ sơ ghi cấp huyện là không rõ cấp, không bỏ đi',
      given: { dossier: { ...inTime, unit: 'huyen-mau' } },
      expect: { 'onTime.province': 'unknown', 'onTime.commune': 'unknown', ...CLEAN },
    },
    {
      name: 'Không biết đơn vị thuộc cấp nào thì không rõ ở mọi cấp',
      given: { dossier: { ...inTime, unit: 'don-vi-la' } },
      expect: { 'onTime.province': 'unknown', 'onTime.commune': 'unknown', ...CLEAN },
    },
    {
      name: 'Xong trong năm mà không có ngày hẹn: không rõ, cả việc có trễ hẹn hay không',
      given: { dossier: { ...inTime, promised: null } },
      expect: { 'onTime.commune': 'unknown', ...CLEAN, ...NO_LETTER_KNOWN },
    },
    {
      name: 'Chưa xong mà đã quá hạn trong năm: là trễ',
      given: { dossier: { ...carried, promised: '2026-12-30T17:00' } },
      expect: { ...LATE_COMMUNE, ...NO_LETTER_KNOWN },
    },
    {
      name: 'Chưa xong, hết năm vẫn còn trong hạn: không thuộc năm này',
      given: { dossier: { ...carried, promised: '2027-01-04T17:00' } },
      expect: {},
    },
    {
      name: 'Đọc dữ liệu giữa năm, hạn chưa tới: chưa tính đúng hạn hay trễ',
      given: { dossier: { ...carried, promised: '2026-12-30T17:00' }, now: '2026-06-01T08:00' },
      expect: CLEAN,
    },
    {
      name: 'Đang chờ người dân bổ sung trước ngày hẹn: đồng hồ dừng, không phải đúng hạn cũng không phải trễ',
      given: {
        dossier: {
          ...carried,
          promised: '2026-12-30T17:00',
          pauses: [{ kind: 'supplement', from: '2026-12-29T08:00', to: null }],
        },
      },
      expect: CLEAN,
    },
    {
      name: 'Hạn trong năm 2025, xong năm 2026: trễ của năm 2025, năm 2026 không tính đúng hạn lần nữa',
      given: { dossier: { ...overdue, promised: '2025-12-30T17:00' } },
      expect: CLEAN,
    },
    {
      name: 'Xong năm 2025 thì không thuộc năm 2026',
      given: { dossier: { ...inTime, ready: '2025-12-31T16:00' } },
      expect: {},
    },
    {
      name: 'Đã kết thúc mà không biết ngày: không rõ có thuộc năm này không',
      given: { dossier: { ...carried, promised: '2026-01-12T17:00', state: 'returned' } },
      expect: {
        'onTime.commune': 'unknown',
        'reappointed.again': 'unknown',
        'supplement.again': 'unknown',
        ...NO_LETTER_KNOWN,
      },
    },
    {
      name: 'Không biết ngày nhận lẫn ngày kết thúc: mọi tỷ lệ đều không rõ',
      given: { dossier: { unit: 'xa-mau', state: 'stopped' } },
      expect: {
        'onTime.commune': 'unknown',
        'reappointed.again': 'unknown',
        'supplement.again': 'unknown',
        online: 'unknown',
        'online.whole': 'unknown',
        post: 'unknown',
        ...NO_LETTER_KNOWN,
      },
    },
    {
      name: 'Bị từ chối khi chưa tiếp nhận: không thuộc tỷ lệ nào',
      given: { dossier: { unit: 'xa-mau', state: 'refused' } },
      expect: {},
    },
    {
      name: 'Mới đăng ký, chưa tiếp nhận: không thuộc tỷ lệ nào',
      given: { dossier: { unit: 'xa-mau', state: 'new' } },
      expect: {},
    },
    {
      name: 'Nhận sau năm và đã kết thúc không rõ ngày: không thuộc năm này',
      given: { dossier: { unit: 'xa-mau', received: '2027-01-01T00:00', state: 'returned' } },
      expect: {},
    },
    {
      name: 'Tính theo ngày nhận mà không biết ngày nhận: không rõ',
      given: { dossier: { ...inTime, received: null }, choices: { 'period.membership': 'received' } },
      expect: {
        'onTime.commune': 'unknown',
        'reappointed.again': 'unknown',
        'supplement.again': 'unknown',
        online: 'unknown',
        'online.whole': 'unknown',
        post: 'unknown',
        ...NO_LETTER_KNOWN,
      },
    },
    {
      name: 'Tính theo ngày nhận thì hồ sơ nhận năm trước không thuộc năm này, dù không rõ ngày xong',
      given: { dossier: { ...carried, state: 'returned' }, choices: { 'period.membership': 'received' } },
      expect: {},
    },
    {
      name: 'Từ chối sau khi đã tiếp nhận, không biết lúc nào: không rõ có thuộc năm này không',
      given: { dossier: { ...carried, state: 'refused' } },
      expect: {
        'onTime.commune': 'unknown',
        'reappointed.again': 'unknown',
        'supplement.again': 'unknown',
        ...NO_LETTER_KNOWN,
      },
    },
    {
      name: 'Không biết đơn vị thuộc cấp nào nhưng hồ sơ còn trong hạn: không thuộc năm này',
      given: { dossier: { ...carried, unit: 'don-vi-la', promised: '2027-01-04T17:00' } },
      expect: {},
    },
    {
      name: 'Tính theo ngày trả mà đã trả không biết lúc nào: không rõ, dù biết ngày có kết quả',
      given: { dossier: { ...inTime, state: 'returned' }, choices: { 'period.membership': 'returned' } },
      expect: {
        'onTime.commune': 'unknown',
        'reappointed.again': 'unknown',
        'supplement.again': 'unknown',
        ...NO_LETTER_KNOWN,
      },
    },
    {
      name: 'Tính theo ngày trả, có kết quả mà chưa trả: không thuộc năm này',
      given: { dossier: inTime, choices: { 'period.membership': 'returned' } },
      expect: {},
    },
    {
      name: 'Tính theo ngày có kết quả, đã trả không biết lúc nào: vẫn là đúng hạn',
      given: { dossier: { ...inTime, state: 'returned' } },
      expect: { 'onTime.commune': 'numerator', ...CLEAN },
    },
  ]),
);
