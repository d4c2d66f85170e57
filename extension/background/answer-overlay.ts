import { localNow } from '../clock.ts';
import type { OverlayKnown, OverlayMessage, OverlayStart } from '../messages.ts';
import { UNSETTLED } from '../office-rules.ts';
import { addsTo } from './adds-to.ts';
import { showBadge } from './badge.ts';
import { broadcast } from './broadcast.ts';
import type { Database } from './database.ts';
import { rememberReadings } from './dossiers.ts';
import { countOfTab, type FrameOfTab, forgetFrame } from './frame-counts.ts';
import { currentPreferences } from './preferences.ts';
import { packsFor } from './province-packs.ts';
import { unsentCount } from './queue.ts';
import { queueReadings } from './queue-readings.ts';
import { rememberLook } from './remember-look.ts';
import { settings } from './settings.ts';
import { enabledSites, isAllowed } from './sites.ts';
import { currentPerson } from './switch-person.ts';
import { transmit } from './transmit.ts';

export const originOfSender = (sender: { url?: string | undefined; origin?: string | undefined }): string =>
  sender.origin ?? (sender.url ? new URL(sender.url).origin : '');

/**
 * Whether a message comes from a page the officer enabled and the browser still lets us read: a script that is in the page already is not
 * taken out of it with the permission. A page on another port of the same machine is another site.
 */
export async function isEnabled(sender: { url?: string | undefined; origin?: string | undefined }): Promise<boolean> {
  const origin = originOfSender(sender);
  return (await enabledSites()).includes(origin) && isAllowed(origin);
}

/** Answers a back-office page. The tab's panel was opened before, while the officer's gesture still counted. */
export async function answerOverlay(
  db: Database,
  message: OverlayMessage,
  origin: string,
  from: FrameOfTab,
): Promise<OverlayStart | OverlayKnown | null> {
  switch (message.type) {
    case 'overlay.start':
      if (message.first) await forgetFrame(from);
      return {
        settings: (await settings.kept('settings')) ?? UNSETTLED,
        hidden: (await settings.session('hidden')) ?? false,
        unsent: await unsentCount(db, Date.now()),
        preferences: await currentPreferences(),
        packs: await packsFor(origin),
      };
    case 'overlay.reading': {
      const now = localNow();
      const stored = await rememberReadings(db, message.readings, now, (await currentPerson())?.officer ?? null);
      if (message.count.total > 0)
        await settings.setSession('count', { ...(await countOfTab(from, message.count)), at: now });
      const queued = await queueReadings(db, stored, Date.now());
      if (queued) void transmit(db);
      await showBadge(db);
      await broadcast();
      const readings = stored.map(({ reading }, i) => (addsTo(message.readings[i] ?? null, reading) ? reading : null));
      return { readings, unsent: await unsentCount(db, Date.now()) };
    }
    case 'overlay.look': {
      const count = await countOfTab(from, message.look.count);
      // A frame that is not read says so itself; the site is read where another frame is.
      const look = { ...message.look, count, unreadable: message.look.unreadable && count.total === 0 };
      if (await rememberLook(origin, look, localNow())) await broadcast();
      return null;
    }
    case 'overlay.open':
      await settings.setSession('selected', { code: message.code, view: message.view });
      await broadcast();
      return null;
    case 'overlay.hide':
      await settings.setSession('hidden', message.hidden);
      await broadcast({ tabsOf: await enabledSites() });
      return null;
  }
}
