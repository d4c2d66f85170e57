import type { IsoDate } from '#rules/law.ts';
import { SET_UP_STEPS, type SetUp, type SetUpStep } from '#wire/set-up.ts';
import { auditHas } from '../store/audit-has.ts';
import type { Db } from '../store/db.ts';
import { sightingsOf } from '../store/portal-sightings.ts';
import { setUpCounts } from '../store/set-up-counts.ts';
import { tenantOf } from '../store/tenants.ts';
import { type StoredUnit, unitsOf } from '../store/units.ts';
import { surveyOn } from './survey-on.ts';

/** Units at work on `on` that bear the same name as another one. */
function doubledNames(units: readonly StoredUnit[]): number {
  const times = new Map<string, number>();
  const nameOf = (unit: StoredUnit) => unit.name.normalize('NFC').trim().toLowerCase();
  for (const unit of units) times.set(nameOf(unit), (times.get(nameOf(unit)) ?? 0) + 1);
  return units.filter((unit) => (times.get(nameOf(unit)) ?? 0) > 1).length;
}

/** What each step of the set-up has come to on `on`, and the first that is still open; `open: null` = all done. */
export async function setUpState(db: Db, tenant: string, on: IsoDate): Promise<SetUp> {
  const [{ name, decision, survey: id }, units, counts, sightings, settled, chosen] = await Promise.all([
    tenantOf(db, tenant),
    unitsOf(db, tenant),
    setUpCounts(db, tenant, on),
    sightingsOf(db, tenant),
    auditHas(db, tenant, 'tenant.change'),
    auditHas(db, tenant, 'survey.choose'),
  ]);
  const atWork = units.filter(({ from, to }) => from <= on && (to === null || on < to));
  const survey = surveyOn(id, on);
  // Only a version published by then is ever stored.
  if (!survey) throw new Error(`setUpState: no survey ${id} on ${on}`);
  const done: Record<SetUpStep, boolean> = {
    tenant: settled,
    units: atWork.length > 0,
    officers: counts.officers > 0,
    survey: chosen,
    embed: sightings.some(({ formAt }) => formAt !== null),
    devices: counts.devices > 0,
    dossiers: counts.dossiers > 0,
    done: counts.periods > 0,
  };
  return {
    tenant: { settled, name, decision },
    units: { n: atWork.length, doubled: doubledNames(atWork) },
    officers: { n: counts.officers, units: counts.officerUnits },
    survey: { chosen, id: survey.id, version: survey.version, from: survey.from },
    embed: { sightings },
    devices: { n: counts.devices, units: counts.deviceUnits },
    dossiers: { n: counts.dossiers, periods: counts.periods },
    open: SET_UP_STEPS.find((step) => !done[step]) ?? null,
  };
}
