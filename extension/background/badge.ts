import { browser } from 'wxt/browser';
import { localNow } from '../clock.ts';
import { punctualityOf } from '../features/deadline-mark.tsx';
import { seenOf } from '../features/seen.ts';
import { UNSETTLED } from '../office-rules.ts';
import type { Database } from './database.ts';
import { seenToday } from './dossiers.ts';
import { settings } from './settings.ts';
import { permissionLost } from './sites.ts';

/** Due today and overdue among the dossiers seen today; "!" when the browser took a permission back or the key was revoked. */
export async function showBadge(db: Database): Promise<void> {
  const now = localNow();
  const office = (await settings.kept('settings')) ?? UNSETTLED;
  const pressing = (await seenToday(db, now)).filter(({ reading }) => {
    const found = punctualityOf(seenOf(reading, office, now));
    return found && !found.finished && (found.dueToday || found.status === 'overdue');
  }).length;
  const lost = (await settings.kept('revoked')) || (await permissionLost());
  await browser.action.setBadgeText({ text: lost ? '!' : pressing ? String(Math.min(pressing, 999)) : '' });
  await browser.action.setBadgeBackgroundColor({ color: '#85230b' });
}
