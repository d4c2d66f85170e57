import type { LocalTime } from '#rules/law.ts';

const HANOI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The moment `at` on an office's clock: `2026-11-24T17:00`, whatever zone the computer is set to. */
export function localNow(at: Date = new Date()): LocalTime {
  return HANOI.format(at).replace(' ', 'T');
}
