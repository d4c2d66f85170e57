import * as z from 'zod';
import { choices } from './choices.ts';
import { dossier } from './dossier.ts';
import { isoDate } from './ids.ts';
import { officeHours } from './office-hours.ts';
import { tenantRequest } from './tenant.ts';
import { uniqueRows } from './unique-rows.ts';
import { unitFacts } from './unit-facts.ts';

const upToTwo = z.union([z.literal(0), z.literal(1), z.literal(2)], '0, 1 hoặc 2 (2 là từ 2 trở lên)');
const tenths = z.union([z.literal(0), z.literal(10), z.literal(20)], 'điểm tính bằng phần mười: 0, 10 hoặc 20');

/** Facts of one dossier as a citizen states them; an absent field is not known. */
const dossierFacts = z.strictObject({
  punctuality: z.enum(['early', 'onTime', 'overdue', 'onSpot']).optional(),
  contacts: upToTwo.optional(),
  contactsByApplicant: z.boolean().optional(),
  otherAgencies: upToTwo.optional(),
  siteVisit: z.boolean().optional(),
  onlyServices: z.boolean().optional(),
  disclosure: z.enum(['both', 'one', 'faulty']).optional(),
  attitude: z.enum(['polite', 'neutral', 'impolite', 'harassing']).optional(),
});

const points = z.partialRecord(z.enum(['1', '2', '3', '4', '6', '7']), tenths);

/** What `cli score` reads: one unit, one period, its dossiers with what each side says of them. */
export const scoreInput = z.strictObject({
  period: z.strictObject({ from: isoDate, lastDay: isoDate }).refine(({ from, lastDay }) => from <= lastDay, {
    path: ['lastDay'],
    message: 'ngày cuối kỳ phải từ ngày đầu kỳ trở đi',
  }),
  /** The province's decision that applies the ruleset; needed for periods that end after 30/6/2025. */
  decision: tenantRequest.shape.decision.default(null),
  /** Only those that differ from the defaults. */
  choices: choices.optional(),
  /** When the office works; absent = five days of eight hours. */
  hours: officeHours.optional(),
  /** false = the unit sent neither self-score nor facts by the deadline. */
  evaluated: z.boolean().default(true),
  unitFacts: unitFacts.shape.facts.default({}),
  /** Points an appraisal gave the unit, in tenths. */
  appraised: z
    .partialRecord(
      z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']),
      z.int().min(0).max(20, 'điểm tính bằng phần mười: từ 0 đến 20'),
    )
    .default({}),
  dossiers: z
    .array(
      z.strictObject({
        dossier,
        /** Absent = petitions are not recorded, which is not the same as none; `null` = one waits for its verdict. */
        verifiedPetition: z.boolean().nullable().optional(),
        citizen: dossierFacts.optional(),
        /** Points printed on the options of a legacy form, in tenths. */
        legacy: points.optional(),
        /** How it is known that the answer is about this dossier. */
        proof: z.enum(['citizen', 'portal', 'receipt', 'paper', 'officerLink', 'open']).default('receipt'),
        /** Points the officer gave, in tenths. */
        self: points.optional(),
      }),
    )
    .max(100_000)
    .superRefine(uniqueRows(({ dossier: { code } }) => code, ['dossier', 'code'])),
});
export type ScoreInput = z.infer<typeof scoreInput>;
