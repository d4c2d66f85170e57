import * as z from 'zod';
import { figure } from './figure.ts';
import { flagLine } from './flag.ts';
import { unitCode } from './ids.ts';
import { period, snapshot } from './results.ts';

/** What an officer did in one indicator. Ids `officer/<officer>/<indicator>/<series>`; `null` = nothing in this series. */
export const officerRow = z.object({
  indicator: z.int().min(1).max(9),
  label: z.string(),
  /** Kept only where at least 5 answers name his dossiers and the rest of the unit's is no fewer. */
  citizen: figure.nullable(),
  computed: figure.nullable(),
  self: figure.nullable(),
  /** What enters his total; `null` = the indicator is no part of it. */
  official: figure.nullable(),
});

/** GET /v1/periods/:id/officers/:officer — personal level; reading it is logged. */
export const officerPage = z.object({
  period,
  snapshot,
  officer: z.string(),
  /** As the counter's list has it; `null` = not on record any more. */
  label: z.string().nullable(),
  /** The unit he is shown with. */
  unit: unitCode,
  unitName: z.string(),
  /** `officer/<officer>/total`. */
  total: figure,
  completion: z.enum(['full', 'most', 'under']).nullable(),
  completionLabel: z.string().nullable(),
  because: z.string(),
  cite: z.string(),
  rows: z.array(officerRow),
  /** Where he worked, with how many dossiers. */
  units: z.array(z.object({ unit: unitCode, name: z.string(), dossiers: z.int() })),
  intervals: z.string().nullable(),
  /** What the close asks him; changes none of the figures. */
  flags: z.array(flagLine),
});
export type OfficerPage = z.infer<typeof officerPage>;
