import * as z from 'zod';
import { dossierCode, localTime, officerCode, periodId, unitCode } from './ids.ts';

/** One duty of one dossier that was not kept, or that is still ahead. */
export const dutyFinding = z.object({
  dossier: dossierCode,
  officer: officerCode.nullable(),
  duty: z.string(),
  title: z.string(),
  /** `unknown`: what would tell is not on record · `doubt`: dates that do not fit each other; `duty` is then the name of the check. */
  state: z.enum(['breached', 'pending', 'unknown', 'doubt']),
  /** When it falls due; `null` = it has no such moment. */
  by: localTime.nullable(),
  /** Ready to print; `null` = no rule of that day. */
  cite: z.string().nullable(),
  because: z.string(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type DutyFinding = z.infer<typeof dutyFinding>;

const n = z.int();

/** GET /v1/duties/counts?period=&unit= — how many dossiers kept each duty. */
export const dutyCounts = z.object({
  period: periodId,
  unit: unitCode,
  dossiers: n,
  duties: z.array(z.object({ duty: z.string(), title: z.string(), met: n, breached: n, pending: n, unknown: n })),
  /** Of the dossiers that missed the promised date: a letter went out in time, late, not at all; or it is not known. */
  overdue: z.object({ inTime: n, late: n, none: n, unknown: n }),
});
export type DutyCounts = z.infer<typeof dutyCounts>;

/** GET /v1/duties?period=&unit=&duty=&state=&after=&counts= — a page may hold few or none and still have a `next`: so much was looked at. */
export const dutiesPage = z.object({
  period: periodId,
  unit: unitCode,
  findings: z.array(dutyFinding),
  next: z.string().nullable(),
  /** Asked for by `counts=1`; else `null`. */
  counts: dutyCounts.nullable(),
});
export type DutiesPage = z.infer<typeof dutiesPage>;
