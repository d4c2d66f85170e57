import * as z from 'zod';
import { dossierCode, localTime } from './ids.ts';

/** Why a result is late, as a code; the letter itself is not kept. */
export const apologyReason = z.enum(
  ['coordination', 'verification', 'workload', 'system', 'other'],
  'lý do là coordination, verification, workload, system hoặc other',
);
export type ApologyReason = z.infer<typeof apologyReason>;

/** One letter of apology (NĐ 118/2025/NĐ-CP Điều 19 khoản 6): when it went out and the date it promises instead. */
export const apology = z
  .strictObject({
    dossier: dossierCode,
    sent: localTime,
    /** The new promised time; `null` = the letter names none. */
    promised: localTime.nullable().default(null),
    reason: apologyReason,
  })
  .refine(({ sent, promised }) => promised === null || promised > sent, {
    path: ['promised'],
    message: 'ngày hẹn lại phải sau khi gửi văn bản xin lỗi',
  });
export type Apology = z.infer<typeof apology>;
