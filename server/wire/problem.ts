import * as z from 'zod';

/** Every refusal. `message` is Vietnamese for people; `code` and `issues[].path` are for programs. */
export const problem = z.object({
  code: z.string(),
  message: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** One item of a batch: stored now, changed, already stored as sent, or refused without touching the others. */
export const outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('created'), id: z.string() }).loose(),
  z.object({ outcome: z.literal('updated'), id: z.string() }).loose(),
  z.object({ outcome: z.literal('repeated'), id: z.string() }).loose(),
  z.object({
    outcome: z.literal('refused'),
    id: z.string().nullable(),
    status: z.number(),
    problem,
    /** In how many seconds the same may be sent again: of an item what `Retry-After` is of a call. */
    retryAfter: z.int().min(1).optional(),
  }),
]);
export type Outcome = z.infer<typeof outcome>;

/** What a batch is answered with: one outcome an item, in their order. */
export const outcomes = z.object({ outcomes: z.array(outcome) });

export const MAX_BATCH = 500;
