import * as z from 'zod';
import { DOSSIER_STATES } from '#rules/dossier.ts';
import { dossierCode, localTime, officerCode, procedureCode, unitCode } from './ids.ts';

const time = localTime.nullable();
const act = time.optional();
const acts = z.array(localTime).max(20).optional();

/** What the office did about the dossier beside its dates (`server/rules/acts.ts`). Absent = not recorded, `null` = not yet. */
export const dossierActs = z.strictObject({
  submitted: act,
  alerted: act,
  answered: act,
  supplementNotices: acts,
  handedOver: act,
  competentReceived: act,
  forwarded: act,
  refused: act,
  apologies: acts,
  errorFound: act,
  corrected: act,
});

/** The progress table of a detail page, in its order; free of whoever did a step. `limitDays` in working days. */
const course = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(120),
      limitDays: z.number().min(0).max(3650).nullable(),
      started: time,
      ended: time,
    }),
  )
  .max(50);

/** Facts of one dossier as read from a back office. Applicant fields do not exist here; an unknown field is refused. */
export const dossier = z.strictObject({
  code: dossierCode,
  unit: unitCode,
  procedure: procedureCode.nullable(),
  officer: officerCode.nullable(),
  channel: z.enum(['counter', 'online', 'post']).nullable(),
  state: z.enum(DOSSIER_STATES),
  received: time,
  promised: time,
  reappointed: z.array(localTime).max(20).nullable(),
  ready: time,
  returned: time,
  pauses: z
    .array(
      z.strictObject({
        kind: z.enum(['supplement', 'payment']),
        from: localTime,
        to: localTime.nullable(),
      }),
    )
    .max(50),
  supplements: z.int().min(0).max(100).nullable(),
  limitDays: z.number().min(0).max(3650).nullable(),
  steps: z
    .array(z.strictObject({ unit: unitCode, officer: officerCode.nullable(), due: time, ended: time }))
    .max(50)
    .nullable()
    .optional(),
  receivedBy: officerCode.nullable().optional(),
  handlers: z
    .array(z.strictObject({ officer: officerCode, from: localTime }))
    .max(50)
    .nullable()
    .optional(),
  acts: dossierActs.optional(),
  /** Absent = not shown. */
  course: course.optional(),
});
export type DossierBody = z.infer<typeof dossier>;
