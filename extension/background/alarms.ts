import { browser } from 'wxt/browser';
import { localNow } from '../clock.ts';
import { officeOf, UNSETTLED } from '../office-rules.ts';
import { nextSummary } from '../reminders.ts';
import { currentPreferences } from './preferences.ts';
import { settings } from './settings.ts';

/** Deadlines pass while nobody reads a list: the badge is counted anew. */
const TICK = 'tick';
const TICK_MINUTES = 10;
const MORNING = 'morning';

/** Makes the alarms that are missing: a browser may lose them when it restarts or updates, so each start of the worker looks. */
export async function setAlarms(): Promise<void> {
  if (!(await browser.alarms.get(TICK))) await browser.alarms.create(TICK, { periodInMinutes: TICK_MINUTES });
  const { reminders } = await currentPreferences();
  const office = officeOf((await settings.kept('settings')) ?? UNSETTLED);
  const next = nextSummary(localNow(), reminders, office);
  if (!next) {
    await browser.alarms.clear(MORNING);
    return;
  }
  const when = Date.parse(`${next}:00+07:00`);
  if ((await browser.alarms.get(MORNING))?.scheduledTime !== when) await browser.alarms.create(MORNING, { when });
}

export const isTimeAlarm = (name: string): boolean => name === TICK || name === MORNING;
