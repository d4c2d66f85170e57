import type { Weekday } from './date.ts';

/** Minutes since midnight, half-open: 07:30–11:30 is `{ from: 450, to: 690 }`. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** When an office works. Each office may have its own, also a Saturday morning. */
export interface OfficeHours {
  /** Sessions of each weekday in order; a day that is absent is closed. */
  readonly sessions: Partial<Record<Weekday, readonly Session[]>>;
  /** Weekdays that count as a working day of a legal deadline. A Saturday morning adds hours, not a day. */
  readonly counted: readonly Weekday[];
  /** Sessions of a make-up working day; absent = Monday's. */
  readonly extraWorkday?: readonly Session[];
}

const FULL_DAY: readonly Session[] = [
  { from: 450, to: 690 },
  { from: 780, to: 1020 },
];

/** 07:30–11:30 and 13:00–17:00, Monday to Friday: 8 hours. */
export const DEFAULT_OFFICE_HOURS: OfficeHours = {
  sessions: { 1: FULL_DAY, 2: FULL_DAY, 3: FULL_DAY, 4: FULL_DAY, 5: FULL_DAY },
  counted: [1, 2, 3, 4, 5],
};

function minutesIn(sessions: readonly Session[]): number {
  return sessions.reduce((sum, session) => sum + session.to - session.from, 0);
}

/** Minutes in one ordinary working day of this office: what «1 ngày làm việc» stands for when time is shown. */
export function dayMinutes(hours: OfficeHours): number {
  return minutesIn(hours.sessions[1] ?? FULL_DAY);
}
