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
  /** The tablet took it up: it waits for nothing but its answer. */
  readonly taken: boolean;
}

const SELECT = `select hand_over as "handOver", dossier, stage, issuer, expires_at as expires, taken
  from kiosk_hand_overs where tenant = ?`;

type Row = Omit<StoredHandOver, 'taken'> & { taken: number };

async function current(db: Db, tenant: string, found: Row | null, at: Date): Promise<StoredHandOver | null> {
  if (!found) return null;
  if (found.expires > at.toISOString()) return { ...found, taken: found.taken === 1 };
  await db.batch([dropOldHandOvers(tenant, at)]);
  return null;
}

/** The last one handed over is the one the citizen in front of the tablet is asked about. */
export function putHandOver(tenant: string, kiosk: string, handOver: Omit<StoredHandOver, 'taken'>): Statement[] {
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
  const row = await oneOrNull<Row>(db, `${SELECT} and kiosk = ?`, [tenant, kiosk]);
  const found = await current(db, tenant, row, at);
  return found?.taken ? null : found;
}

/** What `issuer` handed over under this id, taken up or not, until it is out of time or another took its place. */
export async function ownHandOverOrNull(
  db: Db,
  tenant: string,
  handOver: string,
  issuer: string,
  at: Date,
): Promise<StoredHandOver | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} and hand_over = ? and issuer = ?`, [tenant, handOver, issuer]);
  return current(db, tenant, row, at);
}

/** The tablet took it up; falls when it had already, for then the column would become null. It stays until `expires`. */
export function takeHandOver(tenant: string, kiosk: string, handOver: string, expires: string): Statement {
  return {
    sql: `update kiosk_hand_overs set taken = case when taken = 0 then 1 end, expires_at = ?
      where tenant = ? and kiosk = ? and hand_over = ?`,
    params: [expires, tenant, kiosk, handOver],
  };
}

/** Takes back what no tablet has taken up. */
export function withdrawHandOver(db: Db, tenant: string, handOver: string, issuer: string): Promise<number> {
  return db.run('delete from kiosk_hand_overs where tenant = ? and hand_over = ? and issuer = ? and taken = 0', [
    tenant,
    handOver,
    issuer,
  ]);
}

/** Those out of time, which nobody asked for again: each says that a dossier lay at a counter then. */
export function dropOldHandOvers(tenant: string, at: Date): Statement {
  return {
    sql: 'delete from kiosk_hand_overs where tenant = ? and expires_at <= ?',
    params: [tenant, at.toISOString()],
  };
}
