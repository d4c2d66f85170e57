import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Proof } from '#wire/response.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf, type StoredPeriod } from './periods.ts';

/**
 * Whose answer a link holds a place for. An officer's link never takes the citizen's place, nor tells the officer whether
 * the citizen has answered.
 */
export type Voice = 'official' | 'officer';

export function voiceOf(proof: Proof): Voice {
  return proof === 'officerLink' ? 'officer' : 'official';
}

/** The answer a dossier already has at a stage. */
export interface Answered {
  readonly day: IsoDate;
  readonly editableUntil: IsoDate;
  /** Its period is open: until the last day for changes its giver may change it. */
  readonly open: boolean;
}

/** Those of `links` already taken in `period`, each with the answer that took it. */
export async function takenLinks(
  db: Db,
  tenant: string,
  period: string,
  links: readonly string[],
): Promise<ReadonlyMap<string, Answered>> {
  const list = inList(links);
  const rows = await db.all<Omit<Answered, 'open'> & { link: string; state: StoredPeriod['state'] }>(
    `select l.link, s.day, r.editable_until as "editableUntil", p.state from links l
     join responses s on s.tenant = l.tenant and s.period = l.period and s.seq = l.seq
     join receipts r on r.tenant = l.tenant and r.period = l.period and r.seq = l.seq
     join periods p on p.tenant = l.tenant and p.period = l.period
     where l.tenant = ? and l.period = ? and l.link ${list.sql}`,
    [tenant, period, ...list.params],
  );
  return new Map(rows.map(({ link, state, ...rest }) => [link, { ...rest, open: state === 'open' }]));
}

/** Periods whose key can still join a dossier to its answer. */
export function linkablePeriods(keys: PeriodKeys, tenant: string, periods: readonly StoredPeriod[]): string[] {
  return periods.filter((p) => p.state !== 'sealed' && keys.exists(tenant, p.period)).map((p) => p.period);
}

/** The answer `dossier` has at `stage` from `voice` in whichever unsealed period; `null` = none yet. */
export async function answeredOrNull(
  db: Db,
  keys: PeriodKeys,
  tenant: string,
  stage: Stage,
  voice: Voice,
  dossier: string,
): Promise<Answered | null> {
  for (const period of linkablePeriods(keys, tenant, await periodsOf(db, tenant))) {
    const taken = await takenLinks(db, tenant, period, [keys.link(tenant, period, stage, voice, dossier)]);
    for (const answered of taken.values()) return answered;
  }
  return null;
}

export function insertLink(tenant: string, period: string, link: string, seq: number): Statement {
  return {
    sql: 'insert into links (tenant, period, link, seq) values (?, ?, ?, ?)',
    params: [tenant, period, link, seq],
  };
}

export function deleteLink(tenant: string, period: string, seq: number): Statement {
  return { sql: 'delete from links where tenant = ? and period = ? and seq = ?', params: [tenant, period, seq] };
}
