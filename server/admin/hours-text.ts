import type { Session } from '#rules/calendar/office-hours.ts';

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Sessions as an office writes them on its door: `07:30–11:30, 13:00–17:00`; closed is an empty text. */
export function hoursText(sessions: readonly Session[] = []): string {
  return sessions.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
}

/** What a person typed → sessions, or `null` when it cannot be read. Whether they fit together the server says. */
export function parseHours(typed: string): Session[] | null {
  if (typed.trim() === '') return [];
  const sessions = typed.split(/[,;]/).map((part) => {
    const found = /^\s*(\d{1,2})[:hg.](\d{2})\s*\p{Pd}\s*(\d{1,2})[:hg.](\d{2})\s*$/u.exec(part);
    const [h1, m1, h2, m2] = (found ?? []).slice(1).map(Number);
    if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined) return null;
    return h1 > 23 || h2 > 23 || m1 > 59 || m2 > 59 ? null : { from: h1 * 60 + m1, to: h2 * 60 + m2 };
  });
  return sessions.includes(null) ? null : sessions.flatMap((session) => session ?? []);
}
