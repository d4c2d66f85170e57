import * as z from 'zod';
import type { PublishedTable } from '#rules/published-table.ts';
import { isoDate } from './ids.ts';
import { uniqueRows } from './unique-rows.ts';

/** Printed on terminals and pages: a control character would steer them. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'không được để trống')
    .max(max, `dài quá ${max} ký tự`)
    .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, 'có ký tự điều khiển; chỉ nhận chữ, số, dấu, xuống dòng và tab');
const WHOLE = 'số nguyên từ 0 đến 1.000.000.000, hoặc null khi báo cáo không ghi';
const count = z.int(WHOLE).min(0, WHOLE).max(1_000_000_000, WHOLE).nullable();

const part = z.strictObject({
  label: text(300),
  count,
  percent: z
    .string()
    .regex(/^\d{1,3}(,\d{1,4})?$/, 'tỷ lệ viết như đã in, dấu phẩy thập phân, không có dấu %, ví dụ "22,75"')
    .exactOptional(),
  beside: text(300).exactOptional(),
  units: z.array(text(200)).max(1000).exactOptional(),
});

const group = z.strictObject({
  title: text(300),
  counted: text(50),
  whole: z.strictObject({ label: text(200), count }),
  exhaustive: z.boolean(),
  parts: z.array(part).min(1, 'cần ít nhất một dòng').max(500),
});

/** A report exactly as published, e.g. typed from a web page. */
export const publishedTable = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'mã bảng: chữ thường, số, gạch nối, tối đa 80'),
  tenantName: text(100),
  title: text(500),
  source: z.strictObject({
    text: text(500),
    date: isoDate,
    url: z
      .url({ protocol: /^https?$/, error: 'địa chỉ bắt đầu bằng http:// hoặc https://' })
      .max(2000)
      .exactOptional(),
  }),
  /** Half-open: `to` is the day after the last one. */
  period: z
    .strictObject({ from: isoDate, to: isoDate })
    .refine(({ from, to }) => from < to, { path: ['to'], message: 'phải sau ngày đầu kỳ (ngày liền sau ngày cuối)' })
    .nullable(),
  periodText: text(200),
  groups: z.array(group).max(200),
  scores: z
    .array(
      z.strictObject({ unit: text(200), total: z.int().min(0).max(10_000), grade: text(100), satisfaction: text(100) }),
    )
    .max(1000),
  notes: z.array(text(1000)).max(100),
}) satisfies z.ZodType<PublishedTable>;

/** Tables that are checked together; the periods of one tenant are compared. */
export const publishedTables = z
  .array(publishedTable)
  .min(1, 'cần ít nhất một bảng')
  .max(500)
  .superRefine(uniqueRows(({ id }) => id, ['id']));
