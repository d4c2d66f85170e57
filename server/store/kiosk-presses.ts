import type { Db, Statement } from './db.ts';

/** One more press of a tablet that is an answer; for the transaction that stores it, so that one sent twice is counted once. */
export function countPress(tenant: string, kiosk: string, month: string): Statement {
  return {
    sql: `insert into kiosk_presses (tenant, kiosk, month, n) values (?, ?, ?, 1)
      on conflict (tenant, kiosk, month) do update set n = kiosk_presses.n + 1`,
    params: [tenant, kiosk, month],
  };
}

/** Presses of one tablet: answers and those put aside. */
export interface TabletPresses {
  readonly unit: string;
  readonly kiosk: string;
  readonly counter: string;
  readonly answers: number;
  readonly outsideHours: number;
  readonly tooSoon: number;
}

/** By tablet, in the months [from, to) (`2026-11`). What was put aside before answers were counted is left out: it has no whole. */
export function pressesOf(db: Db, tenant: string, from: string, to: string): Promise<TabletPresses[]> {
  return db.all(
    `select k.unit, k.kiosk, k.counter, sum(m.answers) as answers, sum(m.outside) as "outsideHours", sum(m.soon) as "tooSoon"
     from (
       select kiosk, n as answers, 0 as outside, 0 as soon from kiosk_presses where tenant = ? and month >= ? and month < ?
       union all
       select kiosk, 0, case when reason = 'outsideHours' then n - before_presses else 0 end,
         case when reason = 'interval' then n - before_presses else 0 end
       from kiosk_asides where tenant = ? and month >= ? and month < ?) as m
     join kiosks k on k.tenant = ? and k.kiosk = m.kiosk
     group by k.unit, k.kiosk, k.counter order by k.unit, k.kiosk`,
    [tenant, from, to, tenant, from, to, tenant],
  );
}
