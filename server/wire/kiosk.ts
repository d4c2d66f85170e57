import * as z from 'zod';
import { personRequest } from './access.ts';
import { clientId, dossierCode, officerCode, procedureCode, tenantId, unitCode } from './ids.ts';
import { response } from './response.ts';

/** `quick`: three faces, one touch. `full`: the province's own form, one question at a time. */
const mode = z.enum(['quick', 'full']);
export type KioskMode = z.infer<typeof mode>;
const lang = z.enum(['vi', 'en']);
const counter = z.string().trim().min(1, 'cần tên quầy').max(40);
const pin = personRequest.shape.pin;
const intervalSeconds = z.int().min(0).max(60);
const kioskId = z.string().regex(/^[a-z][a-z0-9]{1,11}\.[0-9A-HJKMNP-TV-Z]{10}$/, 'mã ki-ốt không đúng');

/** A new place for a tablet. */
export const kioskRequest = z.strictObject({
  unit: unitCode,
  /** As citizens read it, e.g. `Quầy 03`. */
  counter,
  /** Who is on duty there; shown to staff, never kept with an answer. */
  officer: officerCode.nullable(),
  mode,
  lang,
  /** An answer sooner than this after the last one is counted apart. */
  intervalSeconds: intervalSeconds.default(3),
  /** Opens the staff menu on the tablet. */
  pin,
});
/** What an admin may change later; the unit stays, for the answers of a place are its unit's. What is left out has no default. */
export const kioskChange = kioskRequest.omit({ unit: true }).extend({ intervalSeconds }).partial();
/** What staff may change on the tablet itself. */
export const kioskStaffChange = z.strictObject({
  pin,
  counter: counter.optional(),
  officer: officerCode.nullable().optional(),
  mode: mode.optional(),
  lang: lang.optional(),
  paused: z.boolean().optional(),
});
export const kioskPin = z.strictObject({ pin });

/** One-time code `mau-7K2M-9QXD` for the tablet, 15 minutes. */
export const kioskCode = z.object({ kiosk: kioskId, code: z.string(), expires: z.string() });
export type KioskCode = z.infer<typeof kioskCode>;
export const kioskEnrolRequest = z.strictObject({ code: z.string().max(40) });
/** The tablet's key, shown this once: `mau.kk.…`. */
export const kioskEnrolled = z.object({ key: z.string(), kiosk: kioskId });
export type KioskEnrolled = z.infer<typeof kioskEnrolled>;

/** `delivered`: once its answers have arrived; `now`: at once, answers not yet sent are lost. */
const wipe = z.enum(['delivered', 'now']);
export const kioskWipeRequest = z.strictObject({ when: wipe });

const fault = z.enum(['storage', 'refused']);
/** Sign of life, nothing personal in it. */
export const kioskBeacon = z.strictObject({
  /** Answers not delivered yet. */
  queue: z.int().min(0).max(1_000_000),
  /** Hour of the last answer, `2026-11-24T14`; `null` when there was none within a day. */
  lastAnswer: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d$/, 'giờ dạng 2026-11-24T14')
    .nullable(),
  version: z.string().regex(/^[\w.-]{1,40}$/, 'phiên bản không đúng dạng'),
  /** Percent, or `null` where the browser does not tell. */
  battery: z.int().min(0).max(100).nullable(),
  /** `storage`: nothing can be kept on the tablet · `refused`: the server refused answers for good. */
  fault: fault.nullable(),
});
export type KioskBeacon = z.infer<typeof kioskBeacon>;

const session = z.object({ from: z.number(), to: z.number() });
/** How the tablet is to work; answers every sign of life. */
export const kioskSettings = z.object({
  kiosk: kioskId,
  tenant: tenantId,
  tenantName: z.string(),
  unit: unitCode,
  unitName: z.string(),
  counter: z.string(),
  officer: officerCode.nullable(),
  mode,
  lang,
  intervalSeconds: z.number(),
  paused: z.boolean(),
  quick: z.object({ id: z.string(), version: z.number() }),
  full: z.object({ id: z.string(), version: z.number() }),
  /** Minutes since midnight in Viet Nam in which answers count, for the days to come; a day that is not here is not known. */
  opening: z.array(z.object({ day: z.string(), sessions: z.array(session) })),
  wipe: wipe.nullable(),
  /** The server's clock, UTC. */
  now: z.string(),
});
export type KioskSettings = z.infer<typeof kioskSettings>;

/** What the right PIN opens. */
export const kioskStaff = z.object({
  settings: kioskSettings,
  officers: z.array(z.object({ officer: officerCode, label: z.string() })),
});
export type KioskStaff = z.infer<typeof kioskStaff>;

/** A press that is no answer: outside the hours, or too soon after the last one. What was pressed stays on the tablet. */
export const kioskAside = z.strictObject({
  id: clientId,
  aside: z.enum(['outsideHours', 'interval']),
  ageSeconds: z.int().min(0).max(31_536_000).optional(),
});
export type KioskAside = z.infer<typeof kioskAside>;
/** One answer or press. The place is the kiosk's own. */
export const kioskAnswer = z.union([kioskAside, response.safeExtend({ channel: z.literal('kiosk') })]);
export type KioskAnswer = z.infer<typeof kioskAnswer>;

/** The counter hands a dossier to the tablet for 3 minutes. */
export const handOverRequest = z.strictObject({
  kiosk: kioskId,
  dossier: dossierCode,
  stage: z.enum(['submitted', 'returned']),
});
/** What the tablet may show of it before it is taken up. */
export const handOver = z.object({
  handOver: z.string(),
  /** Last 4 characters of the code. */
  tail: z.string(),
  stage: z.enum(['submitted', 'returned']),
  expires: z.string(),
});
export type HandOver = z.infer<typeof handOver>;
/** GET /v1/kiosk/hand-over/:handOver — 410 once it is out of time, taken back or replaced by another dossier. */
export const handOverState = z.object({ state: z.enum(['waiting', 'taken', 'answered']), expires: z.string() });
export type HandOverState = z.infer<typeof handOverState>;
/** GET /v1/kiosk/places — where an officer may hand a dossier over to. */
export const kioskPlaces = z.object({
  places: z.array(z.object({ kiosk: kioskId, counter: z.string(), ready: z.boolean() })),
});
export type KioskPlaces = z.infer<typeof kioskPlaces>;
export const handOverTakeRequest = z.strictObject({ handOver: z.string().max(40) });
/** The link an officer's word stands behind; the tablet keeps it until the answers are given. */
export const handOverTaken = handOver.omit({ handOver: true }).extend({
  token: z.string(),
  unit: unitCode,
  procedure: procedureCode.nullable(),
  survey: z.string(),
  version: z.number(),
});
export type HandOverTaken = z.infer<typeof handOverTaken>;

/** One line of the admin's list. Instants are UTC. */
export const kioskLine = kioskRequest.omit({ pin: true }).extend({
  kiosk: kioskId,
  paused: z.boolean(),
  enrolledAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  wipe: wipe.nullable(),
  wipedAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  queue: z.number().nullable(),
  lastAnswer: z.string().nullable(),
  version: z.string().nullable(),
  battery: z.number().nullable(),
  fault: fault.nullable(),
  /** Presses of this month that were only counted. */
  outsideHours: z.number(),
  interval: z.number(),
});
export type KioskLine = z.infer<typeof kioskLine>;
