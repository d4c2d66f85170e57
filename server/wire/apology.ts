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

/** A letter that was put on record by mistake, by dossier and time of sending. */
export const apologyWithdrawal = z.strictObject({
  dossier: dossierCode,
  sent: localTime,
  /** For whoever reads the log later. No personal data. */
  reason: z.string().trim().min(10, 'ghi lý do ít nhất 10 ký tự').max(300),
});
export type ApologyWithdrawal = z.infer<typeof apologyWithdrawal>;

/** GET /v1/apologies?dossier= — the dates of one dossier and its letters, in order of sending. */
export const apologies = z.object({
  dossier: dossierCode,
  promised: localTime.nullable(),
  /** New dates on record, by letters or by the back office; `null` = not known. */
  reappointed: z.array(localTime).nullable(),
  letters: z.array(apology),
});
export type Apologies = z.infer<typeof apologies>;
