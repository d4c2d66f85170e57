import * as z from 'zod';
import { figure } from './figure.ts';
import { flagLine } from './flag.ts';
import { isoDate, periodId, unitCode } from './ids.ts';
import { rankedUnit } from './ranking.ts';
import { choice, period, snapshot } from './results.ts';

const indicator = z.int().min(1).max(9);

/** One indicator in every series. Ids `unit/<unit>/<indicator>/<series>`; `null` = this series is not asked, or was not given. */
export const indexRow = z.object({
  indicator,
  label: z.string(),
  citizen: figure.nullable(),
  computed: figure.nullable(),
  self: figure.nullable(),
  appraised: figure.nullable(),
  official: figure,
  /** Where the official value comes from. */
  officialSeries: z.enum(['citizen', 'computed', 'self', 'appraised']).nullable(),
  /** Self minus computed over the dossiers that have both; `because` says it in words. */
  difference: figure.nullable(),
});
export type IndexRow = z.infer<typeof indexRow>;

/** A unit in one of the periods up to this one. Ids as in the rows, ending in `/<period>`. */
export const trendPoint = z.object({
  period: periodId,
  label: z.string(),
  /** What is not as it was in the period before: ruleset, reading or form; `null` = nothing, or it is the first. */
  changed: z.string().nullable(),
  /** Units that went into it whole and are counted in here; none = the unit's own. */
  pooled: z.array(z.string()),
  total: figure,
  rows: z.array(
    z.object({ indicator, citizen: figure.nullable(), computed: figure.nullable(), self: figure.nullable() }),
  ),
});
export type TrendPoint = z.infer<typeof trendPoint>;

/** An officer in a list: personal level. Ids `officer/<officer>/total`. */
export const listedOfficer = z.object({
  officer: z.string(),
  total: figure,
  completionLabel: z.string().nullable(),
  because: z.string(),
  dossiers: z.int(),
});

/** GET /v1/periods/:id/units/:unit — one unit: nine indicators in three series, its way to the grade, earlier periods, officers. */
export const unitPage = z.object({
  period,
  snapshot: snapshot.nullable(),
  /** `null` = the period is not closed, or the unit is not in it. */
  unit: rankedUnit.nullable(),
  name: z.string(),
  /** The article of the grade. */
  cite: z.string().nullable(),
  rows: z.array(indexRow),
  n: z
    .object({ dossiers: z.int(), official: z.int(), officerLink: z.int(), open: z.int(), selfScores: z.int() })
    .nullable(),
  punctuality: z
    .object({ early: z.int(), onTime: z.int(), overdue: z.int(), unknown: z.int(), otherPeriod: z.int() })
    .nullable(),
  /** `ranking/<unit>/satisfactionShare`, per mille. */
  satisfactionShare: figure.nullable(),
  /** How the intervals are made; `null` = there are none. */
  intervals: z.string().nullable(),
  /** Points the system gave, as they are and with the procedures mixed as in all units of the level; ids end in `/computed/<what>`. */
  mix: z.array(z.object({ indicator, label: z.string(), plain: figure, weighted: figure, coverage: figure })),
  trend: z.array(trendPoint),
  /** Earlier units whose figures cannot stand beside this one's, and why. */
  apart: z.array(z.string()),
  officers: z.array(listedOfficer),
  /** Officers by completion level with their share of the graded ones; empty when nobody has a level. */
  bands: z.array(z.object({ code: z.string(), label: z.string(), share: figure })),
  /** Who continues the work of a unit that ended; `null` = it goes on. */
  continued: z
    .object({
      to: isoDate,
      successors: z.array(z.object({ unit: unitCode, name: z.string(), share: z.number().nullable() })),
    })
    .nullable(),
  choices: z.array(choice),
  /** What the close asks the unit and its officers; changes none of the figures. */
  flags: z.array(flagLine),
});
export type UnitPage = z.infer<typeof unitPage>;
