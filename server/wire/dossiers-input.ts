import * as z from 'zod';
import { choices } from './choices.ts';
import { dossier } from './dossier.ts';
import { isoDate, localTime } from './ids.ts';
import { officeHours } from './office-hours.ts';
import { uniqueRows } from './unique-rows.ts';

const time = localTime.nullable().exactOptional();
const times = z.array(localTime).max(20).exactOptional();

/** Acts of the office; absent = not recorded, `null` or an empty list = known not to have happened. */
const acts = z.strictObject({
  submitted: time,
  alerted: time,
  answered: time,
  supplementNotices: times,
  handedOver: time,
  competentReceived: time,
  forwarded: time,
  refused: time,
  apologies: times,
  errorFound: time,
  corrected: time,
});

const item = z.strictObject({
  dossier,
  acts: acts.default({}),
  /** From the system's log: somebody changed the promised date at `at`. */
  changes: z
    .array(z.strictObject({ at: localTime, from: localTime, to: localTime }))
    .max(50)
    .default([]),
});

/** What `cli dossiers` reads: dossiers as their list showed them at `now`, with what the office did about each. */
export const dossiersInput = z.strictObject({
  /** When the data were read. */
  now: localTime,
  /** Drawn up as a table of statistics; absent = no table. */
  period: z
    .strictObject({ from: isoDate, lastDay: isoDate })
    .refine(({ from, lastDay }) => from <= lastDay, {
      path: ['lastDay'],
      message: 'ngày cuối kỳ phải từ ngày đầu kỳ trở đi',
    })
    .optional(),
  /** Only those that differ from the defaults. */
  choices: choices.optional(),
  /** Office hours of all units here; absent = the usual ones. */
  hours: officeHours.optional(),
  dossiers: z
    .array(item)
    .max(100_000)
    .superRefine(uniqueRows(({ dossier: { code } }) => code, ['dossier', 'code'])),
});
export type DossiersInput = z.output<typeof dossiersInput>;
