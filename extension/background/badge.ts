import { browser } from 'wxt/browser';
import { localNow } from '../clock.ts';
import { dueCounts } from '../due-counts.ts';
import { UNSETTLED } from '../office-rules.ts';
import type { Database } from './database.ts';
import { seenToday } from './dossiers.ts';
import { settings } from './settings.ts';
import { lostSites } from './sites.ts';

/** Due today and overdue among the dossiers seen today; "!" when the browser took a permission back or the key was revoked. */
export async function showBadge(db: Database): Promise<void> {
  const now = localNow();
  const office = (await settings.kept('settings')) ?? UNSETTLED;
  const { overdue, dueToday } = dueCounts(await seenToday(db, now), office, now);
  const lost = (await settings.kept('revoked')) || (await lostSites()).length > 0;
  const pressing = Math.min(overdue + dueToday, 999);
  await browser.action.setBadgeText({ text: lost ? '!' : pressing ? String(pressing) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#85230b' });
}
