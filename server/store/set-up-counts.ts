import type { IsoDate } from '#rules/law.ts';
import { type Db, oneOrNull } from './db.ts';

/** How much of each kind a province has entered; `on` the units that work that day. */
export interface SetUpCounts {
  readonly officers: number;
  readonly officerUnits: number;
  readonly devices: number;
  readonly deviceUnits: number;
  readonly dossiers: number;
  readonly periods: number;
}

const AT_WORK = 'select unit from units where tenant = ? and from_day <= ? and (to_day is null or to_day > ?)';

/** Counts for the set-up, in one query. */
export async function setUpCounts(db: Db, tenant: string, on: IsoDate): Promise<SetUpCounts> {
  const row = await oneOrNull<SetUpCounts>(
    db,
    `select
      (select count(*) from officers where tenant = ? and active = 1) as officers,
      (select count(distinct unit) from officers where tenant = ? and active = 1 and unit in (${AT_WORK})) as "officerUnits",
      (select count(*) from devices where tenant = ? and revoked_at is null) as devices,
      (select count(distinct unit) from devices where tenant = ? and revoked_at is null and unit in (${AT_WORK})) as "deviceUnits",
      (select count(*) from dossiers where tenant = ?) as dossiers,
      (select count(*) from periods where tenant = ?) as periods`,
    [tenant, tenant, tenant, on, on, tenant, tenant, tenant, on, on, tenant, tenant],
  );
  if (!row) throw new Error('setUpCounts: one row always comes');
  return row;
}
