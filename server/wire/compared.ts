import * as z from 'zod';
import { figure } from './figure.ts';
import { periodId, unitCode } from './ids.ts';

const indicator = z.int().min(1).max(9);

/** `2026-q3`, or one of its snapshots: `2026-q3@2026-q3.1`. */
const side = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+(@[a-z0-9.-]+)?$/, 'viết mã kỳ, hoặc mã kỳ@mã bản chốt');

/** Two periods or snapshots; or one under another ruleset (`ruleset`); or two units of `after` (`units=so-a,so-b`). */
export const comparedQuery = z.object({
  before: side.optional(),
  after: side,
  /** The ruleset `after` is tried under, from the sums it kept; nothing is written. */
  ruleset: z.enum(['tt01-2018', 'binh-thuan-1063', 'tay-ninh-800']).optional(),
  units: z
    .string()
    .regex(/^[a-z0-9-]+,[a-z0-9-]+$/, 'viết hai mã đơn vị cách nhau bằng dấu phẩy')
    .optional(),
});
export type ComparedQuery = z.infer<typeof comparedQuery>;

const pair = {
  before: figure.nullable(),
  after: figure.nullable(),
  /** After less before, tenths; `null` = one of them is not known, or they are of different indicators. */
  change: z.int().nullable(),
  /** The intervals do not touch; `null` = not told: there are none, or both are of the same dossiers. */
  clear: z.boolean().nullable(),
};
export const comparedFigure = z.object(pair);
export type ComparedFigure = z.infer<typeof comparedFigure>;

const word = z.object({ before: z.string().nullable(), after: z.string().nullable() });

export const comparedRow = z.object({
  unit: unitCode,
  name: z.string(),
  /** Its name on the other side: of another unit, or of the same one then. */
  beforeName: z.string(),
  total: comparedFigure,
  grade: word,
  rank: z.object({ before: z.int().nullable(), after: z.int().nullable() }),
  indicators: z.array(z.object({ indicator, label: z.string(), ...pair })),
});
export type ComparedRow = z.infer<typeof comparedRow>;

const sideView = z.object({ period: periodId, label: z.string(), snapshot: z.string(), ruleset: z.string() });

/** GET /v1/comparisons?before=&after=&ruleset=&units= — side by side, largest change of the total first. */
export const compared = z.object({
  kind: z.enum(['periods', 'snapshots', 'ruleset', 'units']),
  before: sideView,
  after: sideView,
  rows: z.array(comparedRow),
  changed: z.object({ compared: z.int(), total: z.int(), grade: z.int(), rank: z.int() }),
  /** What must be known of comparing these two. */
  caveats: z.array(z.string()),
});
export type Compared = z.infer<typeof compared>;
