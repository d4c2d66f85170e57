import * as z from 'zod';
import { COUNT_IDS } from '#rules/rulesets/qd766-index.ts';
import { figure } from './figure.ts';
import { unitCode } from './ids.ts';
import { period } from './results.ts';

const number = z.int().min(0).max(100_000_000);

/** PUT /v1/periods/:id/qd766 — counts read elsewhere, of the province or one unit; both `null` takes one back. */
export const portalCountsBody = z.strictObject({
  unit: unitCode.nullable(),
  source: z.string().trim().min(3, 'ghi nơi lấy số').max(200),
  counts: z
    .array(
      z
        .strictObject({ id: z.enum(COUNT_IDS), numerator: number.nullable(), denominator: number.nullable() })
        .refine(({ numerator, denominator }) => (numerator === null) === (denominator === null), {
          path: ['denominator'],
          message: 'nhập cả tử số và mẫu số, hoặc bỏ trống cả hai',
        }),
    )
    .min(1)
    .max(40),
});
export type PortalCountsBody = z.infer<typeof portalCountsBody>;

export const finding766 = z.object({
  index: z.string(),
  group: z.string(),
  /** With its number; a row the technical note leaves without one has its name alone. */
  title: z.string(),
  /** `qd766/<unit>/<index>`, hundredths, of its ceiling; `null` value with the reason. */
  points: figure,
  cite: z.string(),
  because: z.string(),
  /** What it was counted from. */
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Where the counts come from; `null` = there are none. */
  from: z.enum(['dossiers', 'petitions', 'entered']).nullable(),
  /** What somebody entered, also where it is counted here. */
  entered: z
    .object({ numerator: z.int(), denominator: z.int(), source: z.string(), actor: z.string(), at: z.string() })
    .nullable(),
  /** Why it is not counted here although it could be elsewhere; `null` = nothing to say. */
  note: z.string().nullable(),
  /** What other sources say of the same counts. */
  disagreement: z.array(z.object({ says: z.string(), points: z.string(), cite: z.string() })),
});
export type Finding766View = z.infer<typeof finding766>;

/** GET /v1/periods/:id/qd766?unit= — QĐ 766/QĐ-TTg for the province or one unit. */
export const qd766View = z.object({
  period,
  /** `null` = the whole province. */
  unit: z.object({ unit: unitCode, name: z.string() }).nullable(),
  ruleset: z.object({ title: z.string(), cite: z.string(), caveats: z.array(z.string()) }),
  levelCite: z.string(),
  findings: z.array(finding766),
  groups: z.array(z.object({ id: z.string(), within: z.string().nullable(), name: z.string(), points: figure })),
  total: figure,
  /** Something is missing, so the total is partial, of so many. */
  partial: z.boolean(),
  missing: z.array(z.string()),
  grade: z.object({ label: z.string().nullable(), because: z.string(), cite: z.string().nullable() }),
});
export type Qd766View = z.infer<typeof qd766View>;
