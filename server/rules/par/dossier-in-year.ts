import type { Office } from '../calendar/working-time.ts';
import type { Choices } from '../choices.ts';
import { countsIn } from '../counts-in.ts';
import { type Dossier, endOf } from '../dossier.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { LocalTime } from '../law.ts';
import type { Period } from '../period.ts';
import type { Level } from '../rulesets/ruleset.ts';
import { WITHOUT_DISTRICTS } from '../rulesets/tt01-2018.ts';
import { standing } from '../standing.ts';

/** What ratios are counted over. */
export interface RatioView {
  readonly period: Period;
  /** When the data were read; once the period is over, dossiers are seen as of its end. */
  readonly now: LocalTime;
  readonly choices: Choices;
  readonly officeOf: (unit: string) => Office;
  /** `null` = not known. */
  readonly levelOf: (unit: string) => Level | null;
  /** Whether a procedure is offered online from end to end («toàn trình»); `null` = not known. */
  readonly wholeOnline: (procedure: string) => boolean | null;
}

/** `apart` = does not belong to this ratio, e.g. still running within its time. */
export type Verdict = 'numerator' | 'rest' | 'unknown' | 'apart';

/** What every ratio asks of a dossier; found once. */
export interface DossierInYear {
  readonly record: DossierRecord;
  readonly moment: LocalTime;
  readonly office: Office;
  /** It ended in the period, or its deadline fell into it and was missed. */
  readonly belongs: 'yes' | 'no' | 'unknown';
  /** On time in the numerator, late in the rest. */
  readonly timeliness: Verdict;
  /** The same against the promised date, whatever the choice `compareWith`. */
  readonly promise: Verdict;
  readonly received: 'yes' | 'no' | 'unknown';
  /** Level of its unit; `null` = not known, or there is no such level any more. */
  readonly level: Level | null;
}

/** Whether districts were there on the first day of the period. */
export function hasDistricts({ from }: Period): boolean {
  return from < WITHOUT_DISTRICTS.from;
}

/** The moment dossiers are seen at. */
export function momentOf({ period, now }: Pick<RatioView, 'period' | 'now'>): LocalTime {
  const end = `${period.to}T00:00`;
  return now < end ? now : end;
}

const neverTakenIn = ({ received, state }: Dossier) => received === null && (state === 'new' || state === 'refused');

/** Whether the data do not tell in which period a dossier counts: it ended, or was received, at an unknown moment. */
function placeUnknown(dossier: Dossier, moment: LocalTime, choices: Choices): boolean {
  const { received, returned, state } = dossier;
  const membership = choices['period.membership'];
  if (neverTakenIn(dossier)) return false;
  if (membership === 'received') return received === null;
  const at = membership === 'returned' && state === 'returned' ? returned : endOf(dossier)?.at;
  return at === null && (received === null || received < moment);
}

function timelinessOf(
  dossier: Dossier,
  { period }: RatioView,
  moment: LocalTime,
  office: Office,
  choices: Choices,
): Pick<DossierInYear, 'belongs' | 'timeliness'> {
  if (placeUnknown(dossier, moment, choices)) return { belongs: 'unknown', timeliness: 'unknown' };
  const { status, finished, due } = standing(dossier, moment, office, choices);
  const counted = countsIn(dossier, period, office, choices, due);
  const belongs = counted.timeliness || counted.rest ? 'yes' : 'no';
  if (!counted.timeliness) return { belongs, timeliness: 'apart' };
  if (status === 'overdue') return { belongs, timeliness: 'rest' };
  if (status === 'unknown') return { belongs, timeliness: 'unknown' };
  return { belongs, timeliness: finished ? 'numerator' : 'apart' };
}

function receivedIn(dossier: Dossier, { from }: Period, moment: LocalTime): DossierInYear['received'] {
  const { received } = dossier;
  if (received === null) return neverTakenIn(dossier) ? 'no' : 'unknown';
  return from <= received && received < moment ? 'yes' : 'no';
}

export function dossierInYear(record: DossierRecord, view: RatioView): DossierInYear {
  const { dossier } = record;
  const { choices, period } = view;
  const moment = momentOf(view);
  const office = view.officeOf(dossier.unit);
  const own = timelinessOf(dossier, view, moment, office, choices);
  const promise =
    choices.compareWith === 'promised'
      ? own
      : timelinessOf(dossier, view, moment, office, { ...choices, compareWith: 'promised' });
  const level = view.levelOf(dossier.unit);
  return {
    record,
    moment,
    office,
    ...own,
    promise: promise.timeliness,
    received: receivedIn(dossier, period, moment),
    level: level === 'district' && !hasDistricts(period) ? null : level,
  };
}
