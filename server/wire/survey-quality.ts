import * as z from 'zod';
import { figure } from './figure.ts';
import { unitCode } from './ids.ts';
import { channel, lang, proof } from './response.ts';
import { period } from './results.ts';

/** Forms of one channel or proof among all forms; `value` null = fewer than 5, or told by the others. */
const part = <Key extends z.ZodType>(key: Key) => z.object({ key, figure });

const question = z.object({
  survey: z.string(),
  question: z.string(),
  /** As it was asked, Vietnamese. */
  text: z.string(),
  n: z.int(),
  options: z.array(z.object({ option: z.string(), text: z.string(), figure })),
});
export type QualityQuestion = z.infer<typeof question>;

/** Where forms were left, or sent back for an answer: of all forms begun, and of all sent back. */
const stop = z.object({ survey: z.string(), question: z.string(), text: z.string(), figure });
export type QualityStop = z.infer<typeof stop>;

const funnelLine = z.object({
  channel,
  /** Openings of links by this channel; a link opened twice is two. `null` value = fewer than 5. */
  opened: figure,
  /** Sent, or left with an answer in them. */
  started: figure,
  sent: figure,
});

const misread = z.object({
  survey: z.string(),
  /** 1 = the first wording of that form. */
  version: z.int(),
  /** `null` = contacts nobody recorded, of whatever indicator. */
  indicator: z.int().nullable(),
  figure,
  because: z.string(),
  cite: z.string(),
});
export type QualityMisread = z.infer<typeof misread>;

/** One channel or proof beside all others together; ids `quality/all/<part>-<key>-<what>`. */
const effect = z.object({
  part: z.enum(['channel', 'proof']),
  key: z.union([channel, proof]),
  /** The satisfied among those who answered through it, and among all others. */
  share: figure,
  others: figure,
  /** Tenths of a percent, with Newcombe's interval. */
  difference: figure,
});
export type QualityEffect = z.infer<typeof effect>;

export const qualityQuery = z.object({ unit: unitCode.optional() });

/**
 * GET /v1/periods/:period/survey-quality — how the forms of a closed period fared: nothing of a unit, channel or form of which there are
 * fewer than 5.
 */
export const surveyQuality = z.object({
  period,
  /** `null` = the whole province, or all its reader sees. */
  unit: unitCode.nullable(),
  /** `null` = the period is not closed: shares wait until then. */
  quality: z
    .object({
      /** `quality/<scope>/forms`. */
      forms: figure,
      /** Units of which nothing is told: fewer than 5 forms came in of each survey, or none. */
      fewUnits: z.int(),
      /** Official forms of the dossiers of the period. */
      rate: figure,
      units: z.array(z.object({ unit: unitCode, name: z.string(), figure })),
      channels: z.array(part(channel)),
      proofs: z.array(part(proof)),
      /** Of the whole province; `null` = not counted, or fewer than 5 forms in one of them. */
      languages: z.array(part(lang)).nullable(),
      /** Of the whole province; empty where fewer than two may be told, and for one unit: that would open single people. */
      effects: z.array(effect),
      /** Of the whole province: the satisfied share as answers came, and with each procedure weighing its dossiers; `coverage` of dossiers. */
      byMix: z.object({ plain: figure, weighted: figure, coverage: figure }),
      questions: z.array(question),
      /** Links made in the days of the period. */
      invited: figure,
      funnel: z.array(funnelLine),
      left: z.array(stop),
      faults: z.array(stop),
      /** Seconds between which the median of the time from first answer to sending lies; `null` = told of fewer than 5. */
      pace: z.object({ low: z.int(), high: z.int().nullable(), n: z.int() }).nullable(),
      /** Of the whole province. */
      misread: z.array(misread),
    })
    .nullable(),
});
export type SurveyQuality = z.infer<typeof surveyQuality>;
