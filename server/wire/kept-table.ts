import * as z from 'zod';
import { periodId } from './ids.ts';
import { publishedTable } from './published-table.ts';

/** PUT /v1/published-tables/:id — a report as printed, and our own period it is read beside. */
export const keptTableRequest = z.strictObject({ table: publishedTable, period: periodId.nullable() });
export type KeptTableRequest = z.infer<typeof keptTableRequest>;

/** POST /v1/published-tables/:id/state */
export const keptTableState = z.strictObject({ state: z.enum(['draft', 'public']) });
export type KeptTableState = z.infer<typeof keptTableState>;

const fault = z.object({
  code: z.string(),
  message: z.string(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
});

export const keptTable = keptTableRequest.extend({
  state: z.enum(['draft', 'public']),
  enteredBy: z.string().nullable(),
  enteredAt: z.string().nullable(),
  faults: z.array(fault),
  /** What our own period comes to, line by line; none where it has no snapshot, or no line can be set beside another. */
  beside: z.array(
    z.object({
      group: z.string(),
      label: z.string(),
      theirs: z.int().nullable(),
      ours: z.int().nullable(),
      unit: z.enum(['count', 'tenths']),
    }),
  ),
});
export type KeptTable = z.infer<typeof keptTable>;

/** GET /v1/published-tables — newest first, with days that belong to no report or to two. */
export const keptTables = z.object({ tables: z.array(keptTable), between: z.array(fault) });
export type KeptTables = z.infer<typeof keptTables>;
