import * as z from 'zod';
import { dossierCode, unitCode } from './ids.ts';
import { stratum } from './sample.ts';

/** What a list is drawn from: GET /v1/samples/frame gives it, `cli sample` reads it. */
export const sampleInput = z.strictObject({
  /** Drawn in public. */
  number: z.string().regex(/^\d{4,12}$/, 'số gồm 4–12 chữ số'),
  dossiers: z
    .array(z.strictObject({ unit: unitCode, code: dossierCode, stratum }))
    .min(1)
    .max(5_000_000),
});
export type SampleInput = z.infer<typeof sampleInput>;
