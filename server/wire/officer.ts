import * as z from 'zod';
import { personRequest } from './access.ts';
import { officerCode, unitCode } from './ids.ts';

/** Creates the officer or replaces unit, label and PIN. The label is what colleagues pick from a list. */
export const officerRequest = z.strictObject({
  officer: officerCode,
  unit: unitCode,
  label: z.string().trim().min(1).max(80),
  pin: personRequest.shape.pin,
});

export const officer = z.object({ officer: officerCode, unit: unitCode, label: z.string() });
export type Officer = z.infer<typeof officer>;
