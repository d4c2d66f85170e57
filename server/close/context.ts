import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import type { IsoDate } from '#rules/law.ts';
import { lastDay, type Period } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Services } from '../services.ts';
import type { Db } from '../store/db.ts';
import type { PeriodKeys } from '../store/period-keys.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { type SnapshotOrder, snapshotName } from './snapshot-order.ts';

/** What turns sums into results. */
export interface Judging {
  /** Last day of the period: selects the dated rules. */
  readonly on: IsoDate;
  readonly choices: Choices;
  readonly ruleset: PointsRuleset;
}

/** What every step of a close needs; fixed when the close begins so that a resumed one computes the same. */
export interface CloseContext extends Judging {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly tenant: string;
  readonly period: Period;
  readonly office: Office;
  readonly snapshot: string;
}

export function contextOf(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  tenant: string,
  order: Pick<SnapshotOrder, 'period' | 'number' | 'choices'>,
): CloseContext {
  const { period: id, kind, from, to, hours, ruleset } = order.period;
  const period = { id, kind, from, to };
  return {
    ...{ db, keys, tenant, period },
    on: lastDay(period),
    office: { calendar: NATIONAL_CALENDAR, hours: JSON.parse(hours) as OfficeHours },
    choices: settledChoices(order.choices),
    ruleset: rulesetById<PointsRuleset>(ruleset),
    snapshot: snapshotName(order),
  };
}
