import * as z from 'zod';
import { figure } from './figure.ts';
import { unitCode } from './ids.ts';
import { period, snapshot } from './results.ts';

const indicator = z.int().min(1).max(9);
export const unitLevel = z.enum(['province', 'district', 'commune']);

/** What a list of units can be narrowed by; each may be left out. */
export const rankingQuery = z.object({
  level: unitLevel.optional(),
  /** A sector of the catalogue of procedures: the total is then of its dossiers alone, by system and officers, and only shown. */
  sector: z.string().trim().min(1).max(160).optional(),
  /** Part of a name or a code, with or without marks. */
  search: z.string().trim().max(80).optional(),
});
export type RankingQuery = z.infer<typeof rankingQuery>;

export const rankedUnit = z.object({
  unit: unitCode,
  name: z.string(),
  level: unitLevel,
  /** `ranking/<unit>/total`: tenths, of the most its indices can reach, with its interval; `n` = official forms. */
  total: figure,
  missing: z.array(indicator),
  /** `excellent` … `weak`, best first; `null` with the reason in `because`. */
  grade: z.enum(['excellent', 'good', 'fair', 'average', 'weak']).nullable(),
  gradeLabel: z.string().nullable(),
  satisfactionLabel: z.string().nullable(),
  because: z.string(),
  /** Among the units of its level; equal totals share one. `null` = not ranked. */
  rank: z.int().nullable(),
  tied: z.boolean(),
  /** 1 = best; units of one tier do not differ clearly. `null` = not ranked, or intervals are not known. */
  tier: z.int().nullable(),
  n: z.object({ dossiers: z.int(), official: z.int() }),
});
export type RankedUnit = z.infer<typeof rankedUnit>;

/** GET /v1/periods/:id/ranking — the units of a period; no officer and no indicator, so reading it is not logged. */
export const ranking = z.object({
  period,
  /** `null` = not closed yet: no unit is listed. */
  snapshot: snapshot.nullable(),
  /** Units by level before narrowing, within the reader's scope. */
  levels: z.array(z.object({ level: unitLevel, units: z.int() })),
  /** Sectors the period has dossiers of. */
  sectors: z.array(z.string()),
  units: z.array(rankedUnit),
  /** How the intervals are made; `null` = the snapshot kept no sums to make them of. */
  intervals: z.string().nullable(),
});
export type Ranking = z.infer<typeof ranking>;
