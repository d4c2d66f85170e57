import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

/** Messages with a survey link made for one dossier. */
export interface Messages {
  readonly sent: number;
  readonly last: IsoDate;
}

/** One invitation and one reminder; nobody is ever written to a third time. */
export const MOST_MESSAGES = 2;

/** What was made for each of `dossiers`, by the province's own lists and by its portal. Absent = nothing. */
export async function messagesOf(
  db: Db,
  tenant: string,
  stage: Stage,
  dossiers: readonly string[],
): Promise<ReadonlyMap<string, Messages>> {
  const list = inList(dossiers);
  const params = [tenant, stage, ...list.params];
  const [own, links] = await Promise.all([
    db.all<Messages & { dossier: string }>(
      `select dossier, sent, last_day as last from survey_messages where tenant = ? and stage = ? and dossier ${list.sql}`,
      params,
    ),
    // Links are removed some time after they run out; the count of the province's own is kept.
    db.all<Messages & { dossier: string }>(
      `select dossier, count(*) as sent, max(created_at) as last from invitations
       where tenant = ? and stage = ? and proof = 'portal' and dossier ${list.sql} group by dossier`,
      params,
    ),
  ]);
  const found = new Map<string, Messages>();
  for (const { dossier, sent, last } of [...own, ...links]) {
    const known = found.get(dossier);
    found.set(dossier, {
      sent: Math.max(sent, known?.sent ?? 0),
      last: known && known.last > last ? known.last : last,
    });
  }
  return found;
}

/** Counts one more message about `dossier`. @param sent with this one. */
export function putMessage(tenant: string, stage: Stage, dossier: string, sent: number, day: IsoDate): Statement {
  return {
    sql: `insert into survey_messages (tenant, dossier, stage, sent, last_day) values (?, ?, ?, ?, ?)
      on conflict (tenant, dossier, stage) do update set sent = excluded.sent, last_day = excluded.last_day`,
    params: [tenant, dossier, stage, sent, day],
  };
}

/** At the seal, with the links: those made before `to` and those about dossiers that ended before it. */
export function deleteMessages(tenant: string, to: IsoDate): Statement {
  return {
    sql: `delete from survey_messages where tenant = ? and (last_day < ? or exists (select 1 from dossiers d
      where d.tenant = survey_messages.tenant and d.code = survey_messages.dossier and d.ended_day < ?))`,
    params: [tenant, to, to],
  };
}
