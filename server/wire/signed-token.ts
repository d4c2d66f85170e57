import * as z from 'zod';
import { dossierCode, procedureCode, tenantId, unitCode } from './ids.ts';

/** What a survey token made by a portal itself is sealed with: nothing but this, so that nobody can talk the server into less. */
export const signedHeader = z.strictObject({
  alg: z.literal('dir', 'alg phải là dir'),
  enc: z.literal('A256GCM', 'enc phải là A256GCM'),
  /** Id of the portal key. */
  kid: z.string().max(60),
  typ: z.string().max(20).optional(),
});

const seconds = z.int().max(99_999_999_999, 'tính bằng giây từ 1970, không phải mili giây');

/** What it says. Times are whole seconds since 1970. */
export const signedClaims = z.strictObject({
  tenant: tenantId,
  dossier: dossierCode,
  unit: unitCode,
  procedure: procedureCode.optional(),
  stage: z.enum(['submitted', 'returned']),
  /** Printed on a paper slip; see `invitationRequest`. */
  printed: z.boolean().optional(),
  iat: seconds,
  exp: seconds,
  /** For the portal's own books: a dossier is answered for once at a stage, however many tokens name it. */
  jti: z.string().max(64).optional(),
});
export type SignedClaims = z.infer<typeof signedClaims>;
