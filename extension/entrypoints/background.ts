import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerOverlay, isEnabled, openPanel } from '../background/answer-overlay.ts';
import { answerPanel } from '../background/answer-panel.ts';
import { showBadge } from '../background/badge.ts';
import { openDatabase } from '../background/database.ts';
import { forgetOld } from '../background/dossiers.ts';
import { refreshDevice } from '../background/enrol.ts';
import { readOverlayMessage, readPanelMessage } from '../background/read-message.ts';
import { settings } from '../background/settings.ts';
import { restoreSites } from '../background/sites.ts';
import { isSendAlarm, transmit } from '../background/transmit.ts';
import { localNow } from '../clock.ts';
import { originOf } from '../site-pattern.ts';

export default defineBackground(() => {
  const database = openDatabase();
  void settings.lock();

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
      const message = readPanelMessage(raw);
      if (message) return answer(database.then((db) => answerPanel(db, message)));
      return;
    }
    const message = readOverlayMessage(raw);
    if (!message || !sender.tab) return;
    // The one act that cannot wait for the look-up of the site; it opens our own page and says nothing to the host.
    if (message.type === 'overlay.open') openPanel(sender.tab.id);
    return answer(isEnabled(sender).then(async (enabled) => (enabled ? answerOverlay(await database, message) : null)));
  });

  browser.action.onClicked.addListener((tab) => {
    openPanel(tab.id);
    const origin = tab.url && originOf(tab.url);
    if (origin) void settings.setSession('offered', [origin]);
  });

  const start = async (): Promise<void> => {
    const db = await database;
    await restoreSites();
    await forgetOld(db, localNow());
    await refreshDevice();
    await transmit(db);
    await showBadge(db);
  };
  browser.runtime.onInstalled.addListener(() => void start());
  browser.runtime.onStartup.addListener(() => void start());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (isSendAlarm(name)) void database.then((db) => transmit(db));
  });
  browser.permissions.onRemoved.addListener(() => void database.then(showBadge));
});
