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
  ]),
);

const received = { unit: 'so-mau', received: '2026-03-02T08:00', promised: '2027-01-05T17:00' } as const;

export const PAR_CHANNELS = group<ParGiven, ParTold>(
  'Tỷ lệ cải cách hành chính: cách nộp',
  parTold,
  parRows(PAR, [
    {
      name: 'Nộp trực tuyến thủ tục toàn trình',
      given: { dossier: { ...received, channel: 'online', procedure: '1.000001' } },
      expect: { online: 'numerator', 'online.whole': 'numerator', post: 'rest' },
    },
    {
      name: 'Nộp tại quầy thủ tục toàn trình: ở mẫu số của cả ba',
      given: { dossier: { ...received, channel: 'counter', procedure: '1.000001' } },
      expect: { online: 'rest', 'online.whole': 'rest', post: 'rest' },
    },
    {
      name: 'Nộp trực tuyến thủ tục không toàn trình: không vào tỷ lệ toàn trình',
      given: { dossier: { ...received, channel: 'online', procedure: '1.000002' } },
      expect: { online: 'numerator', post: 'rest' },
    },
    {
      name: 'Không biết thủ tục có toàn trình hay không: không rõ',
      given: { dossier: { ...received, channel: 'online', procedure: '1.000003' } },
      expect: { online: 'numerator', 'online.whole': 'unknown', post: 'rest' },
    },
    {
      name: 'Không ghi thủ tục: không rõ có toàn trình hay không',
      given: { dossier: { ...received, channel: 'online' } },
      expect: { online: 'numerator', 'online.whole': 'unknown', post: 'rest' },
    },
    {
      name: 'Nộp qua bưu chính',
      given: { dossier: { ...received, channel: 'post', procedure: '1.000002' } },
      expect: { online: 'rest', post: 'numerator' },
    },
    {
      name: 'Không rõ cách nộp thì không ở tử số, không ở mẫu số',
      given: { dossier: { ...received, procedure: '1.000001' } },
      expect: { online: 'unknown', 'online.whole': 'unknown', post: 'unknown' },
    },
    {
      name: 'Nhận phút đầu tiên của năm là trong năm',
      given: { dossier: { ...received, received: '2026-01-01T00:00', channel: 'post', procedure: '1.000002' } },
      expect: { online: 'rest', post: 'numerator' },
    },
    {
      name: 'Nhận phút cuối cùng của năm trước là ngoài năm',
      given: { dossier: { ...received, received: '2025-12-31T23:59', channel: 'post' } },
      expect: {},
    },
    {
      name: 'Nhận phút cuối cùng của năm là trong năm',
      given: { dossier: { ...received, received: '2026-12-31T23:59', channel: 'post', procedure: '1.000002' } },
      expect: { online: 'rest', post: 'numerator' },
    },
    {
      name: 'Nhận phút đầu tiên của năm sau là ngoài năm',
      given: { dossier: { ...received, received: '2027-01-01T00:00', channel: 'post' } },
      expect: {},
    },
  ]),
);
