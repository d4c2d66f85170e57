import type { KioskBeacon, KioskMode } from '#wire/kiosk.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import { hashSecret } from './secret.ts';
import { withinScope } from './units.ts';

/** A place at a counter and the tablet that stands there. Instants are UTC. */
export interface StoredKiosk {
  readonly kiosk: string;
  readonly unit: string;
  readonly counter: string;
  readonly officer: string | null;
  readonly mode: KioskMode;
  readonly lang: 'vi' | 'en';
  readonly intervalSeconds: number;
  readonly paused: boolean;
  readonly enrolledAt: string | null;
  readonly revokedAt: string | null;
  readonly wipe: 'delivered' | 'now' | null;
  readonly wipedAt: string | null;
  readonly seenAt: string | null;
  readonly queue: number | null;
  readonly lastAnswer: string | null;
  readonly version: string | null;
  readonly battery: number | null;
  readonly fault: 'storage' | 'refused' | null;
}

type Row = Omit<StoredKiosk, 'paused'> & { paused: number };

const SELECT = `select kiosk, unit, counter, officer, mode, lang, interval_seconds as "intervalSeconds", paused,
  enrolled_at as "enrolledAt", revoked_at as "revokedAt", wipe, wiped_at as "wipedAt", seen_at as "seenAt", queue,
  last_answer as "lastAnswer", version, battery, fault from kiosks where tenant = ?`;

const toKiosk = (row: Row): StoredKiosk => ({ ...row, paused: row.paused === 1 });

/** By unit and counter, revoked ones too. */
export async function kiosksOf(db: Db, tenant: string, scope: string | null): Promise<StoredKiosk[]> {
  const within = withinScope(tenant, scope);
  const rows = await db.all<Row>(`${SELECT}${within.sql} order by unit, counter, kiosk`, [tenant, ...within.params]);
  return rows.map(toKiosk);
}

export async function kioskOrNull(db: Db, tenant: string, kiosk: string): Promise<StoredKiosk | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} and kiosk = ?`, [tenant, kiosk]);
  return row && toKiosk(row);
}

export async function kioskByKeyOrNull(db: Db, tenant: string, key: string): Promise<StoredKiosk | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} and key_hash = ?`, [tenant, hashSecret(key)]);
  return row && toKiosk(row);
}

export type KioskPlace = Pick<
  StoredKiosk,
  'kiosk' | 'unit' | 'counter' | 'officer' | 'mode' | 'lang' | 'intervalSeconds'
>;

export function insertKiosk(tenant: string, place: KioskPlace, pinHash: string, at: Date): Statement {
  const { kiosk, unit, counter, officer, mode, lang, intervalSeconds } = place;
  return {
    sql: `insert into kiosks (tenant, kiosk, unit, counter, officer, mode, lang, interval_seconds, pin_hash, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, kiosk, unit, counter, officer, mode, lang, intervalSeconds, pinHash, at.toISOString()],
  };
}

/** What may change of a place; what is left out stays. */
export interface KioskChange extends Partial<Omit<KioskPlace, 'kiosk' | 'unit'>> {
  readonly paused?: boolean;
  readonly pinHash?: string;
}

/** A new PIN opens a locked menu as well. */
export function updateKiosk(tenant: string, before: StoredKiosk, change: KioskChange): Statement[] {
  const { counter, officer, mode, lang, intervalSeconds, paused } = { ...before, ...change };
  const { pinHash } = change;
  return [
    {
      sql: `update kiosks set counter = ?, officer = ?, mode = ?, lang = ?, interval_seconds = ?, paused = ?
        where tenant = ? and kiosk = ?`,
      params: [counter, officer, mode, lang, intervalSeconds, paused ? 1 : 0, tenant, before.kiosk],
    },
    ...(pinHash === undefined
      ? []
      : [
          {
            sql: 'update kiosks set pin_hash = ?, failures = 0, locked_until = null where tenant = ? and kiosk = ?',
            params: [pinHash, tenant, before.kiosk],
          },
        ]),
  ];
}

/** What the tablet last said of itself. */
export function seeKiosk(db: Db, tenant: string, kiosk: string, beacon: KioskBeacon, at: Date): Promise<number> {
  const { queue, lastAnswer, version, battery, fault } = beacon;
  return db.run(
    `update kiosks set seen_at = ?, queue = ?, last_answer = ?, version = ?, battery = ?, fault = ?
     where tenant = ? and kiosk = ?`,
    [at.toISOString(), queue, lastAnswer, version, battery, fault, tenant, kiosk],
  );
}

/** At the seal: the hour of an answer is finer than what is left of it. A tablet at work says it anew within minutes. */
export function forgetLastAnswers(tenant: string): Statement {
  return { sql: 'update kiosks set last_answer = null where tenant = ?', params: [tenant] };
}
