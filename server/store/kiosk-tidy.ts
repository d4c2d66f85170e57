import { addDays } from '#rules/calendar/date.ts';
import { localDay } from '../clock.ts';
import type { Db } from './db.ts';

/** The hour of somebody's answer is for seeing whether a tablet works, and says nothing of that any more. */
const HOUR_DAYS = 7;
/** No answer is believed to be older than a year. */
const ID_DAYS = 400;

/** Takes away what kiosks left behind: dossiers nobody took up, hours of old answers, ids of presses long counted. */
export function tidyKiosks(db: Db, tenant: string, at: Date): Promise<unknown> {
  const today = localDay(at);
  return db.batch([
    { sql: 'delete from kiosk_hand_overs where tenant = ? and expires_at <= ?', params: [tenant, at.toISOString()] },
    {
      sql: 'update kiosks set last_answer = null where tenant = ? and last_answer < ?',
      params: [tenant, addDays(today, -HOUR_DAYS)],
    },
    {
      sql: 'delete from kiosk_aside_ids where tenant = ? and month < ?',
      params: [tenant, addDays(today, -ID_DAYS).slice(0, 7)],
    },
  ]);
}
