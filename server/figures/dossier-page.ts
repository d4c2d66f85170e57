import type { Dossier } from '#rules/dossier.ts';
import type { DossierPage } from '#wire/search.ts';
import type { Db } from '../store/db.ts';
import { findingsOfDossier } from '../store/findings.ts';
import { periodsOf } from '../store/periods.ts';
import { unitOrNull } from '../store/units.ts';
import { periodView } from './period-view.ts';

/** How a dossier stands, and what the present snapshot of each period found in it, newest first. */
export async function dossierPage(db: Db, tenant: string, dossier: Dossier, at: Date): Promise<DossierPage> {
  const { code, unit, procedure, received, promised, reappointed, ready, returned } = dossier;
  const periods: DossierPage['periods'] = [];
  for (const period of await periodsOf(db, tenant)) {
    if (!period.snapshot || period.parts !== null) continue;
    const findings = await findingsOfDossier(db, tenant, period.snapshot, unit, code);
    if (findings.length > 0) periods.push({ period: period.period, label: periodView(period, at).label, findings });
  }
  return {
    ...{ code, unit, unitName: (await unitOrNull(db, tenant, unit))?.name ?? unit, procedure },
    ...{ received, promised, reappointed: [...(reappointed ?? [])], ready, returned, periods },
  };
}
