import * as z from 'zod';
import { figure } from './figure.ts';
import { periodId, unitCode } from './ids.ts';

/** POST /v1/samples — the number is drawn in public after the close, e.g. the last digits of a lottery of a named day. */
export const sampleRequest = z.strictObject({
  period: periodId,
  number: z
    .string()
    .trim()
    .regex(/^\d{4,12}$/, 'số gồm 4–12 chữ số'),
  /** Where and when it was drawn, for whoever checks it. No personal data. */
  source: z.string().trim().min(10, 'ghi nơi và ngày lấy số, ít nhất 10 ký tự').max(200),
});
export type SampleRequest = z.infer<typeof sampleRequest>;

export const sampleQuery = z.object({ period: periodId, unit: unitCode.optional() });

/** What is published of a list; never a code. */
export const publishedSample = z.object({
  number: z.string(),
  source: z.string(),
  /** Of all it was drawn from, unit by unit. */
  frameHash: z.string(),
  seed: z.string(),
  listHash: z.string(),
  size: z.int(),
  whole: z.int(),
  at: z.string(),
});
export type PublishedSample = z.infer<typeof publishedSample>;

/** One indicator and two sides: ids `agreement/<scope>/<pair>/<indicator>/<what>`; a value that is `null` says why. */
export const agreementRow = z.object({
  pair: z.enum(['selfAppraised', 'computedAppraised', 'selfComputed']),
  indicator: z.int().min(1).max(9),
  label: z.string(),
  n: z.int(),
  agree: figure,
  higher: figure,
  lower: figure,
  difference: figure,
  /** Thousandths. */
  kappa: figure,
});
export type AgreementRow = z.infer<typeof agreementRow>;

export const stratum = z.enum([
  'late/above',
  'late/notAbove',
  'late/none',
  'onTime/above',
  'onTime/notAbove',
  'onTime/none',
]);

/** GET /v1/samples?period=&unit= — the list that counts with how far it is, those before it, and how far the sides agree. */
export const samplesView = z.object({
  period: periodId,
  /** Whether a list can be drawn now: closed, not sealed, not made of quarters. */
  drawable: z.boolean(),
  /** Whether points can still be given. */
  givable: z.boolean(),
  sample: publishedSample.extend({ sample: z.int(), snapshot: z.string(), by: z.string(), done: z.int() }).nullable(),
  earlier: z.array(publishedSample.pick({ number: true, at: true, size: true }).extend({ sample: z.int() })),
  units: z.array(z.object({ unit: unitCode, name: z.string(), size: z.int(), done: z.int() })),
  /** `null` = all the reader sees. */
  unit: unitCode.nullable(),
  strata: z.array(z.object({ stratum, size: z.int(), done: z.int() })),
  /** Of the chosen unit alone. Whoever may give points is told neither the stratum nor the order drawn in until they are given. */
  dossiers: z.array(
    z.object({ code: z.string(), stratum: stratum.nullable(), place: z.int().nullable(), done: z.boolean() }),
  ),
  /** Of the dossiers in sight that were given points. */
  agreement: z.array(agreementRow),
  /** Points changed after the other columns were shown; they are not in the agreement. */
  changed: z.int(),
  kappaNote: z.string(),
});
export type SamplesView = z.infer<typeof samplesView>;
