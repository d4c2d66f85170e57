import * as z from 'zod';
import { isoDate, unitCode } from './ids.ts';

/** One graded node of the province's tree. */
export const unit = z.object({
  unit: unitCode,
  name: z.string(),
  parent: unitCode.nullable(),
  level: z.enum(['province', 'district', 'commune']),
  from: isoDate,
  /** Day after the last day, or `null`. */
  to: isoDate.nullable(),
});
export type Unit = z.infer<typeof unit>;
