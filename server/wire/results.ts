import * as z from 'zod';
import { publicErratum, snapshotPart } from './comparison.ts';
import { isoDate, periodId, unitCode } from './ids.ts';

/** Where a value comes from, ready to print: `Điều 13 TT 01/2018/TT-VPCP`, with `(cách hiểu)` or a remark where it is not the text. */
const cite = z.string();
const indicator = z.int().min(1).max(9);
const series = z.enum(['citizen', 'computed', 'self', 'appraised']);

/** One index in one series. `points` in tenths; `null` = no value, and `because` says why; never 0 for unknown. */
export const cell = z.object({ points: z.int().nullable(), n: z.int(), because: z.string().nullable() });
export type Cell = z.infer<typeof cell>;

export const indicatorRow = z.object({
  indicator,
  label: z.string(),
  /** `null` = this series is not asked about this indicator ("không hỏi"). */
  citizen: cell.nullable(),
  computed: cell.nullable(),
  self: cell.nullable(),
  /** What a reviewer gave the unit; `n` 1. `null` = not appraised. */
  appraised: cell.nullable(),
  /** The value that enters the total, the series it was taken from and why. */
  official: cell.extend({ series: series.nullable(), cite }),
  /** Mean of self minus computed in tenths over the dossiers that have both, before rounding to the index. */
  selfMinusComputed: z.object({ tenths: z.number(), n: z.int() }).nullable(),
});
export type IndicatorRow = z.infer<typeof indicatorRow>;

export const unitResult = z.object({
  unit: unitCode,
  name: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  total: z.int().nullable(),
  /** Maximum over the indicators that have a value, tenths; 180 when none is missing. */
  max: z.int(),
  missing: z.array(indicator),
  /** `excellent | good | fair | average | weak`, or `null` with the reason in `because`. */
  grade: z.enum(['excellent', 'good', 'fair', 'average', 'weak']).nullable(),
  gradeLabel: z.string().nullable(),
  satisfactionLabel: z.string().nullable(),
  because: z.string(),
  cite,
  rows: z.array(indicatorRow),
  n: z.object({ dossiers: z.int(), official: z.int(), officerLink: z.int(), open: z.int(), selfScores: z.int() }),
  /** Adds up to `n.dossiers`; `otherPeriod` fell due in another period and counts for its lateness there. */
  punctuality: z.object({
    early: z.int(),
    onTime: z.int(),
    overdue: z.int(),
    unknown: z.int(),
    otherPeriod: z.int(),
  }),
  /** Share of "hài lòng" and "rất hài lòng" among official answers to the overall question; per mille, Wilson 95 %. */
  satisfactionShare: z.object({ value: z.int(), n: z.int(), low: z.int(), high: z.int() }).nullable(),
  rank: z.int().nullable(),
});
export type UnitResult = z.infer<typeof unitResult>;

export const officerResult = z.object({
  officer: z.string(),
  unit: unitCode,
  total: z.int().nullable(),
  max: z.int(),
  missing: z.array(indicator),
  /** `full` 100 % · `most` 70–<100 % · `under` <70 %. */
  completion: z.enum(['full', 'most', 'under']).nullable(),
  completionLabel: z.string().nullable(),
  because: z.string(),
  n: z.object({ dossiers: z.int() }),
});
export type OfficerResult = z.infer<typeof officerResult>;

export const period = z.object({
  period: periodId,
  label: z.string(),
  from: isoDate,
  /** Last day of the period, inclusive. */
  lastDay: isoDate,
  ruleset: z.string(),
  rulesetTitle: z.string(),
  /** Where the numbers of the ruleset come from. */
  rulesetCite: cite.nullable(),
  /** What a reader must know of every result under the ruleset. */
  caveats: z.array(z.object({ text: z.string(), cite })),
  /** Provincial decision that applies the ruleset, printed with every grade; `null` = it holds by itself. */
  decision: z.string().nullable(),
  /** `waiting`: a year that is made of its quarters and has not been made yet. */
  state: z.enum(['open', 'waiting', 'closed', 'sealed']),
  closedAt: z.string().nullable(),
  sealedAt: z.string().nullable(),
  /** The seal has begun; one that was cut short is asked for again. */
  sealing: z.boolean(),
  /** From when the public sees it; may lie ahead. */
  publishedAt: z.string().nullable(),
  /** That instant has not come yet, by the server's clock. */
  embargoed: z.boolean(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** The snapshot that counts; `null` also for a period whose close was cut short. */
  snapshot: z.string().nullable(),
  /** The quarters a year is made of; none = the period takes its own answers. */
  parts: z.array(periodId),
  /** One of its quarters has been scored anew or corrected since. */
  outdated: z.boolean(),
});
export type Period = z.infer<typeof period>;

export const snapshot = z.object({
  snapshot: z.string(),
  number: z.int(),
  reason: z.string(),
  createdAt: z.string(),
  factsHash: z.string(),
  /** Of all it shows; two snapshots with the same are the same. `null` = made before there was such a hash. */
  contentHash: z.string().nullable(),
  /** The snapshot whose citizen part it repeats, answers being cut loose from dossiers by then; `null` = its own. */
  citizenFrozenFrom: z.string().nullable(),
  auditHead: z.string(),
  /** The snapshots of its quarters a year was made of. */
  parts: z.array(snapshotPart),
  /** Advice of the check that was read and left as it is, up to this snapshot. */
  acknowledged: z.array(z.object({ message: z.string(), reason: z.string() })),
});
export type Snapshot = z.infer<typeof snapshot>;

/** GET /v1/periods/:id/snapshots — every snapshot of a period, oldest first; the current one is the period's own. */
export const periodSnapshots = z.object({
  snapshots: z.array(snapshot.extend({ current: z.boolean(), erratum: z.string().nullable() })),
});
export type PeriodSnapshots = z.infer<typeof periodSnapshots>;

export const choice = z.object({ key: z.string(), label: z.string(), value: z.string(), reason: z.string(), cite });

/** GET /v1/periods/:id/results — private. An open period has counts only. */
export const results = z.object({
  period,
  snapshot: snapshot.nullable(),
  choices: z.array(choice),
  units: z.array(unitResult),
  officers: z.array(officerResult),
});
export type Results = z.infer<typeof results>;

/** GET /v1/periods/:id/units/:unit/findings?series=&indicator=&after= — one page of what stands behind a cell. */
export const findingsPage = z.object({
  findings: z.array(
    z.object({
      /** `null` = the unit itself (indicators 5, 6, 8, 9). */
      dossier: z.string().nullable(),
      series,
      indicator,
      points: z.int().nullable(),
      because: z.string(),
      cite,
      evidence: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
  next: z.string().nullable(),
});
export type FindingsPage = z.infer<typeof findingsPage>;

/** GET /v1/periods/:id/check — what stands between now and closing. */
export const periodCheck = z.object({
  blocking: z.array(z.object({ code: z.string(), message: z.string() })),
  /** `kept`: read and left as it is, and why. */
  advisory: z.array(z.object({ code: z.string(), message: z.string(), kept: z.string().nullable() })),
  counts: z.object({ units: z.int(), dossiers: z.int(), responses: z.int(), selfScores: z.int() }),
});
export type PeriodCheck = z.infer<typeof periodCheck>;

/** GET /v1/received — counts that may be shown at once, by unit; no shares before the close. */
export const received = z.object({
  period: periodId.nullable(),
  total: z.int(),
  today: z.int(),
  units: z.array(z.object({ unit: unitCode, name: z.string(), n: z.int() })),
});
export type Received = z.infer<typeof received>;

/** One unit as the public sees it. `hidden` units carry no figure at all (fewer than 5 forms, or a lone sibling). */
export const publicUnit = z.object({
  unit: unitCode,
  name: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  hidden: z.boolean(),
  rank: z.int().nullable(),
  total: z.int().nullable(),
  max: z.int().nullable(),
  missing: z.array(indicator),
  gradeLabel: z.string().nullable(),
  satisfactionLabel: z.string().nullable(),
  because: z.string().nullable(),
  dossiers: z.int().nullable(),
  responses: z.int().nullable(),
  satisfactionShare: z.object({ value: z.int(), n: z.int(), low: z.int(), high: z.int() }).nullable(),
  indicators: z.array(z.object({ indicator, points: z.int().nullable() })),
  /** Of the total, tenths. `null` = not known, or the answers it is made of are not public by unit. */
  interval: z.object({ low: z.int(), high: z.int() }).nullable(),
  /** 1 = best; units of one tier do not differ clearly. `null` where there are no ranks or no intervals. */
  tier: z.int().nullable(),
  /** Of the dossiers that can be compared with their due date. */
  punctuality: z.object({ early: z.int(), onTime: z.int(), overdue: z.int() }).nullable(),
});
export type PublicUnit = z.infer<typeof publicUnit>;

/** GET /v1/public/periods/:id/results?tenant= — published, suppressed. */
export const publicResults = z.object({
  tenant: z.string(),
  tenantName: z.string(),
  watermark: z.string().nullable(),
  period,
  snapshot,
  units: z.array(publicUnit),
  choices: z.array(choice),
  /** Faults the system found in its own or older published figures. */
  faults: z.array(z.object({ code: z.string(), message: z.string() })),
  /** Why they are shown all the same. */
  faultReason: z.string().nullable(),
  /** The snapshot that counts now, where these figures are of an earlier one. */
  supersededBy: z.string().nullable(),
  /** Corrections of figures the public had seen, oldest first. */
  errata: z.array(publicErratum),
  /** Every snapshot the public may read, oldest first. */
  versions: z.array(z.object({ snapshot: z.string(), number: z.int(), createdAt: z.string() })),
});
export type PublicResults = z.infer<typeof publicResults>;
