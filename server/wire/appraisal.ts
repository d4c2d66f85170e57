import * as z from 'zod';
import { dossierCode, periodId, unitCode } from './ids.ts';
import { cell } from './results.ts';

const indicator = z.int().min(1).max(9);
const points = z.int().min(0).max(20);

/** Points a reviewer gives a unit for one indicator, or one of its dossiers; a later one replaces it, the earlier is kept. */
export const appraisal = z.strictObject({
  period: periodId,
  unit: unitCode,
  /** Absent = the unit as a whole. */
  dossier: dossierCode.optional(),
  indicator,
  /** Tenths; `null` = the appraisal is taken back. */
  points: points.nullable(),
  /** Why, for whoever reads it later. No personal data. */
  reason: z.string().trim().min(10, 'ghi lý do ít nhất 10 ký tự').max(500),
});
export type Appraisal = z.infer<typeof appraisal>;

/** One revision as it stands on record. */
const revision = z.object({ points: points.nullable(), reason: z.string(), actor: z.string(), at: z.string() });

/** GET /v1/appraisals?period=&unit=&dossier= — each indicator with what the series say of it and how it was appraised. */
export const appraisals = z.object({
  rows: z.array(
    z.object({
      indicator,
      label: z.string(),
      /** Points that may be given, tenths. */
      allowed: z.array(points),
      /** Whether an appraisal takes the place of the unit's own value (choice `appraised`), or stands beside it. */
      replaces: z.boolean(),
      /** Of a dossier, computed and self stay hidden from whoever may give points until that reader has given them. */
      blind: z.boolean(),
      /** As the newest snapshot has them; `null` before the close, while blind, and where a series is not asked. */
      citizen: cell.nullable(),
      computed: cell.nullable(),
      self: cell.nullable(),
      appraised: points.nullable(),
      /** Newest first. */
      history: z.array(revision),
    }),
  ),
});
export type Appraisals = z.infer<typeof appraisals>;
