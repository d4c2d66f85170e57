import * as z from 'zod';

/** One entry of the audit log; `detail` is JSON, cut where it is long. */
export const auditLine = z.object({
  seq: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

/** Newest first; `next` = the `before` of the page that follows, `null` on the last one. */
export const auditPage = z.object({ entries: z.array(auditLine), next: z.int().nullable() });
export type AuditPage = z.infer<typeof auditPage>;

export const auditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  actor: z.string().max(120).optional(),
  /** First part of an action, `period`, or a whole one, `period.seal`. */
  action: z
    .string()
    .regex(/^[a-z-]{1,40}(\.[a-z.-]{1,40})?$/, 'chỉ gồm chữ thường, gạch và chấm')
    .optional(),
});

export const auditVerifyRequest = z.strictObject({
  /** Printed on a report, at least its first 12 digits: the log must still hold an entry with it. */
  head: z
    .string()
    .regex(/^[0-9a-f]{12,64}$/, 'cần từ 12 đến 64 chữ số 0–9, a–f, như in trên báo cáo')
    .optional(),
});

/** What came of walking the whole chain. */
export const auditVerdict = z.object({
  entries: z.int(),
  head: z.string(),
  /** First entry that does not follow, `null` = every one does. */
  brokenAt: z.int().nullable(),
  /** Whether the hash asked for is in the log; `null` = none was asked for. */
  headFound: z.boolean().nullable(),
  /** Snapshots whose content is no longer what was hashed at the close. */
  changedSnapshots: z.array(z.string()),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;
