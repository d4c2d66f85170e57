import type { Stage } from '#rules/surveys/survey.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

/** A dossier on its way from the counter to the tablet. No link is made for it before the tablet takes it up. */
export interface StoredHandOver {
  readonly handOver: string;
  readonly dossier: string;
  readonly stage: Stage;
  /** Who stands behind it, e.g. `officer:CB-0117`. */
  readonly issuer: string;
  readonly expires: string;
}

/** The last one handed over is the one the citizen in front of the tablet is asked about. */
export function putHandOver(tenant: string, kiosk: string, handOver: StoredHandOver): Statement[] {
  const { dossier, stage, issuer, expires } = handOver;
  return [
    { sql: 'delete from kiosk_hand_overs where tenant = ? and kiosk = ?', params: [tenant, kiosk] },
    {
      sql: `insert into kiosk_hand_overs (tenant, kiosk, hand_over, dossier, stage, issuer, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)`,
      params: [tenant, kiosk, handOver.handOver, dossier, stage, issuer, expires],
    },
  ];
}

/** What waits for `kiosk`; what is out of time is gone, and its code with it. */
export async function handOverOrNull(db: Db, tenant: string, kiosk: string, at: Date): Promise<StoredHandOver | null> {
  const found = await oneOrNull<StoredHandOver>(
    db,
    `select hand_over as "handOver", dossier, stage, issuer, expires_at as expires from kiosk_hand_overs
     where tenant = ? and kiosk = ?`,
    [tenant, kiosk],
  );
  if (!found || found.expires > at.toISOString()) return found;
  await db.batch([dropOldHandOvers(tenant, at)]);
  return null;
}

export function deleteHandOver(tenant: string, kiosk: string, handOver: string): Statement {
  return {
    sql: 'delete from kiosk_hand_overs where tenant = ? and kiosk = ? and hand_over = ?',
    params: [tenant, kiosk, handOver],
  };
}

/** Those out of time, which nobody asked for again: each says that a dossier lay at a counter then. */
export function dropOldHandOvers(tenant: string, at: Date): Statement {
  return {
    sql: 'delete from kiosk_hand_overs where tenant = ? and expires_at <= ?',
    params: [tenant, at.toISOString()],
  };
}
