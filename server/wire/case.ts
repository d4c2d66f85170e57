import * as z from 'zod';
import { TOPICS } from '#rules/surveys/reply.ts';
import { procedureCode, unitCode } from './ids.ts';

/** `new` nobody has it · `taken` somebody works on it · `answered` the reply can be read · `closed` the reply stands. */
export const caseState = z.enum(
  ['new', 'taken', 'answered', 'closed'],
  'trạng thái là new, taken, answered hoặc closed',
);
export type CaseState = z.infer<typeof caseState>;
export const caseTopic = z.enum(TOPICS);
export type CaseTopic = z.infer<typeof caseTopic>;

/** A day, or its month once the period is sealed. */
const dayOrMonth = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

export const caseLine = z.object({
  id: z.string(),
  period: z.string(),
  asked: dayOrMonth,
  due: z.iso.date(),
  late: z.boolean(),
  state: caseState,
  /** Login of who works on it. */
  owner: z.string().nullable(),
  /** The inspectorate's own: whoever else sees the line sees neither place nor topic, and cannot open it. */
  withheld: z.boolean(),
  unit: unitCode.nullable(),
  unitName: z.string().nullable(),
  topic: caseTopic.nullable(),
});
export type CaseLine = z.infer<typeof caseLine>;

export const caseList = z.object({
  cases: z.array(caseLine),
  /** Given as `after` it asks for the next page; `null` = the last one. */
  next: z.string().nullable(),
  /** Of the caller's own cases, whatever is filtered. */
  counts: z.record(caseState, z.number()),
  late: z.number(),
});
export type CaseList = z.infer<typeof caseList>;

export const caseView = caseLine.extend({
  procedure: procedureCode.nullable(),
  procedureName: z.string().nullable(),
  lang: z.enum(['vi', 'en']),
  /** In the words of the form; empty once sealed and replied to. */
  said: z.array(z.object({ question: z.string(), answer: z.string() })),
  /** Personal data already hidden. */
  comment: z.string().nullable(),
  answer: z.string().nullable(),
  answeredOn: dayOrMonth.nullable(),
  /** Last day on which the receipt shows the reply. */
  shownUntil: z.iso.date().nullable(),
  history: z.array(z.object({ on: dayOrMonth, actor: z.string(), step: z.string() })),
  /** Sent back with a change, so that no two people change the same case unseen. */
  revision: z.number(),
});
export type CaseView = z.infer<typeof caseView>;

const revision = z.int().min(0);
export const caseMove = z.strictObject({ revision });
export const caseAnswer = z.strictObject({
  revision,
  /** What the citizen reads; personal data is hidden before it is stored. */
  answer: z.string().trim().min(10, 'câu trả lời ít nhất 10 ký tự').max(2000, 'câu trả lời dài quá 2.000 ký tự'),
});
export type CaseAnswer = z.infer<typeof caseAnswer>;

export const caseSettings = z.strictObject({
  /** Working days from the day of asking to the reply. */
  replyDays: z.int('số ngày là số nguyên').min(1, 'ít nhất 1 ngày').max(60, 'nhiều nhất 60 ngày'),
});
export type CaseSettings = z.infer<typeof caseSettings>;

/** What a receipt shows of the reply asked for with it. */
export const caseReply = z.object({
  by: z.iso.date(),
  /** `null` = not replied to yet. */
  answer: z.string().nullable(),
  answeredOn: dayOrMonth.nullable(),
  until: z.iso.date().nullable(),
});
export type CaseReply = z.infer<typeof caseReply>;
