import * as z from 'zod';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';

/** A day ends at 23:59: no moment is written 24:00, so no office can close then. */
const minute = z.int().min(0).max(1439, 'phút trong ngày: từ 0 đến 1439 (23:59)');

/** Sessions of one day in minutes since midnight, in order and apart. */
const sessions = z
  .array(
    z
      .strictObject({ from: minute, to: minute })
      .refine(({ from, to }) => from < to, 'giờ kết thúc phải sau giờ bắt đầu'),
  )
  .max(4, 'tối đa 4 buổi mỗi ngày')
  .refine(
    (list) => list.every(({ from }, i) => i === 0 || (list[i - 1]?.to ?? 0) <= from),
    'các buổi phải theo thứ tự và không chồng nhau',
  );

const weekday = z.int().min(0).max(6);

/** When offices work. Keys are weekdays: 0 Sunday, 1 Monday … 6 Saturday; a day left out is closed. */
export const officeHours = z
  .strictObject({
    sessions: z.partialRecord(z.enum(['0', '1', '2', '3', '4', '5', '6']), sessions),
    counted: z.array(weekday).min(1, 'cần ít nhất một ngày làm việc').max(7),
    extraWorkday: sessions.optional(),
  })
  .refine(({ counted }) => new Set(counted).size === counted.length, { path: ['counted'], message: 'có ngày bị lặp' })
  .refine(({ sessions: days, counted }) => counted.every((day) => (days[`${day as 0}`] ?? []).length > 0), {
    path: ['counted'],
    message: 'ngày tính là ngày làm việc phải có ít nhất một buổi',
  })
  .transform((hours) => hours as OfficeHours);
