import { formatDate } from '#rules/format.ts';
import type { KioskSettings } from '#wire/kiosk.ts';

const OFFSET_MS = 7 * 3_600_000;
const two = (n: number) => String(n).padStart(2, '0');

/** Wall-clock text in Viet Nam, whatever zone the tablet is set to. */
export const localTime = (ms: number) => new Date(ms + OFFSET_MS).toISOString().slice(0, 16);

function place(ms: number): { readonly day: string; readonly minute: number } {
  const text = localTime(ms);
  return { day: text.slice(0, 10), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) };
}

/** Whether a press at `ms` counts. A day nobody told the tablet of counts: not known is not shut. */
export function isOpen({ opening }: Pick<KioskSettings, 'opening'>, ms: number): boolean {
  const { day, minute } = place(ms);
  const known = opening.find((each) => each.day === day);
  return !known || known.sessions.some(({ from, to }) => from <= minute && minute < to);
}

/** When the next session begins: `07:30` of today, `07:30, 23/11/2026` of a later day; `null` when none is known. */
export function nextOpening({ opening }: Pick<KioskSettings, 'opening'>, ms: number): string | null {
  const { day, minute } = place(ms);
  for (const each of opening.filter((one) => one.day >= day).sort((a, b) => (a.day < b.day ? -1 : 1)))
    for (const { from } of each.sessions)
      if (each.day > day || from > minute) {
        const time = `${two(Math.floor(from / 60))}:${two(from % 60)}`;
        return each.day > day ? `${time}, ${formatDate(each.day)}` : time;
      }
  return null;
}
