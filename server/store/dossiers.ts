import type { Dossier, DossierState, Handler, Pause, Step } from '#rules/dossier.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { Db, Statement } from './db.ts';
import { mergeHandlers, mergeSteps } from './merge-lists.ts';

/** A row of `dossiers`, by the columns of {@link COLUMNS}. */
export interface DossierRow {
  code: string;
  unit: string;
  procedure: string | null;
  officer: string | null;
  channel: Dossier['channel'];
  state: DossierState;
  received: LocalTime | null;
  promised: LocalTime | null;
  reappointed: string;
  ready: LocalTime | null;
  returned: LocalTime | null;
  pauses: string;
  supplements: number | null;
  limit_days: number | null;
  steps: string | null;
  received_by: string | null;
  handlers: string | null;
}

export const COLUMNS =
  'code, unit, procedure, officer, channel, state, received, promised, reappointed, ready, returned, pauses, supplements, limit_days, steps, received_by, handlers';

const NONE: readonly never[] = [];

/** A list as it is stored; most are empty or not known. */
function listIn<T>(json: string): readonly T[] | null {
  if (json === '[]') return NONE;
  return json === 'null' ? null : (JSON.parse(json) as T[]);
}

/** Named one by one: a close reads a million, and a copy of all but some costs more. In this order they are in the hash of the facts. */
export function toDossier(row: DossierRow): Dossier {
  return {
    code: row.code,
    unit: row.unit,
    procedure: row.procedure,
    officer: row.officer,
    channel: row.channel,
    state: row.state,
    received: row.received,
    promised: row.promised,
    reappointed: listIn<LocalTime>(row.reappointed),
    ready: row.ready,
    returned: row.returned,
    pauses: listIn<Pause>(row.pauses) ?? NONE,
    supplements: row.supplements,
    steps: row.steps === null ? null : listIn<Step>(row.steps),
    handlers: row.handlers === null ? null : listIn<Handler>(row.handlers),
    limitDays: row.limit_days,
    receivedBy: row.received_by,
  };
}

/** The dossiers of `codes` that are known; the order is the database's. */
export async function dossiersByCode(db: Db, tenant: string, codes: readonly string[]): Promise<Dossier[]> {
  if (codes.length === 0) return [];
  const marks = codes.map(() => '?').join(', ');
  const rows = await db.all<DossierRow>(`select ${COLUMNS} from dossiers where tenant = ? and code in (${marks})`, [
    tenant,
    ...codes,
  ]);
  return rows.map(toDossier);
}

/**
 * Requests for papers: none is ever taken back, so a page that shows fewer shows a part of them. Only one that lists the whole course,
 * no shorter than what is on record, says that there were fewer.
 */
function requests(known: Dossier, { supplements, steps }: DossierBody): number | null {
  if (supplements === null || known.supplements === null) return supplements ?? known.supplements;
  const whole = steps && steps.length > 0 && steps.length >= (known.steps?.length ?? 0);
  return whole ? supplements : Math.max(supplements, known.supplements);
}

/**
 * What is now known of a dossier: what a screen does not show never erases what is on record, and the first promised
 * date stays the promise; a later one is a re-appointment.
 */
export function mergeDossier(known: Dossier | undefined, seen: DossierBody): Dossier {
  const { steps = null, receivedBy = null, handlers = null, acts: _, course: __, ...rest } = seen;
  if (!known) return { ...rest, steps, receivedBy, handlers };
  const moved = seen.promised !== null && known.promised !== null && seen.promised !== known.promised;
  const shown = seen.reappointed ?? known.reappointed;
  const again = [known.reappointed ?? [], seen.reappointed ?? [], moved && seen.promised ? [seen.promised] : []].flat();
  return {
    code: known.code,
    unit: seen.unit,
    procedure: seen.procedure ?? known.procedure,
    officer: seen.officer ?? known.officer,
    channel: seen.channel ?? known.channel,
    state: seen.state,
    received: seen.received ?? known.received,
    promised: known.promised ?? seen.promised,
    reappointed: shown || moved ? [...new Set(again)].sort() : null,
    ready: seen.ready ?? known.ready,
    returned: seen.returned ?? known.returned,
    pauses: seen.pauses.length >= known.pauses.length ? seen.pauses : known.pauses,
    supplements: requests(known, seen),
    limitDays: seen.limitDays ?? known.limitDays,
    steps: steps && known.steps ? mergeSteps(known.steps, steps) : (steps ?? known.steps ?? null),
    receivedBy: receivedBy ?? known.receivedBy ?? null,
    handlers:
      handlers && known.handlers ? mergeHandlers(known.handlers, handlers) : (handlers ?? known.handlers ?? null),
  };
}

/** Day processing ended (ready before returned), which decides the period the dossier belongs to; `null` while open. */
export function endedDay(dossier: Dossier): IsoDate | null {
  return (dossier.ready ?? dossier.returned)?.slice(0, 10) ?? null;
}

/** Marks that something kept beside the dossier changed. */
export function touchDossier(tenant: string, code: string, at: Date): Statement {
  return {
    sql: 'update dossiers set updated_at = ? where tenant = ? and code = ?',
    params: [at.toISOString(), tenant, code],
  };
}

/** @param promiseSeen the last moment (UTC) at which the promised date that holds was read; `null` = not known. */
export function putDossier(
  tenant: string,
  dossier: Dossier,
  calendar: string,
  source: string,
  at: Date,
  promiseSeen: string | null = null,
): Statement {
  return {
    sql: `insert into dossiers (tenant, ${COLUMNS}, ended_day, calendar, source, updated_at, promise_seen_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, code) do update set unit = excluded.unit, procedure = excluded.procedure,
        officer = excluded.officer, channel = excluded.channel, state = excluded.state, received = excluded.received,
        promised = excluded.promised, reappointed = excluded.reappointed, ready = excluded.ready,
        returned = excluded.returned, pauses = excluded.pauses, supplements = excluded.supplements,
        limit_days = excluded.limit_days, steps = excluded.steps, received_by = excluded.received_by,
        handlers = excluded.handlers, ended_day = excluded.ended_day, calendar = excluded.calendar,
        source = excluded.source, updated_at = excluded.updated_at, promise_seen_at = excluded.promise_seen_at`,
    params: [
      tenant,
      dossier.code,
      dossier.unit,
      dossier.procedure,
      dossier.officer,
      dossier.channel,
      dossier.state,
      dossier.received,
      dossier.promised,
      JSON.stringify(dossier.reappointed),
      dossier.ready,
      dossier.returned,
      JSON.stringify(dossier.pauses),
      dossier.supplements,
      dossier.limitDays,
      dossier.steps ? JSON.stringify(dossier.steps) : null,
      dossier.receivedBy ?? null,
      dossier.handlers ? JSON.stringify(dossier.handlers) : null,
      endedDay(dossier),
      calendar,
      source,
      at.toISOString(),
      promiseSeen,
    ],
  };
}
