import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Period } from '#rules/period.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Db } from '../store/db.ts';
import type { PeriodKeys } from '../store/period-keys.ts';
import { type StoredUnit, unitsOf } from '../store/units.ts';

/** What every step of a close needs; fixed when the close begins so that a resumed one computes the same. */
export interface CloseContext {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly tenant: string;
  readonly period: Period;
  /** Last day of the period: selects the dated rules. */
  readonly on: IsoDate;
  readonly office: Office;
  readonly choices: Choices;
  readonly ruleset: PointsRuleset;
  readonly snapshot: string;
}

/** The units that exist on some day of the period, by code. */
export async function unitsIn(
  db: Db,
  tenant: string,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Promise<StoredUnit[]> {
  return (await unitsOf(db, tenant)).filter((u) => u.from < to && (u.to === null || u.to > from));
}
