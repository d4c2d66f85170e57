import * as z from 'zod';
import { dossierCode, officerCode, procedureCode, unitCode } from './ids.ts';
import { findingsPage } from './results.ts';

/** What a few typed letters may mean; at most eight of each kind. A dossier only by its whole code. */
export const searchHits = z.object({
  units: z.array(z.object({ unit: unitCode, name: z.string() })),
  officers: z.array(z.object({ officer: officerCode, label: z.string(), unit: unitCode })),
  procedures: z.array(z.object({ procedure: procedureCode, name: z.string() })),
  dossier: z.object({ code: dossierCode, unit: unitCode }).nullable(),
});
export type SearchHits = z.infer<typeof searchHits>;

/** One dossier: how it stands, and what each closed period found in it. */
export const dossierPage = z.object({
  code: dossierCode,
  unit: unitCode,
  unitName: z.string(),
  procedure: procedureCode.nullable(),
  received: z.string().nullable(),
  promised: z.string().nullable(),
  reappointed: z.array(z.string()),
  ready: z.string().nullable(),
  returned: z.string().nullable(),
  periods: z.array(z.object({ period: z.string(), label: z.string(), findings: findingsPage.shape.findings })),
});
export type DossierPage = z.infer<typeof dossierPage>;
