import * as z from 'zod';
import { criterionFaults } from '#rules/par/criteria-faults.ts';
import { RATIO_IDS } from '#rules/par/ratio.ts';
import { criteriaInput, criterion, hundredths } from './criteria.ts';
import { figure } from './figure.ts';

/** PUT /v1/par-criteria — a province's own list for a year, as a new revision; the same fields as `cli criteria` reads. */
export const parCriteriaBody = criteriaInput.pick({ year: true, act: true, certainty: true, criteria: true });
export type ParCriteriaBody = z.output<typeof parCriteriaBody>;

const year = z.int().min(2000).max(2100);

/** What contradicts itself, by the field that must be mended. */
function checkCriterion(item: z.output<typeof criterion> & { readonly year: number }, context: z.RefinementCtx): void {
  for (const { field, fault } of criterionFaults(item))
    context.addIssue({ code: 'custom', path: [field], message: fault });
  if (item.from && item.from > `${item.year}-12-31`)
    context.addIssue({ code: 'custom', path: ['from'], message: 'áp dụng sau năm này; nhập vào năm đó' });
}

/** One criterion put into the list of its year or changed there; also a row of a file of them. */
export const parCriterionItem = criterion.extend({ year }).superRefine(checkCriterion);
export type ParCriterionItem = z.output<typeof parCriterionItem>;

/** PUT /v1/par-criteria/criterion — with `removed` the criterion of that id and day is taken out of the list. */
export const parCriterionBody = criterion.extend({ year, removed: z.boolean().optional() }).superRefine(checkCriterion);
export type ParCriterionBody = z.input<typeof parCriterionBody>;

const number = z.int().min(0).max(100_000_000);

/** PUT /v1/par-criteria/counts — the count of a ratio that nothing here is counted for; both `null` takes it back. */
export const parCountsBody = z
  .strictObject({
    year,
    ratio: z.enum(RATIO_IDS),
    numerator: number.nullable(),
    denominator: number.nullable(),
    source: z.string().trim().min(3, 'ghi nơi lấy số').max(200),
  })
  .refine(({ numerator, denominator }) => (numerator === null) === (denominator === null), {
    path: ['denominator'],
    message: 'nhập cả tử số và mẫu số, hoặc bỏ trống cả hai',
  })
  .refine(({ numerator, denominator }) => numerator === null || denominator === null || numerator <= denominator, {
    path: ['numerator'],
    message: 'tử số không được lớn hơn mẫu số; xem lại hai số',
  });
export type ParCountsBody = z.input<typeof parCountsBody>;

/** PUT /v1/par-criteria/declared — points the province gives itself for one criterion; `null` takes them back. */
export const parDeclaredBody = z.strictObject({
  year,
  id: z.string().trim().min(1).max(40),
  points: hundredths.nullable(),
  /** The paper that shows it. */
  evidence: z.string().trim().min(3, 'ghi tài liệu kiểm chứng').max(300),
});

export const parFinding = z.object({
  id: z.string(),
  name: z.string(),
  /** `par/<year>/<id>`, hundredths, of its maximum. */
  points: figure,
  /** `null` = not known, or what is not known could still change it. */
  atMaximum: z.boolean().nullable(),
  because: z.string(),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  cite: z.string(),
  /** No ratio gives its points, so the province may declare them. */
  declarable: z.boolean(),
  declared: z.object({ evidence: z.string(), actor: z.string(), at: z.string() }).nullable(),
});
export type ParFinding = z.infer<typeof parFinding>;

/** As it is typed: numbers as texts, what makes a ratio points as its bounds. */
export const parCriterionView = z.object({
  id: z.string(),
  name: z.string(),
  max: z.string(),
  from: z.string().nullable(),
  act: z.string().nullable(),
  source: z.union([
    z.object({ ratio: z.enum(RATIO_IDS), kind: z.enum(['steps', 'linear']), bounds: z.string() }),
    z.object({ declared: z.string(), evidence: z.string() }),
    z.null(),
  ]),
  /** Another of the same id holds on the last day of the year. */
  replaced: z.boolean(),
});
export type ParCriterionView = z.infer<typeof parCriterionView>;

export const parRatioView = z.object({
  id: z.enum(RATIO_IDS),
  label: z.string(),
  /** `par/<year>/ratio/<id>`; `null` value = there is no count. */
  share: figure,
  because: z.string(),
  /** `null` = no count. What is entered stands only where nothing is counted here. */
  from: z.enum(['counted', 'entered']).nullable(),
  cite: z.string().nullable(),
  /** What to do so that there is a count; `null` where there is one. */
  supply: z.string().nullable(),
  entered: z
    .object({ numerator: z.int(), denominator: z.int(), source: z.string(), actor: z.string(), at: z.string() })
    .nullable(),
});
export type ParRatioView = z.infer<typeof parRatioView>;

/** GET /v1/par-criteria?year= — the list followed with what is known, and how far it may come. */
export const parCriteriaView = z.object({
  year: z.int(),
  /** Years with a list, newest first. */
  years: z.array(z.int()),
  /** `null` = no list for this year yet. */
  list: z
    .object({ act: z.string(), cite: z.string(), revision: z.int(), actor: z.string(), at: z.string() })
    .nullable(),
  /** The national decision of the year; `null` with the reason. */
  decision: z.string().nullable(),
  decisionBecause: z.string().nullable(),
  doubt: z.string().nullable(),
  /** The closed periods the ratios are read from. */
  periods: z.array(z.string()),
  forecast: z
    .object({
      sentence: z.string(),
      points: figure,
      partial: z.boolean(),
      criteria: z.int(),
      atMaximum: z.int(),
      unknown: z.int(),
      below: z.array(z.object({ id: z.string(), name: z.string(), by: figure })),
    })
    .nullable(),
  findings: z.array(parFinding),
  /** Every criterion of the list, also those another of the same id has replaced: as it may be changed. */
  criteria: z.array(parCriterionView),
  /** Every ratio a criterion can be read from, also those without a count. */
  ratios: z.array(parRatioView),
});
export type ParCriteriaView = z.infer<typeof parCriteriaView>;
