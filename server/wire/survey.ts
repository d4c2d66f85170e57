import * as z from 'zod';

const stage = z.enum(['submitted', 'returned']);

/** A survey as served: codes, order and words in one language. Options carry no facts and no points. */
export const servedSurvey = z.object({
  id: z.string(),
  version: z.number(),
  lang: z.enum(['vi', 'en']),
  questions: z.array(
    z.object({
      code: z.string(),
      kind: z.enum(['choice', 'text']),
      required: z.boolean().optional(),
      followUp: z.object({ of: z.string(), when: z.array(z.string()) }).optional(),
      /** Asked in the place of this question where the channel is known to be online. */
      insteadOf: z.string().optional(),
      options: z.array(z.string()),
      maxLength: z.number().optional(),
    }),
  ),
  stages: z.partialRecord(stage, z.array(z.string())),
  words: z.record(z.string(), z.string()),
});
export type ServedSurvey = z.infer<typeof servedSurvey>;
