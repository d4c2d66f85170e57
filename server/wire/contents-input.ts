import * as z from 'zod';
import { isoDate } from './ids.ts';
import { score766Input } from './score766-input.ts';

const code = z.string().regex(/^[A-Za-z0-9.]{1,24}$/, 'mã câu hỏi hoặc phương án không hợp lệ');
const few = (most: number) => (record: object) => Object.keys(record).length <= most;

/** What `cli contents` reads: answers to one survey at one stage, each by itself or counted, and what the agency is measured by. */
export const contentsInput = z
  .strictObject({
    /** Last day of the period. */
    lastDay: isoDate,
    survey: z.string().regex(/^[a-z0-9-]{1,40}$/, 'mã phiếu gồm chữ thường, số, gạch nối'),
    /** Absent = the newest version. */
    version: z.int().min(1).max(1000).optional(),
    stage: z.enum(['submitted', 'returned']).default('returned'),
    /** One row for each respondent: question → option; a comment is its text. */
    answers: z
      .array(z.record(code, z.string().max(1000)).refine(few(40), 'tối đa 40 câu trả lời'))
      .max(100_000)
      .optional(),
    /** Question → option → how many chose it; a comment counts under `text`. */
    tallies: z
      .record(code, z.record(code, z.int().min(0).max(100_000_000)).refine(few(40), 'tối đa 40 phương án'))
      .refine(few(40), 'tối đa 40 câu hỏi')
      .optional(),
    /** The same place in the same period by QĐ 766/QĐ-TTg; `null` = the agency's side is left out. */
    qd766: z
      .strictObject({ level: score766Input.shape.level, counts: score766Input.shape.counts })
      .nullable()
      .default(null),
  })
  .refine(({ answers, tallies }) => (answers === undefined) !== (tallies === undefined), {
    path: ['answers'],
    message: 'cần đúng một trong hai: answers hoặc tallies',
  });
export type ContentsInput = z.output<typeof contentsInput>;
