import * as z from 'zod';
import { period } from './results.ts';
import { unit } from './unit.ts';

/** What every screen needs of a session, in one answer. */
export const desk = z.object({
  /** Newest first. */
  periods: z.array(period),
  /** Those of the session: one and what is below it, or the whole province. */
  units: z.array(unit),
  /** The survey of the province in the version that is asked today; `null` = none is published yet. */
  survey: z.object({ id: z.string(), version: z.int() }).nullable(),
});
export type Desk = z.infer<typeof desk>;
