import * as z from 'zod';
import { isoDate, unitCode } from './ids.ts';
import { uniqueRows } from './unique-rows.ts';

/** Units that took the work of an ended unit over on the day it ended; the list replaces what is on record, empty = nobody. */
export const unitSuccessors = z
  .strictObject({
    unit: unitCode,
    successors: z
      .array(
        z.strictObject({
          unit: unitCode,
          /** Share of the work that went there, in percent; `null` = not told. */
          share: z.number().gt(0).max(100).nullable().default(null),
        }),
      )
      .max(20)
      .superRefine(uniqueRows(({ unit }) => unit, ['unit'])),
  })
  .refine(({ successors }) => successors.reduce((sum, { share }) => sum + (share ?? 0), 0) <= 100, {
    path: ['successors'],
    message: 'các phần cộng lại quá 100%',
  });
export type UnitSuccessors = z.infer<typeof unitSuccessors>;

/** GET /v1/unit-successors — units that ended, each with who continues its work. */
export const endedUnits = z.object({
  units: z.array(
    z.object({
      unit: unitCode,
      name: z.string(),
      /** Day after its last day. */
      to: isoDate,
      successors: z.array(z.object({ unit: unitCode, name: z.string(), share: z.number().nullable() })),
    }),
  ),
});
export type EndedUnits = z.infer<typeof endedUnits>;
