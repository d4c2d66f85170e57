import * as z from 'zod';

const stage = z.enum(['submitted', 'returned']);

/** A survey as served: all that a form of any language needs. Options carry no facts and no points. */
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
      options: z.array(
        z.object({
          code: z.string(),
          /** Offered only where no dossier stands behind the answers, which then belong to this stage. */
          becomes: stage.optional(),
        }),
      ),
      maxLength: z.number().optional(),
    }),
  ),
  stages: z.partialRecord(stage, z.array(z.string())),
  /** After one of these answers the form asks whether a reply is wanted. */
  reply: z.array(z.object({ question: z.string(), when: z.array(z.string()) })).optional(),
  words: z.record(z.string(), z.string()),
});
export type ServedSurvey = z.infer<typeof servedSurvey>;
