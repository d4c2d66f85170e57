import * as z from 'zod';
import { clientId } from './ids.ts';

/** What came of the offer so far: nothing yet, the officer left the batch as it was, or asked for a sample. */
export const secondLookAnswer = z.enum(['none', 'kept', 'looked']);
export type SecondLookAnswer = z.infer<typeof secondLookAnswer>;

/** An officer confirmed a batch of self-scores very fast and was offered a second look. Sent anew under its id when he answers. */
export const secondLook = z.strictObject({
  id: clientId,
  /** Self-scores of the batch. */
  confirmed: z.int().min(1).max(500),
  /** Between the list coming up and its confirmation. */
  seconds: z.int().min(0).max(86_400),
  answer: secondLookAnswer,
  /** Dossiers of the sample that were opened. */
  opened: z.int().min(0).max(10),
});
export type SecondLook = z.infer<typeof secondLook>;

/** Offers of one officer in a period. `confirmed` = self-scores in all of these batches. */
const secondLookCount = z.object({
  unit: z.string(),
  officer: z.string(),
  offered: z.int(),
  kept: z.int(),
  looked: z.int(),
  unanswered: z.int(),
  confirmed: z.int(),
  opened: z.int(),
});
export type SecondLookCount = z.infer<typeof secondLookCount>;

/** GET /v1/self-scores/second-looks */
export const secondLooks = z.object({ period: z.string(), officers: z.array(secondLookCount) });
export type SecondLooks = z.infer<typeof secondLooks>;
