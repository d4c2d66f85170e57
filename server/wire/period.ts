import * as z from 'zod';
import { choices } from './choices.ts';
import { isoDate, periodId } from './ids.ts';

/** Opens a period. The ruleset is the one in force on its last day; `decision` names the provincial text that keeps it. */
export const periodRequest = z
  .strictObject({
    period: periodId,
    kind: z.enum(['quarter', 'year', 'custom']),
    from: isoDate,
    lastDay: isoDate,
  })
  .refine((p) => p.from <= p.lastDay, { path: ['lastDay'], message: 'ngày cuối kỳ phải từ ngày đầu kỳ trở đi' });
export type PeriodRequest = z.infer<typeof periodRequest>;

/** Printed beside what it explains, so a word or two will not do. */
const reason = z.string().trim().min(10, 'lý do cần ít nhất 10 ký tự').max(500, 'lý do dài tối đa 500 ký tự');

/** The snapshot the caller looked at: sent twice it is done once, and what another did meanwhile is not gone over. */
const of = z.string().min(1).max(60).optional();

/** Choices that would differ from those the period is scored by. */
const otherwise = {
  choices: choices.optional(),
  /**
   * `sums`: from the sums of the current snapshot, only for choices that act on results alone; `records`: every dossier is scored
   * anew, with what was corrected meanwhile. Absent = `sums` where choices are named and it can be done.
   */
  from: z.enum(['sums', 'records']).optional(),
};
export const rescorePreviewRequest = z.strictObject(otherwise);
export type RescorePreviewRequest = z.infer<typeof rescorePreviewRequest>;
export const rescoreRequest = z.strictObject({ reason, of, ...otherwise });
export type RescoreRequest = z.infer<typeof rescoreRequest>;

/** Why the period is opened again, or its figures are taken away from the public. */
export const reasonRequest = z.strictObject({ reason });
export type ReasonRequest = z.infer<typeof reasonRequest>;

/** Why figures that do not add up are shown all the same; printed beside them. */
const faultReason = reason.optional();

/** `erratum` is printed for the public beside the figures it is about; plain text, personal data in it is hidden. */
export const correctRequest = z.strictObject({
  reason,
  of,
  erratum: z.string().trim().min(10, 'đính chính cần ít nhất 10 ký tự').max(2000, 'đính chính dài tối đa 2.000 ký tự'),
  /** Asked for where the period is published. */
  faultReason,
});
export type CorrectRequest = z.infer<typeof correctRequest>;

/** Why a result is made final that records on file have moved on from; printed beside it. */
export const sealRequest = z.strictObject({ movedReason: reason.optional() });
export type SealRequest = z.infer<typeof sealRequest>;

export const publishRequest = z.strictObject({
  /** Shown only from this instant on (UTC, `2027-01-15T01:00:00Z`); absent = at once. */
  publishAt: z.iso.datetime('thời điểm dạng 2027-01-15T01:00:00Z').optional(),
  faultReason,
});
export type PublishRequest = z.infer<typeof publishRequest>;

/** Advice of the check as it was read, and why it is left as it is. */
export const acknowledgeRequest = z.strictObject({
  code: z.string().min(1).max(60),
  message: z.string().min(1).max(2000),
  reason,
});
export type AcknowledgeRequest = z.infer<typeof acknowledgeRequest>;
