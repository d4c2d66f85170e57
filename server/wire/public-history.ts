import * as z from 'zod';
import { periodId, unitCode } from './ids.ts';
import { period } from './results.ts';

/** Published periods of one kind, oldest first, and the units that all of them show. */
const series = z.object({
  kind: z.enum(['quarter', 'year', 'custom']),
  periods: z.array(period.extend({ snapshot: z.string() })),
  units: z.array(
    z.object({
      unit: unitCode,
      name: z.string(),
      level: z.enum(['province', 'district', 'commune']),
      /** In the order of `periods`; tenths. */
      results: z.array(
        z.object({
          period: periodId,
          total: z.int().nullable(),
          max: z.int().nullable(),
          missing: z.array(z.int()),
          gradeLabel: z.string().nullable(),
          responses: z.int().nullable(),
          low: z.int().nullable(),
          high: z.int().nullable(),
        }),
      ),
    }),
  ),
});
export type HistorySeries = z.infer<typeof series>;

/** GET /v1/public/history?tenant= — a unit that any period of a series hides is in none of its lines. */
export const publicHistory = z.object({
  tenant: z.string(),
  tenantName: z.string(),
  watermark: z.string().nullable(),
  series: z.array(series),
});
export type PublicHistory = z.infer<typeof publicHistory>;
