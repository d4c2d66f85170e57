import * as z from 'zod';
import { clientId, dossierCode, isoDate, officerCode, periodId, unitCode } from './ids.ts';

const indicator = z.int().min(1).max(9);
const words = (least: number) => z.string().trim().min(least, `ghi ít nhất ${least} ký tự`).max(1000);

/** What an officer or a unit holds against a result that is closed and not sealed. No personal data: it is hidden before storing. */
export const objectionRequest = z.strictObject({
  id: clientId,
  period: periodId,
  unit: unitCode,
  /** Whose result it is about; an officer objects for himself alone. */
  officer: officerCode.optional(),
  dossier: dossierCode.optional(),
  indicator: indicator.optional(),
  text: words(10),
});
export type ObjectionRequest = z.infer<typeof objectionRequest>;

export const objectionState = z.enum(['new', 'accepted', 'declined']);
export type ObjectionState = z.infer<typeof objectionState>;

/** The answer to one objection. */
export const objectionAnswer = z
  .strictObject({
    state: z.enum(['accepted', 'declined'], 'kết luận là accepted (chấp nhận) hoặc declined (không chấp nhận)'),
    answer: words(10),
    /** What was changed because of it: a dossier's date, a declared fact, an appraisal. */
    changed: words(10).optional(),
  })
  .refine(({ state, changed }) => (state === 'accepted') === (changed !== undefined), {
    path: ['changed'],
    message: 'chấp nhận thì ghi đã sửa gì; không chấp nhận thì để trống',
  });
export type ObjectionAnswer = z.infer<typeof objectionAnswer>;

/** Who answers; `null` = nobody yet. */
export const objectionOwner = z.strictObject({ owner: z.string().trim().min(1).max(60).nullable() });

export const objection = z.object({
  id: clientId,
  period: periodId,
  unit: unitCode,
  officer: officerCode.nullable(),
  dossier: dossierCode.nullable(),
  indicator: indicator.nullable(),
  text: z.string(),
  state: objectionState,
  raisedBy: z.string(),
  raisedAt: z.string(),
  /** Last day for the answer. */
  due: isoDate,
  owner: z.string().nullable(),
  answer: z.string().nullable(),
  changed: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type Objection = z.infer<typeof objection>;

/** GET /v1/objections?period=&state=&after= — by id; `next` goes into `after`, `null` = the last page. */
export const objectionsPage = z.object({
  objections: z.array(objection),
  /** Where the time for an answer comes from, ready to print. */
  dueCite: z.string(),
  next: z.string().nullable(),
});
export type ObjectionsPage = z.infer<typeof objectionsPage>;

/** GET /v1/objections/periods — no figure, only when there is something to object to. */
export const objectionPeriods = z.object({
  periods: z.array(
    z.object({ period: periodId, label: z.string(), from: isoDate, lastDay: isoDate, takes: z.boolean() }),
  ),
});
export type ObjectionPeriods = z.infer<typeof objectionPeriods>;
