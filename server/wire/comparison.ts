import * as z from 'zod';
import { periodId, unitCode } from './ids.ts';

const sides = <T extends z.ZodType>(value: T) => z.object({ before: value, after: value }).nullable();
const tenths = z.int().nullable();
const label = z.string().nullable();

/** One unit whose figures differ; `null` = that figure is the same. Within a pair `null` = no value. Points in tenths. */
export const unitChange = z.object({
  unit: unitCode,
  name: z.string(),
  total: sides(tenths),
  grade: sides(label),
  rank: sides(z.int().nullable()),
  dossiers: sides(z.int().nullable()),
  /** Only the indicators whose official value differs. */
  indicators: z.array(z.object({ indicator: z.int().min(1).max(9), before: tenths, after: tenths })),
});
export type UnitChange = z.infer<typeof unitChange>;

/** Two results beside each other: the units that differ, and how many do in what. */
export const comparison = z.object({
  units: z.array(unitChange),
  /** Units that stand in both. */
  compared: z.int(),
  changed: z.object({ units: z.int(), total: z.int(), grade: z.int(), rank: z.int() }),
});
export type Comparison = z.infer<typeof comparison>;

/** POST /v1/periods/:period/rescore/preview — nothing is written. */
export const rescorePreview = comparison.extend({
  /** From the sums of the current snapshot, or from every dossier scored anew. */
  from: z.enum(['sums', 'records']),
});
export type RescorePreview = z.infer<typeof rescorePreview>;

/** What a snapshot corrected of figures the public had seen. */
export const publicErratum = z.object({
  snapshot: z.string(),
  /** The snapshot the public had last seen. */
  replaces: z.string(),
  at: z.string(),
  erratum: z.string(),
  /** `null` = one of the two is no longer, or was never, for the public to read. */
  changes: comparison.nullable(),
});
export type PublicErratum = z.infer<typeof publicErratum>;

/** A snapshot among those of its period. */
export const snapshotPart = z.object({ period: periodId, snapshot: z.string() });
