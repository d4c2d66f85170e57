import type { Office } from '../calendar/working-time.ts';
import type { Choices } from '../choices.ts';
import { type Dossier, endOf } from '../dossier.ts';
import type { LocalTime } from '../law.ts';
import type { Period } from '../period.ts';
import { type PunctualityStatus, standing } from '../standing.ts';
import { asOf } from './as-of.ts';

const COLUMNS = [
  /** Carried over from the period before; the other four were received in this one. */
  'before',
  'online',
  'direct',
  'channelUnknown',
  /** Solved in the period. */
  'early',
  'onTime',
  'overdue',
  'solvedUnknown',
  /** Open at its end. `paused` dossiers are also among those within time: their clock stands still. */
  'within',
  'paused',
  'openOverdue',
  'openUnknown',
  /** Refused or stopped; withdrawn by the applicant. Neither solved nor open. */
  'sentBack',
  'withdrawn',
  /** Received, and ended at an unknown moment: in this period or later. */
  'endUnknown',
  /** In no other column: the data do not tell whether the dossier belongs to this period. */
  'placeUnknown',
  /** In no other column: registered, never taken in. */
  'notReceived',
] as const;
/** A count the columns of the table are made of. */
export type StatisticsPart = (typeof COLUMNS)[number];

/** Counts of dossiers in the layout of Biểu II.06a/VPCP/KSTT. Those of parts add up to those of the whole. */
export type DossierStatistics = Readonly<Record<StatisticsPart, number>>;

/** What a table is drawn over: a period, seen at `now` or, once it is over, at its end. */
export interface StatisticsView {
  readonly period: Period;
  /** When the data were read. */
  readonly now: LocalTime;
  readonly choices: Choices;
  readonly officeOf: (unit: string) => Office;
}

export function emptyStatistics(): DossierStatistics {
  return Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Record<StatisticsPart, number>;
}

export function addStatistics(a: DossierStatistics, b: DossierStatistics): DossierStatistics {
  return Object.fromEntries(COLUMNS.map((column) => [column, a[column] + b[column]])) as Record<StatisticsPart, number>;
}

type StatusOf = (dossier: Dossier, moment: LocalTime) => PunctualityStatus;

function solvedColumn(dossier: Dossier, moment: LocalTime, statusOf: StatusOf): StatisticsPart {
  if (dossier.state === 'withdrawn') return 'withdrawn';
  if (dossier.state === 'refused' || dossier.state === 'stopped') return 'sentBack';
  const status = statusOf(dossier, moment);
  return status === 'early' || status === 'onTime' || status === 'overdue' ? status : 'solvedUnknown';
}

function openColumns(dossier: Dossier, moment: LocalTime, statusOf: StatusOf): readonly StatisticsPart[] {
  const status = statusOf(dossier, moment);
  if (status === 'overdue') return ['openOverdue'];
  if (status === 'unknown') return ['openUnknown'];
  return status === 'paused' ? ['within', 'paused'] : ['within'];
}

function sourceColumn({ channel }: Dossier): StatisticsPart {
  if (channel === null) return 'channelUnknown';
  return channel === 'online' ? 'online' : 'direct';
}

/**
 * The columns `dossier` is counted in; none when it ended before the period or was received after it.
 * @param statusOf where a dossier stands at a moment, for a caller that has judged it already.
 */
export function columnsOf(
  dossier: Dossier,
  view: StatisticsView,
  statusOf: StatusOf = (seen, at) => standing(seen, at, view.officeOf(seen.unit), view.choices).status,
): readonly StatisticsPart[] {
  const { period, now } = view;
  const over = now >= `${period.to}T00:00`;
  const moment = over ? `${period.to}T00:00` : now;
  const { received, state } = dossier;
  if (received === null) return [state === 'new' || state === 'refused' ? 'notReceived' : 'placeUnknown'];
  if (received >= moment) return [];

  const carried = received < period.from;
  const source = carried ? 'before' : sourceColumn(dossier);
  const seen = asOf(dossier, moment);
  const end = endOf(seen);
  if (end === null) return [source, ...openColumns(seen, moment, statusOf)];
  if (end.at === null && carried) return ['placeUnknown'];
  if (end.at === null && over) return [source, 'endUnknown'];
  if (end.at !== null && carried && end.at < period.from) return [];
  return [source, solvedColumn(seen, moment, statusOf)];
}

/** `statistics` with one more dossier. */
export function addDossier(statistics: DossierStatistics, dossier: Dossier, view: StatisticsView): DossierStatistics {
  const next = { ...statistics };
  for (const column of columnsOf(dossier, view)) next[column] += 1;
  return next;
}

/**
 * One table per key, e.g. per unit or sector, from dossiers read one after the other: memory grows with the keys, not with the dossiers.
 * @param keyOf `null` = not known; those dossiers are counted under `null`, never dropped.
 */
export function statisticsBy(
  dossiers: Iterable<Dossier>,
  keyOf: (dossier: Dossier) => string | null,
  view: StatisticsView,
): ReadonlyMap<string | null, DossierStatistics> {
  const tables = new Map<string | null, DossierStatistics>();
  for (const dossier of dossiers) {
    const key = keyOf(dossier);
    tables.set(key, addDossier(tables.get(key) ?? emptyStatistics(), dossier, view));
  }
  return tables;
}
