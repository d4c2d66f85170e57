/**
 * Days off of state agencies and Saturdays worked, 2018–2027, copied by hand from the yearly notices: Điều 112 BLLĐ 2019, Điều 115
 * BLLĐ 2012. Weekend days are here too when they are a holiday themselves, or lie between two announced days of Tết.
 */
const OFF: Readonly<Record<string, string>> = {
  '2018': '01-01 02-14 02-15 02-16 02-17 02-18 02-19 02-20 04-25 04-30 05-01 09-02 09-03 12-31',
  '2019': '01-01 02-04 02-05 02-06 02-07 02-08 04-14 04-15 04-29 04-30 05-01 09-02',
  '2020': '01-01 01-23 01-24 01-25 01-26 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  '2021': '01-01 02-10 02-11 02-12 02-13 02-14 02-15 02-16 04-21 04-30 05-01 05-03 09-02 09-03',
  '2022': '01-01 01-03 01-31 02-01 02-02 02-03 02-04 04-10 04-11 04-30 05-01 05-02 05-03 09-01 09-02',
  '2023': '01-01 01-02 01-20 01-21 01-22 01-23 01-24 01-25 01-26 04-29 04-30 05-01 05-02 05-03 09-01 09-02 09-04',
  '2024': '01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  '2025': '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  '2026': '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
  '2027': '01-01 02-06 04-16 04-30 05-01 05-03 09-02 11-24',
};

export const DAYS_OFF: ReadonlySet<string> = new Set(
  Object.entries(OFF).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

export const SATURDAYS_WORKED: ReadonlySet<string> = new Set([
  '2019-01-05',
  '2019-05-04',
  '2024-05-04',
  '2025-04-26',
  '2026-01-10',
  '2026-08-22',
]);

/** 0 Sunday … 6 Saturday, by the machine's own calendar. */
export const plainWeekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay();

/** Every day of the ten years. */
export const TEN_YEARS: readonly string[] = Array.from({ length: 3652 }, (_, i) =>
  new Date(Date.UTC(2018, 0, 1 + i)).toISOString().slice(0, 10),
);
