import * as z from 'zod';
import { dossierCode, invitationToken, procedureCode, unitCode } from './ids.ts';

/** Asked by a portal's server or an officer's browser: one link for one dossier at one stage. */
export const invitationRequest = z.strictObject({
  dossier: dossierCode,
  unit: unitCode,
  procedure: procedureCode.optional(),
  stage: z.enum(['submitted', 'returned']),
  /** Printed on the slip handed to the applicant: no message is sent with it. From a portal the proof is then `receipt`. */
  printed: z.boolean().optional(),
});
export type InvitationRequest = z.infer<typeof invitationRequest>;

export const invitation = z.object({
  token: invitationToken,
  url: z.string(),
  expires: z.iso.date(),
});
export type Invitation = z.infer<typeof invitation>;

/** What the link opens; the code is shown to whoever holds the link. */
export const invitationView = z.object({
  unit: unitCode,
  unitName: z.string(),
  procedure: procedureCode.nullable(),
  procedureName: z.string().nullable(),
  dossier: dossierCode,
  stage: z.enum(['submitted', 'returned']),
  /** Survey and version in force for this tenant today. */
  survey: z.string(),
  version: z.number(),
  expires: z.iso.date(),
});
export type InvitationView = z.infer<typeof invitationView>;
