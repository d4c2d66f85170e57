import * as z from 'zod';
import { caseReply } from './case.ts';
import { isoDate, unitCode } from './ids.ts';

/** GET /v1/receipts/:receipt/export — everything stored of one answer, for its giver, in codes and in the words of the form. */
export const receiptExport = z.object({
  exportedOn: isoDate,
  receipt: z.string(),
  id: z.string(),
  office: z.string(),
  unit: unitCode,
  unitName: z.string(),
  procedure: z.string().nullable(),
  period: z.string(),
  day: isoDate,
  stage: z.enum(['submitted', 'returned']),
  channel: z.string(),
  lang: z.enum(['vi', 'en']),
  /** What stands behind the answer: a link of the portal, of an officer, or none. */
  proof: z.string(),
  /** Who filled the form in, as told. */
  assisted: z.string().nullable(),
  /** How that person and the respondent met, and the code of the officer it was. */
  way: z.string().nullable(),
  helper: z.string().nullable(),
  survey: z.string(),
  version: z.int(),
  answers: z.array(z.object({ question: z.string(), text: z.string(), answer: z.string(), answerText: z.string() })),
  comment: z.string().nullable(),
  editableUntil: isoDate,
  /** A keyed hash keeps one answer for each dossier; the code itself is not stored with it. */
  linkedToDossier: z.boolean(),
  reply: caseReply.nullable(),
});
export type ReceiptExport = z.infer<typeof receiptExport>;
