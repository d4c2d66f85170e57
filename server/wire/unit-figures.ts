import * as z from 'zod';
import { publicUnit } from './results.ts';

/**
 * GET /v1/devices/figures — what the browser of a unit may say of its citizens' answers: how many the open period has received, and
 * what the public reads of the newest published period. Nothing in between: a running share would move with one person's answer.
 */
export const unitFigures = z.object({
  /** `null` = no period is open. */
  open: z.object({ label: z.string(), received: z.int() }).nullable(),
  /** `null` = nothing is public, or not of this unit. */
  published: publicUnit
    .pick({ hidden: true, gradeLabel: true, responses: true, satisfactionShare: true })
    .extend({ label: z.string(), url: z.string() })
    .nullable(),
});
export type UnitFigures = z.infer<typeof unitFigures>;
