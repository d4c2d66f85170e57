import { browser } from 'wxt/browser';
import { daysBetween } from '#rules/calendar/date.ts';
import { formatMoment } from '#rules/format.ts';
import { localNow } from '../clock.ts';
import { dueCounts } from '../due-counts.ts';
import { texts } from '../language.ts';
import { officeOf, UNSETTLED } from '../office-rules.ts';
import { summaryDue } from '../reminders.ts';
import type { Database } from './database.ts';
import { seenOnLastDay } from './dossiers.ts';
import { currentPreferences } from './preferences.ts';
import { settings } from './settings.ts';

const say = texts(
  {
    title: 'Đánh giá DVC',
    today: 'Hôm nay: {overdue} quá hạn, {dueToday} đến hạn, {apology} cần xin lỗi.',
    source: 'Theo danh sách đọc {at}.',
    old: 'Danh sách đọc lần cuối {at}, đã cũ. Mở trang một cửa để đọc lại.',
  },
  {
    title: 'Đánh giá DVC',
    today: 'Today: {overdue} overdue, {dueToday} due, {apology} owe an apology.',
    source: 'From the list read {at}.',
    old: 'The list was last read {at} and is old. Open the back office to read it again.',
  },
);

const NOTICE = 'morning';
/** An older list says too little about today: much of it has been handed over since. */
const FRESH_DAYS = 7;

/** Says once on each working day what is due, if the officer wants it and the browser allows notices. */
export async function sayMorningSummary(db: Database): Promise<void> {
  const now = localNow();
  const office = (await settings.kept('settings')) ?? UNSETTLED;
  const { reminders } = await currentPreferences();
  if (!summaryDue(now, await settings.kept('summarised'), reminders, officeOf(office)) || !browser.notifications)
    return;
  await settings.keep('summarised', now.slice(0, 10));
  const dossiers = await seenOnLastDay(db, now);
  const read = dossiers
    .map(({ seen }) => seen)
    .sort()
    .at(-1);
  if (!read) return;
  const counts = dueCounts(dossiers, office, now);
  const at = formatMoment(read);
  const fresh = daysBetween(read.slice(0, 10), now.slice(0, 10)) <= FRESH_DAYS;
  if (fresh && counts.overdue + counts.dueToday + counts.apology === 0) return;
  await browser.notifications.create(NOTICE, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: say('title'),
    message: fresh ? `${say('today', { ...counts })} ${say('source', { at })}` : say('old', { at }),
  });
}
