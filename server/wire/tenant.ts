import * as z from 'zod';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Choices } from '#rules/choices.ts';
import { POINTS_RULESETS } from '#rules/rulesets/index.ts';
import { choices } from './choices.ts';
import { isoDate, tenantId } from './ids.ts';
import { officeHours } from './office-hours.ts';

/** The province's own decision on how offices are judged; `to` is the day after its last day, or `null`. */
const decision = z
  .strictObject({
    act: z.string().trim().min(1, 'cần số, ngày và cơ quan ban hành').max(200),
    ruleset: z.enum(
      POINTS_RULESETS.map(({ id }) => id),
      'chọn một bộ quy tắc cho điểm',
    ),
    from: isoDate,
    to: isoDate.nullable(),
  })
  .refine(({ from, to }) => to === null || to > from, {
    path: ['to'],
    message: 'ngày hết hiệu lực phải sau ngày có hiệu lực',
  });

/** What a province settles for itself. Choices left out keep their defaults. */
export const tenantRequest = z.strictObject({
  name: z.string().trim().min(1, 'cần tên tỉnh').max(120),
  decision: decision.nullable(),
  hours: officeHours,
  choices,
});

export const tenant = z.object({
  tenant: tenantId,
  name: z.string(),
  decision: decision.nullable(),
  hours: z.custom<OfficeHours>(),
  choices: z.custom<Choices>(),
});
export type Tenant = z.infer<typeof tenant>;
