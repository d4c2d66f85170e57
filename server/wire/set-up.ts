import * as z from 'zod';
import { enrolledDevice } from './device.ts';
import { isoDate } from './ids.ts';
import { officer } from './officer.ts';
import { portalSighting } from './portal-sighting.ts';
import { tenant } from './tenant.ts';

/** Steps of the set-up, in their order. */
export const SET_UP_STEPS = ['tenant', 'units', 'officers', 'survey', 'embed', 'devices', 'dossiers', 'done'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];

/** What each step of the set-up has come to. */
export const setUp = z.object({
  tenant: z.object({ settled: z.boolean(), name: z.string(), decision: z.string().nullable() }),
  /** `doubled`: units that bear a name another unit bears at the same time. */
  units: z.object({ n: z.int(), doubled: z.int() }),
  /** `units`: of those at work today, how many have one. */
  officers: z.object({ n: z.int(), units: z.int() }),
  survey: z.object({ chosen: z.boolean(), id: z.string(), version: z.int(), from: isoDate }),
  embed: z.object({ sightings: z.array(portalSighting) }),
  devices: z.object({ n: z.int(), units: z.int() }),
  dossiers: z.object({ n: z.int(), periods: z.int() }),
  /** Whether the steps are done, and the first that is not. */
  open: z.enum(SET_UP_STEPS).nullable(),
});
export type SetUp = z.infer<typeof setUp>;

/** `?step=` of the set-up; left out = the first that is open. */
export const setUpQuery = z.strictObject({ step: z.enum(SET_UP_STEPS, 'không có bước này').optional() });

/** All steps, and what the one that is shown edits; the steps without anything of their own edit what every screen starts from. */
export const setUpScreen = z.object({
  state: setUp,
  edits: z.discriminatedUnion('step', [
    z.object({ step: z.literal('tenant'), tenant }),
    z.object({ step: z.literal('officers'), officers: z.array(officer) }),
    z.object({ step: z.literal('devices'), devices: z.array(enrolledDevice) }),
    z.object({ step: z.enum(['units', 'survey', 'embed', 'dossiers', 'done']) }),
  ]),
});
export type SetUpScreen = z.infer<typeof setUpScreen>;

/** The survey shown where a link or a tag names none. */
export const surveyChoice = z.strictObject({
  survey: z.string().regex(/^[a-z0-9-]{1,40}$/, 'mã mẫu phiếu không hợp lệ'),
});
export type SurveyChoice = z.infer<typeof surveyChoice>;
