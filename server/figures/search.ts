import { labelKey } from '#rules/labels.ts';
import type { SearchHits } from '#wire/search.ts';
import type { Db } from '../store/db.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import { officersOf } from '../store/officers.ts';
import { proceduresOf } from '../store/procedures.ts';
import { unitsOf } from '../store/units.ts';

const MOST = 8;

/** What `typed` may mean to whoever sees `scope` (`null` = the whole province): with or without accents, in any case. */
export async function search(db: Db, tenant: string, scope: string | null, typed: string): Promise<SearchHits> {
  const wanted = labelKey(typed);
  const fits = (...texts: readonly (string | null)[]) => texts.some((text) => text && labelKey(text).includes(wanted));
  const [units, officers, procedures, [dossier]] = await Promise.all([
    unitsOf(db, tenant, scope),
    officersOf(db, tenant, scope),
    proceduresOf(db, tenant),
    dossiersByCode(db, tenant, [typed.trim()]),
  ]);
  return {
    units: units
      .filter(({ unit, name }) => fits(unit, name))
      .slice(0, MOST)
      .map(({ unit, name }) => ({ unit, name })),
    officers: officers.filter(({ officer, label }) => fits(officer, label)).slice(0, MOST),
    procedures: procedures
      .filter(({ procedure, name, sector }) => fits(procedure, name, sector))
      .slice(0, MOST)
      .map(({ procedure, name }) => ({ procedure, name })),
    // One of another unit is not there for whoever sees one unit alone.
    dossier:
      dossier && units.some(({ unit }) => unit === dossier.unit) ? { code: dossier.code, unit: dossier.unit } : null,
  };
}
