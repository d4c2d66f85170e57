import { type Calendar, makeCalendar, NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE_HOURS, type OfficeHours, type Session } from '#rules/calendar/office-hours.ts';
import type { Office } from '#rules/calendar/working-time.ts';

const SHORT: readonly Session[] = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];
const MORNING: readonly Session[] = [{ from: 450, to: 690 }];

/** Offices of the cases, by the words a lawyer reads. */
const HOURS = {
  '7 giờ 30 phút (07:30–11:30, 13:30–17:00)': {
    sessions: { 1: SHORT, 2: SHORT, 3: SHORT, 4: SHORT, 5: SHORT },
    counted: [1, 2, 3, 4, 5],
  },
  '8 giờ (07:30–11:30, 13:00–17:00)': DEFAULT_OFFICE_HOURS,
  '8 giờ và sáng thứ Bảy không tính ngày': {
    ...DEFAULT_OFFICE_HOURS,
    sessions: { ...DEFAULT_OFFICE_HOURS.sessions, 6: MORNING },
  },
  '8 giờ và sáng thứ Bảy tính ngày': {
    sessions: { ...DEFAULT_OFFICE_HOURS.sessions, 6: MORNING },
    counted: [1, 2, 3, 4, 5, 6],
  },
  '8 giờ, ngày làm bù chỉ mở buổi sáng': { ...DEFAULT_OFFICE_HOURS, extraWorkday: MORNING },
  'chỉ mở sáng thứ Ba và thứ Năm, đủ năm ngày tính hạn': {
    sessions: { 2: MORNING, 4: MORNING },
    counted: [1, 2, 3, 4, 5],
  },
} as const satisfies Record<string, OfficeHours>;

export type OfficeWords = keyof typeof HOURS;

/** The calendars OpenCPS was run with: one day more than weekends, not the real year. */
const TRIED = {
  'chỉ 02/9/2025 nghỉ': ['2025-09-02', 'holiday'],
  'chỉ thứ Bảy 06/9/2025 làm bù': ['2025-09-06', 'extraWorkday'],
} as const;

export type CalendarWords = keyof typeof TRIED;

const tried = (words: CalendarWords): Calendar => {
  const [date, kind] = TRIED[words];
  const day = {
    date,
    kind,
    name: words,
    notice: 'lịch thử',
    basis: 'notice',
    announced: null,
    certainty: 'reading',
  } as const;
  return makeCalendar({ from: '2025-01-01', to: '2026-01-01' }, [], [day]);
};

export const officeNamed = (words: OfficeWords, calendar?: CalendarWords): Office => ({
  calendar: calendar ? tried(calendar) : NATIONAL_CALENDAR,
  hours: HOURS[words],
});
