import * as z from 'zod';
import { unitCode } from './ids.ts';
import { period, snapshot } from './results.ts';

/** How many forms gave each answer to one question; an unanswered question is in none of its options. */
const question = z.object({
  survey: z.string(),
  question: z.string(),
  text: z.string(),
  options: z.array(z.object({ option: z.string(), text: z.string(), n: z.int() })),
});
export type QuestionCounts = z.infer<typeof question>;

/** A unit as the public sees its answers; a hidden one has no question. */
export const unitDistribution = z.object({
  unit: unitCode,
  name: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  hidden: z.boolean(),
  questions: z.array(question),
});
export type UnitDistribution = z.infer<typeof unitDistribution>;

/** A procedure with at least 5 forms; the others are not listed, whether or not anybody answered for them. */
export const procedureDistribution = z.object({
  procedure: z.string(),
  name: z.string().nullable(),
  questions: z.array(question),
});
export type ProcedureDistribution = z.infer<typeof procedureDistribution>;

/**
 * GET /v1/public/periods/:id/distributions?tenant= — answers of stage `returned` in two families that are never crossed.
 * `units` counts official evidence; `procedures` every form that names its procedure.
 */
export const distributions = z.object({
  tenant: z.string(),
  tenantName: z.string(),
  watermark: z.string().nullable(),
  period,
  snapshot,
  units: z.array(unitDistribution),
  procedures: z.array(procedureDistribution),
});
export type Distributions = z.infer<typeof distributions>;
