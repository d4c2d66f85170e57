import { group } from './case.ts';
import {
  CLEAN,
  inTime,
  LATE_COMMUNE,
  NO_LETTER_KNOWN,
  overdue,
  type ParGiven,
  type ParTold,
  parRows,
  parTold,
} from './par-told.ts';

const LATE = 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP';

export const PAR_APOLOGY = group<ParGiven, ParTold>(
  'Tỷ lệ cải cách hành chính: xin lỗi, hẹn lại, bổ sung',
  parTold,
  parRows(LATE, [
    {
      name: 'Trễ hẹn, thư gửi một ngày trước ngày hẹn: kịp thời',
      given: { dossier: overdue, acts: { apologies: ['2026-01-11T08:00'] } },
      expect: { ...LATE_COMMUNE, 'apology.inTime': 'numerator', 'apology.sent': 'numerator' },
    },
    {
      name: 'Trễ hẹn, thư gửi trong ngày hẹn: có gửi nhưng không kịp thời',
      given: { dossier: overdue, acts: { apologies: ['2026-01-12T08:00'] } },
      expect: { ...LATE_COMMUNE, 'apology.inTime': 'rest', 'apology.sent': 'numerator' },
    },
    {
      name: 'Trễ hẹn, ghi nhận là không có thư: không ở tử số',
      given: { dossier: overdue, acts: { apologies: [] } },
      expect: { ...LATE_COMMUNE, 'apology.inTime': 'rest', 'apology.sent': 'rest' },
    },
    {
      name: 'Trễ hẹn, dữ liệu không ghi thư: không rõ, không phải là không có',
      given: { dossier: overdue, acts: {} },
      expect: { ...LATE_COMMUNE, ...NO_LETTER_KNOWN },
    },
    {
      name: 'Không trễ hẹn thì có thư cũng không tính',
      given: { dossier: inTime, acts: { apologies: ['2026-01-11T08:00'] } },
      expect: { 'onTime.commune': 'numerator', ...CLEAN },
    },
    {
      name: 'So với thời hạn luật thì đúng hạn, nhưng trễ ngày hẹn: vẫn phải có thư',
      given: {
        dossier: { ...overdue, limitDays: 30 },
        acts: { apologies: ['2026-01-11T08:00'] },
        choices: { compareWith: 'legal' },
      },
      expect: {
        'onTime.commune': 'numerator',
        ...CLEAN,
        'apology.inTime': 'numerator',
        'apology.sent': 'numerator',
      },
    },
    {
      name: 'Hẹn lại một lần là trong quy định',
      given: { dossier: { ...inTime, reappointed: ['2026-01-20T17:00'] } },
      expect: { 'onTime.commune': 'numerator', ...CLEAN },
    },
    {
      name: 'Hẹn lại hai lần là quá quy định',
      given: { dossier: { ...inTime, reappointed: ['2026-01-20T17:00', '2026-01-27T17:00'] } },
      expect: { ...CLEAN, 'onTime.commune': 'numerator', 'reappointed.again': 'numerator' },
    },
    {
      name: 'Danh sách không cho biết ngày hẹn lại thì không kết luận',
      given: { dossier: { ...inTime, reappointed: null } },
      expect: { 'onTime.commune': 'numerator', ...CLEAN, 'reappointed.again': 'unknown' },
    },
    {
      name: 'Yêu cầu bổ sung một lần là trong quy định',
      article: 'Điều 17 NĐ 309/2026/NĐ-CP',
      given: { dossier: { ...inTime, supplements: 1 } },
      expect: { 'onTime.commune': 'numerator', ...CLEAN },
    },
    {
      name: 'Yêu cầu bổ sung hai lần là quá quy định',
      article: 'Điều 17 NĐ 309/2026/NĐ-CP',
      given: { dossier: { ...inTime, supplements: 2 } },
      expect: { ...CLEAN, 'onTime.commune': 'numerator', 'supplement.again': 'numerator' },
    },
    {
      name: 'Không biết số lần yêu cầu bổ sung: không rõ',
      article: 'Điều 17 NĐ 309/2026/NĐ-CP',
      given: { dossier: { ...inTime, supplements: null } },
      expect: { ...CLEAN, 'onTime.commune': 'numerator', 'supplement.again': 'unknown' },
    },
  ]),
);
