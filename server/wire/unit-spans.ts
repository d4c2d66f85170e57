import * as z from 'zod';
import { isoDate, unitCode } from './ids.ts';
import { unitLevel } from './unit.ts';

/** What a unit is called, which level it has and whom it belongs to from a day on, until the next span's. */
const unitSpan = z.strictObject({
  from: isoDate,
  name: z.string().trim().min(1, 'cần tên đơn vị').max(160),
  level: unitLevel,
  parent: unitCode.nullable().default(null),
});
export type UnitSpanStart = z.infer<typeof unitSpan>;

/** The decision it follows, or why it is corrected; goes into the log. No personal data. */
const reason = z.string().trim().min(10, 'ghi căn cứ hoặc lý do ít nhất 10 ký tự').max(300);

/** One line of a file: what a unit is called, its level and parent from a day on; its other spans stay. */
export const unitSpanItem = unitSpan.extend({ unit: unitCode, reason });
export type UnitSpanItem = z.infer<typeof unitSpanItem>;

/** Every span of one unit, in any order; the list replaces what is on record. */
export const unitSpansRequest = z.strictObject({
  unit: unitCode,
  spans: z.array(unitSpan).min(1, 'cần ít nhất một giai đoạn').max(30, 'nhiều nhất 30 giai đoạn'),
  reason,
});
export type UnitSpansRequest = z.infer<typeof unitSpansRequest>;

/** GET /v1/unit-spans — the units that changed, by code, each with its spans by day. */
export const changedUnits = z.object({ units: z.array(z.object({ unit: unitCode, spans: z.array(unitSpan) })) });
export type ChangedUnits = z.infer<typeof changedUnits>;
