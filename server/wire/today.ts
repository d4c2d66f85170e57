import * as z from 'zod';
import { dossierCode, localTime, officerCode, periodId, procedureCode, unitCode } from './ids.ts';
import { received } from './results.ts';

export const dueKind = z.enum(['overdue', 'dueSoon', 'letter']);
export type DueKind = z.infer<typeof dueKind>;

/** A running dossier that is late, due soon, or whose applicant is owed a letter. */
export const dueDossier = z.object({
  dossier: dossierCode,
  unit: unitCode,
  officer: officerCode.nullable(),
  procedure: procedureCode.nullable(),
  promised: localTime.nullable(),
  due: localTime.nullable(),
  /** Office time over the deadline, or left until it; `null` = not known. */
  minutes: z.int().nullable(),
  dueToday: z.boolean(),
  /** Until when the letter was to be sent; `null` = none is owed. */
  letter: localTime.nullable(),
});
export type DueDossier = z.infer<typeof dueDossier>;

/** GET /v1/due-dossiers?kind=&unit=&after= — the longest delay first, of a page at most 50. */
export const dueDossiersPage = z.object({
  at: localTime,
  kind: dueKind,
  n: z.int(),
  /** false = more than one request looks at: `n` is a part. */
  whole: z.boolean(),
  /** Minutes of one working day. */
  dayMinutes: z.int(),
  dossiers: z.array(dueDossier),
  next: z.string().nullable(),
});
export type DueDossiersPage = z.infer<typeof dueDossiersPage>;

export const todayKey = z.enum(['overdue', 'dueSoon', 'letter', 'appraisal', 'case', 'objection', 'unscored', 'fault']);
export type TodayKey = z.infer<typeof todayKey>;

/** What waits to be done, of one kind. */
export const todayLine = z.object({
  key: todayKey,
  /** `null` = could not be counted; `fault` says so. */
  n: z.int().nullable(),
  /** Out of how many, where that is told. */
  of: z.int().nullable(),
  /** Days the oldest one waits, working days where it is late by office time; `null` = nothing to tell by. */
  oldestDays: z.int().nullable(),
  dueToday: z.int().nullable(),
  /** true = there are more than were looked at. */
  atLeast: z.boolean(),
  /** When it was counted, where that was earlier. */
  countedAt: z.string().nullable(),
  /** The period it is of, where it is of one. */
  period: periodId.nullable(),
  fault: z.string().nullable(),
});
export type TodayLine = z.infer<typeof todayLine>;

/** GET /v1/today — what is to be done within the caller's scope, the longest delay first; a line nothing waits in is left out. */
export const today = z.object({
  at: z.string(),
  lines: z.array(todayLine),
  /** `null` = the caller reads no counts. */
  received: received.nullable(),
});
export type Today = z.infer<typeof today>;

export const waitingKind = z.enum(['appraisal', 'unscored', 'fault']);
export type WaitingKind = z.infer<typeof waitingKind>;

/** GET /v1/waiting-units?kind= — the units in which something of one kind waits, the longest wait first. */
export const waitingUnits = z.object({
  kind: waitingKind,
  countedAt: z.string().nullable(),
  units: z.array(
    z.object({
      period: periodId,
      unit: unitCode,
      name: z.string(),
      n: z.int().nullable(),
      days: z.int().nullable(),
    }),
  ),
});
export type WaitingUnits = z.infer<typeof waitingUnits>;
