import * as z from 'zod';

const months = (least: number, most: number) =>
  z.int().min(least, `ít nhất ${least} tháng`).max(most, `nhiều nhất ${most} tháng`);

/** What a province settles about the data it keeps. */
export const privacyRequest = z.strictObject({
  /** Plain text; `null` = the words of the form. */
  notice: z.string().trim().min(50, 'ghi ít nhất 50 ký tự').max(4000, 'nhiều nhất 4.000 ký tự').nullable(),
  commentMonths: months(1, 120),
  dossierMonths: months(12, 600),
});
export type PrivacyRequest = z.infer<typeof privacyRequest>;

export const privacySettings = privacyRequest.extend({
  /** UTC instant since which the notice holds; `null` = nothing was ever settled. */
  since: z.string().nullable(),
  /** What the form says where the province has no words of its own. */
  standard: z.string(),
});
export type PrivacySettings = z.infer<typeof privacySettings>;

/** GET /v1/public/tenants/:tenant/privacy — as shown beside every form. */
export const publicPrivacy = z.object({ tenant: z.string(), office: z.string(), text: z.string() });
export type PublicPrivacy = z.infer<typeof publicPrivacy>;
