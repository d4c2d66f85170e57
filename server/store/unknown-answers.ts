import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';
import type { Voice } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';

const PAGE = 500;
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

/** Pages of codes put on record or changed at or after the beginning of `day`. */
async function* writtenSince(db: Db, tenant: string, day: IsoDate): AsyncGenerator<readonly string[]> {
  // The day begins at 17:00 UTC of the day before.
  for (let [at, code] = [`${addDays(day, -1)}T17:00`, '']; ; ) {
    const rows = await db.all<{ at: string; code: string }>(
      `select updated_at as at, code from dossiers where tenant = ? and (updated_at, code) > (?, ?)
       order by updated_at, code limit ?`,
      [tenant, at, code, PAGE],
    );
    if (rows.length) yield rows.map((row) => row.code);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    [at, code] = [last.at, last.code];
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
  if (first !== null)
    for await (const codes of writtenSince(db, tenant, first)) {
      if (waiting.size === 0) break;
      for (const code of codes)
        for (const stage of stages) waiting.delete(keys.link(tenant, period, stage, 'official', code));
    }
  for (const unit of waiting.values()) count(unit);
  return unknown;
}
