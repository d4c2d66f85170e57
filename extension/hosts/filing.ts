import { type DateOrder, readDate } from '#rules/calendar/printed-date.ts';
import type { Meaning } from '#rules/labels.ts';
import type { DossierReading } from './host.ts';

const WORKING_DAYS = /^(\d{1,3}(?:[.,]\d{1,2})?) ngày làm việc$/iu;

/**
 * When a dossier came in online and the limit of its procedure. A day without an hour starts no clock that runs by the hour; «5 ngày»
 * alone may be days of the calendar.
 */
export function filingOf(
  text: (meaning: Meaning) => string | null,
  order: (meaning: Meaning) => DateOrder,
): Pick<DossierReading, 'submittedOnline' | 'limitDays'> {
  const sent = readDate(text('submittedOnline') ?? '', order('submittedOnline'));
  const limit = WORKING_DAYS.exec((text('duration') ?? '').normalize('NFC').trim())?.[1];
  return {
    ...(sent?.time ? { submittedOnline: `${sent.day}T${sent.time}` } : {}),
    ...(limit ? { limitDays: Number(limit.replace(',', '.')) } : {}),
  };
}
