import type { IsoDate } from '#rules/law.ts';
import type { SetUpScreen, SetUpStep } from '#wire/set-up.ts';
import type { Db } from '../store/db.ts';
import { devicesOf } from '../store/devices.ts';
import { officersOf } from '../store/officers.ts';
import { setUpState } from './set-up-state.ts';
import { tenantSettings } from './tenant-settings.ts';

async function editedIn(db: Db, tenant: string, step: SetUpStep): Promise<SetUpScreen['edits']> {
  if (step === 'tenant') return { step, tenant: await tenantSettings(db, tenant) };
  if (step === 'officers') return { step, officers: await officersOf(db, tenant, null) };
  if (step === 'devices') return { step, devices: await devicesOf(db, tenant, null) };
  return { step };
}

/** The steps as on `on` and what `step` edits; no `step` = the first that is open, the last where none is. */
export async function setUpScreen(
  db: Db,
  tenant: string,
  on: IsoDate,
  step: SetUpStep | undefined,
): Promise<SetUpScreen> {
  const state = await setUpState(db, tenant, on);
  return { state, edits: await editedIn(db, tenant, step ?? state.open ?? 'done') };
}
