import * as z from 'zod';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Choices } from '#rules/choices.ts';
import { device } from './access.ts';
import { unitCode } from './ids.ts';

/** What an enrolled browser needs to compute as the server does. */
export const deviceSelf = device.omit({ key: true }).extend({
  settings: z.object({
    tenantName: z.string(),
    /** Provincial decision that keeps TT 01/2018 in use, or `null`. */
    decision: z.string().nullable(),
    hours: z.custom<OfficeHours>(),
    granularity: z.custom<Choices['granularity']>(),
    choices: z.custom<Choices>(),
  }),
});
export type DeviceSelf = z.infer<typeof deviceSelf>;

/** One line of the list of enrolled browsers. Instants are UTC. */
export const enrolledDevice = z.object({
  device: z.string(),
  unit: unitCode,
  label: z.string(),
  enrolledAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type EnrolledDevice = z.infer<typeof enrolledDevice>;
