import * as z from 'zod';
import { WITHOUT_DISTRICTS } from '#rules/rulesets/tt01-2018.ts';
import { isoDate, unitCode } from './ids.ts';

export const unitLevel = z.enum(
  ['province', 'district', 'commune'],
  'cấp là province (tỉnh), commune (xã) hoặc district (huyện)',
);

/** One graded node of the province's tree. */
export const unit = z.object({
  unit: unitCode,
  name: z.string(),
  parent: unitCode.nullable(),
  level: unitLevel,
  from: isoDate,
  /** Day after the last day, or `null`. */
  to: isoDate.nullable(),
});
export type Unit = z.infer<typeof unit>;

/** Creates the unit or replaces what is known of it. */
export const unitRequest = z
  .strictObject({
    unit: unitCode,
    name: z.string().trim().min(1, 'cần tên đơn vị').max(160),
    parent: unitCode.nullable().default(null),
    level: unitLevel,
    from: isoDate,
    to: isoDate.nullable().default(null),
  })
  .refine(({ from, to }) => to === null || to > from, {
    path: ['to'],
    message: 'ngày thôi hoạt động phải sau ngày bắt đầu',
  })
  .refine(({ level, to }) => level !== 'district' || (to !== null && to <= WITHOUT_DISTRICTS.from), {
    path: ['level'],
    message: 'từ 01/7/2025 không còn cấp huyện; chỉ khai cấp huyện đã thôi hoạt động trước ngày này',
  })
  .refine(({ unit, parent }) => parent !== unit, { path: ['parent'], message: 'đơn vị không trực thuộc chính nó' });
export type UnitRequest = z.infer<typeof unitRequest>;
