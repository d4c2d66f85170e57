import * as z from 'zod';
import { isoDate, tenantId, unitCode } from './ids.ts';

/**
 * POST /v1/left/:tenant/:unit/:survey/:question — a form was left with an answer in it that was not sent, the last one to `question`; nothing of what
 * was answered is said, nor for which dossier.
 */
export const surveyStep = z.strictObject({
  tenant: tenantId,
  unit: unitCode,
  survey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  question: z.string().regex(/^[A-Za-z0-9.]{1,24}$/, 'mã câu hỏi không hợp lệ'),
});
export type SurveyStep = z.infer<typeof surveyStep>;

/** Its query: the day a kiosk without a line noted it on; counted in the period open on that day, or nowhere. */
export const leftOn = z.object({ on: isoDate.optional() });
