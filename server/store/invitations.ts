import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Proof } from '#wire/response.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { type Minted, markOf } from './minted-answers.ts';
import { hashSecret, randomCrockford } from './secret.ts';

/** Days a link stays open, the day of issue not counted. */
export const LINK_DAYS = 60;

export interface StoredInvitation {
  readonly dossier: string;
  readonly unit: string;
  readonly procedure: string | null;
  readonly stage: Stage;
  /** Who stands behind the link: the portal's server, in a message or printed on a slip, or an officer's browser. */
  readonly proof: Extract<Proof, 'portal' | 'receipt' | 'officerLink'>;
  readonly issued: IsoDate;
  readonly expires: IsoDate;
  /** How an officer's browser made it; `null` for a link made by anybody else, and for one handed to a tablet at the counter. */
  readonly minted: Minted | null;
}

/**
 * A new link `mau.<16 random Crockford characters>`; only its hash is stored.
 * @param minted of an officer's browser: when, and from which network; absent = the link is not made by one.
 */
export function newInvitation(
  tenant: string,
  invitation: Omit<StoredInvitation, 'issued' | 'expires' | 'minted'>,
  issuer: string,
  today: IsoDate,
  minted: { readonly at: Date; readonly network: string | null } | null = null,
): { readonly token: string; readonly expires: IsoDate; readonly statement: Statement } {
  const token = `${tenant}.${randomCrockford(16)}`;
  const expires = addDays(today, LINK_DAYS);
  const { dossier, unit, procedure, stage, proof } = invitation;
  const statement = {
    sql: `insert into invitations (tenant, token_hash, dossier, unit, procedure, stage, proof, issuer, expires_day,
        created_at, minted_at, minted_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      ...[tenant, hashSecret(token), dossier, unit, procedure, stage, proof, issuer, expires, today],
      minted?.at.toISOString() ?? null,
      minted && minted.network !== null ? markOf(token, minted.network) : null,
    ],
  };
  return { token, expires, statement };
}

/** Kept beside the other running numbers: one row for each issuer and day. */
const counterOf = (issuer: string, day: IsoDate) => `invitations/${issuer}/${day}`;

/** Links `issuer` has made on `day`. */
export async function invitationsOn(db: Db, tenant: string, issuer: string, day: IsoDate): Promise<number> {
  const row = await oneOrNull<{ next: number }>(db, 'select next from sequences where tenant = ? and name = ?', [
    tenant,
    counterOf(issuer, day),
  ]);
  return row?.next ?? 0;
}

/** Counts `by` more links of `issuer` on `day`. */
export function countInvitation(tenant: string, issuer: string, day: IsoDate, by = 1): Statement {
  return {
    sql: `insert into sequences (tenant, name, next) values (?, ?, ?)
      on conflict (tenant, name) do update set next = sequences.next + excluded.next`,
    params: [tenant, counterOf(issuer, day), by],
  };
}

type Row = Omit<StoredInvitation, 'minted'> & { issuer: string; at: string | null; from: string | null };

export async function invitationOrNull(db: Db, tenant: string, token: string): Promise<StoredInvitation | null> {
  const row = await oneOrNull<Row>(
    db,
    `select dossier, unit, procedure, stage, proof, created_at as issued, expires_day as expires, issuer,
       minted_at as at, minted_from as "from"
     from invitations where tenant = ? and token_hash = ?`,
    [tenant, hashSecret(token)],
  );
  if (!row) return null;
  const { issuer, at, from, ...invitation } = row;
  return { ...invitation, minted: at === null ? null : { issuer, at, from } };
}

/**
 * Removes every link that a period ending at `to` (the day after its last) may have been answered through, answered or
 * not: those made before `to`, those for dossiers that ended before it, and later ones for the same dossier and stage.
 * Which of them were answered cannot be told from what is left, and none is answered a second time.
 */
export function deleteInvitations(tenant: string, to: IsoDate): Statement {
  return {
    sql: `delete from invitations where tenant = ? and (created_at < ?
      or exists (select 1 from dossiers d
        where d.tenant = invitations.tenant and d.code = invitations.dossier and d.ended_day < ?)
      or exists (select 1 from invitations o where o.tenant = invitations.tenant and o.dossier = invitations.dossier
        and o.stage = invitations.stage and o.created_at < ?))`,
    params: [tenant, to, to, to],
  };
}
