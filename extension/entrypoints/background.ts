import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isTimeAlarm, setAlarms } from '../background/alarms.ts';
import { answerOverlay, isEnabled, originOfSender } from '../background/answer-overlay.ts';
import { answerPacks } from '../background/answer-packs.ts';
import { answerPanel } from '../background/answer-panel.ts';
import { showBadge } from '../background/badge.ts';
import { broadcast } from '../background/broadcast.ts';
import { type Database, openDatabase } from '../background/database.ts';
import { forgetOld } from '../background/dossiers.ts';
import { refreshDevice } from '../background/enrol.ts';
import { sayMorningSummary } from '../background/morning-summary.ts';
import { openPanel, openPanelTab, setButton } from '../background/open-panel.ts';
import { isPackAlarm, refreshPacks, watchPacks } from '../background/province-packs.ts';
import { readOverlayMessage, readPanelMessage } from '../background/read-message.ts';
import { readPackMessage } from '../background/read-pack-message.ts';
import { settings } from '../background/settings.ts';
import { enabledSites, restoreSites } from '../background/sites.ts';
import { isSendAlarm, transmit } from '../background/transmit.ts';
import { localNow } from '../clock.ts';
import { originOf } from '../site-pattern.ts';

/** A module, so that it shares what the pages load too. */
export default defineBackground({ type: 'module', main });

function main(): void {
  const database = openDatabase();
  void settings.lock();
  void setAlarms();
  void watchPacks();
  setButton();

  browser.runtime.onMessage.addListener((raw, sender, respond) => {
    if (sender.id !== browser.runtime.id) return;
    const answer = (work: Promise<unknown>): true => {
      work.then(respond, (error: unknown) => {
        console.error('Đánh giá DVC:', error);
        respond(null);
      });
      return true;
    };
    if (sender.url?.startsWith(browser.runtime.getURL('/'))) {
      const ofPacks = readPackMessage(raw);
      if (ofPacks) return answer(answerPacks(ofPacks));
      const message = readPanelMessage(raw);
      if (message) return answer(database.then((db) => answerPanel(db, message)));
      return;
    }
    const message = readOverlayMessage(raw);
    const tab = sender.tab?.id;
    if (!message || tab === undefined) return;
    // The one act that cannot wait for the look-up of the site; it opens our own page and says nothing to the host.
    if (message.type === 'overlay.open') openPanel(tab);
    return answer(
      isEnabled(sender).then(async (enabled) =>
        enabled
          ? answerOverlay(await database, message, originOfSender(sender), { tab, frame: sender.frameId ?? 0 })
          : null,
      ),
    );
  });

  browser.action.onClicked.addListener((tab) => {
    openPanel(tab.id);
    const origin = tab.url && originOf(tab.url);
    if (origin) void settings.setSession('offered', [origin]);
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-panel') openPanel(tab?.id);
    else if (command === 'hide-marks') void toggleMarks();
  });
  const onNotice = (): void => void openPanelTab();
  browser.notifications?.onClicked.addListener(onNotice);

  const start = async (): Promise<void> => {
    const db = await database;
    await restoreSites();
    await forgetOld(db, localNow());
    await refreshDevice();
    await askPacks();
    await transmit(db);
    await tellTime(db);
  };
  /** What the officer, the browser or the province changed in the permissions or the policy. */
  const settle = async (): Promise<void> => {
    if (browser.notifications && !browser.notifications.onClicked.hasListener(onNotice))
      browser.notifications.onClicked.addListener(onNotice);
    await restoreSites();
    await setAlarms();
    await broadcast({ tabsOf: 'all' });
    await showBadge(await database);
  };
  browser.runtime.onInstalled.addListener(() => void start());
  browser.runtime.onStartup.addListener(() => void start());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (isSendAlarm(name)) void database.then((db) => transmit(db));
    if (isTimeAlarm(name)) void database.then(tellTime);
    if (isPackAlarm(name)) void askPacks();
  });
  browser.permissions.onAdded.addListener(() => void settle());
  browser.permissions.onRemoved.addListener(() => void settle());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void settle();
  });
}

/** What changes because time passes. */
async function tellTime(db: Database): Promise<void> {
  await showBadge(db);
  await sayMorningSummary(db);
  await setAlarms();
}

/** What the province signed since the last time is drawn with at once. */
async function askPacks(): Promise<void> {
  await refreshPacks();
  await broadcast({ tabsOf: await enabledSites() });
}

async function toggleMarks(): Promise<void> {
  await settings.setSession('hidden', !(await settings.session('hidden')));
  await broadcast({ tabsOf: await enabledSites() });
}
