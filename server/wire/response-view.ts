import * as z from 'zod';
import { caseReply } from './case.ts';
import { clientId, isoDate, procedureCode, unitCode } from './ids.ts';
import { channel } from './response.ts';

/** What a receipt opens: one's own answers as stored. */
export const responseView = z.object({
  id: clientId,
  receipt: z.string(),
  unit: unitCode,
  procedure: procedureCode.nullable(),
  survey: z.string(),
  version: z.number(),
  stage: z.enum(['submitted', 'returned']),
  channel,
  lang: z.enum(['vi', 'en']),
  day: isoDate,
  answers: z.record(z.string(), z.string()),
  /** Personal data already hidden. */
  comment: z.string().nullable(),
  editableUntil: isoDate,
  /** Whether PUT and DELETE still work: the last day may come later than the close of the period. */
  editable: z.boolean(),
  /** The reply asked for; `null` = none was. */
  reply: caseReply.nullable(),
});
export type ResponseView = z.infer<typeof responseView>;

/** What a receipt still opens once its period is sealed: the reply asked for, until 90 days after it was given. */
export const repliedView = z.object({ receipt: z.string(), unit: unitCode, reply: caseReply });
export type RepliedView = z.infer<typeof repliedView>;
