import * as z from 'zod';
import { COUNT_IDS } from '#rules/rulesets/qd766-index.ts';
import { dossier } from './dossier.ts';
import { isoDate, localTime } from './ids.ts';
import { uniqueRows } from './unique-rows.ts';

const number = z.int().min(0).max(100_000_000);
const count = z.strictObject({ numerator: number, denominator: number });
const moment = localTime.nullable().optional();

const bands = z
  .array(
    z.strictObject({
      /** Least total in hundredths of a point: 9000 is 90,00. */
      min: z.int().min(0).max(10_000),
      label: z.string().trim().min(1).max(60),
    }),
  )
  .min(2)
  .max(10)
  .refine(
    (steps) => steps.every(({ min }, i) => i === 0 || min < (steps[i - 1]?.min ?? 0)) && steps.at(-1)?.min === 0,
    'các mức xếp từ cao xuống thấp, mức cuối bắt đầu từ 0',
  );

/** What `cli score766` reads: one place, one period; counts per index, or the dossiers and petitions they are counted from. */
export const score766Input = z
  .strictObject({
    /** Last day of the period; it decides which cut of the indices holds. */
    lastDay: isoDate,
    level: z.enum(['ministry', 'province', 'district', 'commune']),
    /** By number of the index, `3.3.ketQua` beside `3.3`; an absent one has no data. */
    counts: z.partialRecord(z.enum(COUNT_IDS), count).default({}),
    /** A province's own grades with the act that sets them. */
    bands: z
      .strictObject({ act: z.string().trim().min(1).max(200), steps: bands })
      .nullable()
      .default(null),
    /** Indices 2.1 and 5.4 are then counted from them. */
    dossiers: z
      .array(
        z.strictObject({
          dossier,
          /** When it was stopped, refused or withdrawn. */
          stopped: moment,
          /** Absent or `null` = not known. */
          petitionOrDislike: z.boolean().nullable().optional(),
        }),
      )
      .max(100_000)
      .superRefine(uniqueRows(({ dossier: { code } }) => code, ['dossier', 'code']))
      .optional(),
    /** Index 5.2 is then counted from them. */
    petitions: z
      .array(
        z.strictObject({
          received: localTime,
          refused: moment,
          askedSupplement: moment,
          answered: moment,
          published: moment,
        }),
      )
      .max(100_000)
      .optional(),
  })
  .superRefine(({ counts, dossiers, petitions }, context) => {
    const twice = [...(dossiers ? (['2.1', '5.4'] as const) : []), ...(petitions ? (['5.2'] as const) : [])];
    for (const id of twice)
      if (counts[id])
        context.addIssue({
          code: 'custom',
          path: ['counts', id],
          message: 'đã được đếm từ dossiers hoặc petitions; bỏ một trong hai',
        });
  });
export type Score766Input = z.infer<typeof score766Input>;
