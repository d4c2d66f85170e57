import * as z from 'zod';
import { figure } from './figure.ts';
import { dossierCode, localTime, officerCode, periodId, procedureCode, unitCode } from './ids.ts';

/** `step` = the agency that did a step · `course` = a step by the name its page prints. */
export const timeBy = z.enum(['unit', 'procedure', 'officer', 'step', 'course']);
export type TimeBy = z.infer<typeof timeBy>;

/** The time of dossiers that share a key: a unit, a procedure, an officer, the agency of a step, or its name. */
export const timeRow = z.object({
  /** '' = not known, or nobody’s of the unit. */
  key: z.string(),
  name: z.string(),
  early: figure,
  onTime: figure,
  overdue: figure,
  /** Compared, not comparable, and still within their time (of steps alone). */
  unknown: figure,
  total: figure,
  /** Working days a step took on average, of those that ended; `null` = not of a step by name. */
  mean: figure.nullable(),
});
export type TimeRow = z.infer<typeof timeRow>;

/** A cell of Biểu II.06a. */
export const statisticsTable = z.object({
  cite: z.string(),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  rows: z.array(z.object({ unit: unitCode.nullable(), name: z.string(), cells: z.array(figure) })),
  /** Equalities of the table that do not hold; empty = all do. */
  faults: z.array(z.string()),
  /** In no column: nobody knows whether they belong here; registered and never taken in. */
  placeUnknown: figure,
  notReceived: figure,
  paused: figure,
});
export type StatisticsTable = z.infer<typeof statisticsTable>;

/** GET /v1/periods/:period/timeliness?unit=&by=&key= */
export const timeliness = z.object({
  period: periodId,
  /** `null` = the period is open: as of the last count. */
  snapshot: z.string().nullable(),
  /** `notCounted`: open, not counted yet · `notKept`: closed before this was counted · `counted`. */
  state: z.enum(['notCounted', 'notKept', 'counted']),
  /** When the unit counted longest ago was counted; `null` = closed. */
  countedAt: z.string().nullable(),
  /** Units counted, and how many there are. */
  counted: z.object({ units: z.int(), of: z.int() }),
  unit: unitCode.nullable(),
  by: timeBy,
  /** Of one procedure or agency, unit by unit. */
  key: z.string().nullable(),
  parts: z.array(figure),
  total: figure,
  /** What the parts come to is what the units’ results say; `null` = nothing to compare with. */
  fits: z.boolean().nullable(),
  letters: z.object({ inTime: figure, late: figure, none: figure, unknown: figure }),
  moved: z.object({ moved: figure, afterExpiry: figure }),
  rows: z.array(timeRow),
  /** Dossiers whose steps nobody read; of `by=step` and `by=course`. */
  unread: figure.nullable(),
  /**
   * Of `by=course`: those whose steps were read, and those of which it was not kept whether, for they were counted before it was. With
   * `unread` they come to all whose time counts.
   */
  read: figure.nullable(),
  notKept: figure.nullable(),
  /** Overdue dossiers by weekday and hour their result was there; the hour '' is not known. */
  hours: z.array(z.object({ weekday: z.int(), hour: z.string(), n: z.int(), overdue: z.int() })),
  statistics: statisticsTable,
});
export type Timeliness = z.infer<typeof timeliness>;

export const timePart = z.enum(['early', 'onTime', 'overdue', 'unknown']);
export type TimePart = z.infer<typeof timePart>;

/** One dossier whose time counts in the period, with the days it is told by. */
export const timedDossier = z.object({
  dossier: dossierCode,
  unit: unitCode,
  procedure: procedureCode.nullable(),
  officer: officerCode.nullable(),
  received: localTime.nullable(),
  promised: localTime.nullable(),
  due: localTime.nullable(),
  ended: localTime.nullable(),
  part: timePart,
  because: z.string(),
});
export type TimedDossier = z.infer<typeof timedDossier>;

/** GET /v1/periods/:period/timeliness/dossiers?unit=&part=&step=&after= — as on record now. */
export const timedDossiers = z.object({
  period: periodId,
  unit: unitCode,
  dossiers: z.array(timedDossier),
  next: z.string().nullable(),
});
export type TimedDossiers = z.infer<typeof timedDossiers>;
