import { browser } from 'wxt/browser';
import { broadcast } from './broadcast.ts';
import type { Database } from './database.ts';
import { sendQueue } from './send-queue.ts';
import { settings } from './settings.ts';
import { enabledSites } from './sites.ts';
import { forgetStandings } from './standing-scores.ts';

const ALARM = 'send-queue';
/** Shortest alarm a browser keeps for a packed extension. */
const SHORTEST_MS = 60_000;

/** A worker stays awake about this long; a sooner retry need not wait for the alarm. */
const AWAKE_MS = 20_000;

let running: Promise<void> | null = null;
let again: 'no' | 'due' | 'asked' = 'no';

async function round(db: Database, asked: boolean): Promise<void> {
  const [server, device, revoked, consent] = await Promise.all([
    settings.kept('server'),
    settings.kept('device'),
    settings.kept('revoked'),
    settings.kept('consent'),
  ]);
  if (!server || !device || revoked || !consent) return;
  // Should the browser stop this worker in the middle, the alarm starts it again.
  await browser.alarms.create(ALARM, { when: Date.now() + SHORTEST_MS });
  const owner = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const result = await sendQueue({ db, server, key: device.key, owner, now: Date.now }, asked);
  if (result.tried > 0) forgetStandings();
  if (result.revoked) await settings.keep('revoked', true);
  const before = await settings.session('trouble');
  const trouble = result.tried > 0 || result.nextAt === null ? result.trouble : before;
  await settings.setSession('trouble', trouble);
  if (result.nextAt === null || result.revoked) await browser.alarms.clear(ALARM);
  else {
    const wait = result.nextAt - Date.now();
    await browser.alarms.create(ALARM, { when: Date.now() + Math.max(wait, SHORTEST_MS) });
    if (wait < AWAKE_MS) setTimeout(() => void transmit(db), Math.max(0, wait));
  }
  await broadcast({ tabsOf: trouble === before ? [] : await enabledSites() });
}

/** Sends what is due, one round at a time; a call during a round makes another follow. @param asked by a person: do not wait. */
export async function transmit(db: Database, asked = false): Promise<void> {
  if (running) {
    again = asked ? 'asked' : again === 'no' ? 'due' : again;
    return running;
  }
  running = round(db, asked).finally(() => {
    running = null;
  });
  await running;
  if (again !== 'no') {
    const next = again === 'asked';
    again = 'no';
    await transmit(db, next);
  }
}

export const isSendAlarm = (name: string): boolean => name === ALARM;
