import * as z from 'zod';
import { procedureCode } from './ids.ts';

const HALF_DAYS = 'chỉ nhận nửa ngày hoặc cả ngày';

/** One administrative procedure as the province lists it; what is not known is `null`. */
export const procedure = z.strictObject({
  procedure: procedureCode,
  name: z.string().trim().min(1, 'cần tên thủ tục').max(500),
  sector: z.string().trim().min(1).max(160).nullable(),
  /** Working days the law allows; half a day is 0.5. */
  limitDays: z
    .number('cần một số ngày')
    .min(0)
    .max(3650)
    .multipleOf(0.5, HALF_DAYS)
    // Written with an exponent, 1e-30 passes for a multiple of 0.5.
    .refine((days) => Number.isInteger(days * 2), HALF_DAYS)
    .nullable(),
});
export type Procedure = z.infer<typeof procedure>;
