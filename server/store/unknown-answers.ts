import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';
import type { Voice } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';
import { unitsOf } from './units.ts';

const PAGE = 500;
/** One put on record after an answer about it and ended earlier than so long before is not looked for. */
const OLDEST_DAYS = 366;
const KINDS: readonly (readonly [Stage, Voice])[] = [
  ['submitted', 'official'],
  ['submitted', 'officer'],
  ['returned', 'official'],
  ['returned', 'officer'],
];

interface LinkRow {
  readonly link: string;
  readonly unit: string;
}

/** Pages of codes somebody made a link for on this server and no dossier is held under. */
async function* invitedUnheld(db: Db, tenant: string): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = await db.all<{ dossier: string }>(
      `select distinct i.dossier from invitations i where i.tenant = ? and i.dossier > ?
         and not exists (select 1 from dossiers d where d.tenant = i.tenant and d.code = i.dossier)
       order by i.dossier limit ?`,
      [tenant, after, PAGE],
    );
    if (rows.length) yield rows.map(({ dossier }) => dossier);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.dossier;
  }
}

/** Pages of the codes held of one unit: of what has not ended and of what ended on or after `from`. Read from an index alone. */
async function* heldCodes(db: Db, tenant: string, unit: string, from: IsoDate): AsyncGenerator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = await db.all<{ code: string }>(
      `select code from dossiers where tenant = ? and unit = ? and ended_day is null and code > ? order by code limit ?`,
      [tenant, unit, after, PAGE],
    );
    if (rows.length) yield rows.map(({ code }) => code);
    after = rows.at(-1)?.code ?? after;
    if (rows.length < PAGE) break;
  }
  for (let [day, code] = [from, '']; ; ) {
    const rows = await db.all<{ day: string; code: string }>(
      `select ended_day as day, code from dossiers where tenant = ? and unit = ? and (ended_day, code) > (?, ?)
       order by ended_day, code limit ?`,
      [tenant, unit, day, code, PAGE],
    );
    if (rows.length) yield rows.map((row) => row.code);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [day, code] = [last.day, last.code];
  }
}

/**
 * Answers of `period` that are tied to a dossier code nobody ever put on record, by unit. A dossier of another period, or one that came
 * in after its answer, is held. Answers through links that are gone with an earlier period are taken as known, and so is what staff
 * filled in by a portal's own link. No code leaves this function.
 * @returns empty where the period's key is gone.
 */
export async function unknownAnswers(
  db: Db,
  keys: PeriodKeys,
  tenant: string,
  period: string,
): Promise<ReadonlyMap<string, number>> {
  const unknown = new Map<string, number>();
  if (!keys.exists(tenant, period)) return unknown;
  const count = (unit: string) => unknown.set(unit, (unknown.get(unit) ?? 0) + 1);
  // When an answer arrives a dossier on record makes it official: what stayed open had none then.
  const waiting = new Map<string, string>();
  const stages = new Set<Stage>();
  let first: IsoDate | null = null;
  for (const { link, unit, stage, day } of await db.all<LinkRow & { stage: Stage; day: IsoDate }>(
    `select l.link, r.unit, r.stage, r.day from responses r
     join links l on l.tenant = r.tenant and l.period = r.period and l.seq = r.seq
     where r.tenant = ? and r.period = ? and r.proof = 'open'`,
    [tenant, period],
  )) {
    waiting.set(link, unit);
    stages.add(stage);
    if (first === null || day < first) first = day;
  }
  for await (const codes of invitedUnheld(db, tenant)) {
    const list = inList(
      codes.flatMap((code) => KINDS.map(([stage, voice]) => keys.link(tenant, period, stage, voice, code))),
    );
    for (const { link, unit } of await db.all<LinkRow>(
      `select l.link, r.unit from links l
       join responses r on r.tenant = l.tenant and r.period = l.period and r.seq = l.seq
       where l.tenant = ? and l.period = ? and l.link ${list.sql}`,
      [tenant, period, ...list.params],
    )) {
      count(unit);
      waiting.delete(link);
    }
  }
  // Whichever unit holds it now: one may have taken over from another since.
  for (const { unit } of first === null ? [] : await unitsOf(db, tenant))
    for await (const codes of heldCodes(db, tenant, unit, addDays(first ?? '', -OLDEST_DAYS))) {
      if (waiting.size === 0) return unknown;
      for (const code of codes)
        for (const stage of stages) waiting.delete(keys.link(tenant, period, stage, 'official', code));
    }
  for (const unit of waiting.values()) count(unit);
  return unknown;
}
