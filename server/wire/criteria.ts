import * as z from 'zod';
import type { Conversion } from '#rules/par/conversion.ts';
import { RATIO_IDS } from '#rules/par/ratio.ts';
import { dossier } from './dossier.ts';
import { isoDate, localTime, procedureCode, unitCode } from './ids.ts';
import { uniqueRows } from './unique-rows.ts';

/** `1,5` or `1.5` → 150. Decimals are text: they never pass through binary fractions. */
export const hundredths = z
  .string()
  .regex(/^\d{1,4}([.,]\d{1,2})?$/, 'viết số trong ngoặc kép, nhiều nhất hai chữ số thập phân, ví dụ "1,5"')
  .transform((text) => {
    const [units = '', rest = ''] = text.split(/[.,]/);
    return Number(units) * 100 + Number(rest.padEnd(2, '0'));
  });

const bound = z.strictObject({ ratio: hundredths, points: hundredths });
const steps = z.strictObject({
  kind: z.literal('steps'),
  steps: z.array(z.strictObject({ from: hundredths, points: hundredths })).max(50),
});
const linear = z
  .strictObject({ kind: z.literal('linear'), below: hundredths.optional(), from: bound, to: bound })
  .transform(({ below, ...rest }): Conversion => ({ ...rest, below: below ?? rest.from.points }));

const text = (max: number) => z.string().trim().min(1).max(max);

const source = z
  .union(
    [
      z.strictObject({ ratio: z.enum(RATIO_IDS), conversion: z.union([steps, linear]) }),
      z.strictObject({ declared: hundredths, evidence: text(300) }),
    ],
    `cần { ratio, conversion } hoặc { declared, evidence }, hoặc null. Các tỷ lệ: ${RATIO_IDS.join(', ')}`,
  )
  .nullable();

/** One criterion of a province's own list. */
export const criterion = z.strictObject({
  id: text(40),
  name: text(500),
  max: hundredths,
  source,
  /** In force from this day on, in place of an earlier one of the same id. */
  from: isoDate.nullable().optional(),
  /** The act of this criterion alone. */
  act: text(300).nullable().optional(),
});

const number = z.int().min(0).max(100_000_000);
const part = z
  .strictObject({ numerator: number, denominator: number })
  .refine(({ numerator, denominator }) => numerator <= denominator, 'phần không được lớn hơn tổng');
const count = z
  .strictObject({
    numerator: number,
    denominator: number,
    unknown: number.default(0),
    silentUnits: number.default(0),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, 'phần không được lớn hơn tổng');

const record = z.strictObject({
  dossier,
  /** Absent = not recorded; an empty list = recorded, and there was none. */
  acts: z
    .strictObject({
      apologies: z.array(localTime).max(20).optional(),
      supplementNotices: z.array(localTime).max(20).optional(),
    })
    .optional(),
});

/** When something is told to have happened: where it stands in the row, and the time. Due dates may lie ahead. */
function happened({
  dossier: of,
  acts = {},
}: z.output<typeof record>): (readonly [readonly (string | number)[], string | null])[] {
  const { apologies = [], supplementNotices = [] } = acts;
  return [
    [['dossier', 'received'], of.received],
    [['dossier', 'ready'], of.ready],
    [['dossier', 'returned'], of.returned],
    ...of.pauses.map(({ from }, i) => [['dossier', 'pauses', i, 'from'], from] as const),
    ...(of.steps ?? []).map(({ ended }, i) => [['dossier', 'steps', i, 'ended'], ended] as const),
    ...apologies.map((time, i) => [['acts', 'apologies', i], time] as const),
    ...supplementNotices.map((time, i) => [['acts', 'supplementNotices', i], time] as const),
  ];
}

const unit = z.strictObject({
  unit: unitCode,
  published: part.optional(),
  payment: part.optional(),
  petitions: z.strictObject({ received: number, onTime: number }).optional(),
});

/** What `cli criteria` reads: a province's own list for one year, and ratios or what they are counted from. */
export const criteriaInput = z.strictObject({
  year: z.int().min(2000).max(2100),
  /** The act or file the list and its points come from. */
  act: text(300),
  certainty: z.enum(['text', 'secondary', 'recalled', 'reading']).default('secondary'),
  criteria: z.array(criterion).min(1).max(1000),
  ratios: z.partialRecord(z.enum(RATIO_IDS), count).default({}),
  records: z
    .strictObject({
      /** When the data were read. */
      readAt: localTime,
      /** Level of each unit; those not named are not known. */
      levels: z.record(unitCode, z.enum(['province', 'district', 'commune'])).default({}),
      /** Procedures offered online from end to end; the others are not. `null` = not known. */
      wholeOnline: z.array(procedureCode).max(10_000).nullable().default(null),
      dossiers: z
        .array(record)
        .max(100_000)
        .superRefine(uniqueRows(({ dossier: { code } }) => code, ['dossier', 'code'])),
    })
    .superRefine(({ readAt, dossiers }, context) => {
      for (const [i, row] of dossiers.entries())
        for (const [path, time] of happened(row))
          if (time !== null && time > readAt)
            context.addIssue({
              code: 'custom',
              path: ['dossiers', i, ...path],
              message: `sau lúc đọc dữ liệu (records.readAt là ${readAt}); sửa một trong hai`,
            });
    })
    .optional(),
  units: z
    .array(unit)
    .max(10_000)
    .superRefine(uniqueRows((row) => row.unit, ['unit']))
    .optional(),
  /** How many codes each list names before it only counts. */
  codes: z.int().min(0).max(1000).default(20),
});
export type CriteriaInput = z.output<typeof criteriaInput>;
