import * as z from 'zod';
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
