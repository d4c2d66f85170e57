import * as z from 'zod';
import { isoDate, unitCode } from './ids.ts';

/** What a unit may say it puts on record here without exception. */
export const recordKind = z.enum(['petitions', 'apologies'], 'loại là petitions (phản ánh) hoặc apologies (xin lỗi)');
export type RecordKind = z.infer<typeof recordKind>;

/** From `from` on the unit puts every one on record: without this «none» cannot be told from «not recorded». */
export const recording = z
  .strictObject({
    unit: unitCode,
    kind: recordKind,
    from: isoDate,
    /** Day after the last day, or `null`. */
    to: isoDate.nullable().default(null),
  })
  .refine(({ from, to }) => to === null || to > from, { path: ['to'], message: 'ngày thôi ghi phải sau ngày bắt đầu' });
export type Recording = z.infer<typeof recording>;

/** GET /v1/recordings */
export const recordings = z.object({
  recordings: z.array(recording.safeExtend({ declaredBy: z.string(), declaredAt: z.string() })),
});
