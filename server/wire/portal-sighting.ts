import * as z from 'zod';
import { unitCode } from './ids.ts';

/** What was seen of one site; `null` = nothing yet. */
export const portalSighting = z.object({
  origin: z.string(),
  /** A page of it fetched `/widget.js`. */
  scriptAt: z.string().nullable(),
  /** The form in a page of it asked this server, last for `unit`. */
  formAt: z.string().nullable(),
  unit: unitCode.nullable(),
});
export type PortalSighting = z.infer<typeof portalSighting>;
