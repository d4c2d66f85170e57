import * as z from 'zod';
import { unitCode } from './ids.ts';

/** GET /v1/periods/:id/progress — how far the computation of a period has come. */
export const periodProgress = z.object({
  /**
   * `idle`: nothing is computed and nothing was left half-way. `dossiers` and then `answers` are counted; `writing` is the last step.
   * `stopped`: whoever computed stopped half-way; asking for the same act again goes on from there.
   */
  state: z.enum(['idle', 'dossiers', 'answers', 'writing', 'stopped']),
  done: z.int(),
  of: z.int(),
  /** The unit whose dossiers are being scored. */
  unit: unitCode.nullable(),
  startedAt: z.string().nullable(),
});
export type PeriodProgress = z.infer<typeof periodProgress>;
