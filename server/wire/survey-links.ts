import * as z from 'zod';
import { dossierCode, isoDate, periodId, procedureCode, unitCode } from './ids.ts';

/** Filers of a run are known by a key of the province's own, kept in memory and nowhere else. */
const grouped = z.strictObject({
  code: dossierCode,
  group: z.string().min(1, 'cần mã nhóm').max(64, 'mã nhóm tối đa 64 ký tự'),
});

/** Which of the dossiers handed back get a link, and how many. */
export const surveyLinksRequest = z
  .strictObject({
    /** Dossiers whose result was handed over in this period, or between two days. */
    period: periodId.optional(),
    returned: z
      .strictObject({ from: isoDate, lastDay: isoDate })
      .refine(({ from, lastDay }) => from <= lastDay, { path: ['lastDay'], message: 'ngày cuối sớm hơn ngày đầu' })
      .optional(),
    /** Absent = every unit of the caller. */
    unit: unitCode.optional(),
    procedure: procedureCode.optional(),
    stage: z.literal('returned', 'chỉ mời đánh giá sau khi trả kết quả: returned'),
    /** At most so many links. */
    limit: z.int().min(1, 'ít nhất 1 đường dẫn').max(50_000, 'mỗi lần tối đa 50.000 đường dẫn').default(5000),
    /** Nobody gets a message who got one within so many days. */
    days: z.int().min(1, 'ít nhất 1 ngày').max(365, 'nhiều nhất 365 ngày').default(30),
    /** Only those who got one message and have not answered; it is their last. */
    reminder: z.boolean().default(false),
    /** Whose dossiers belong to the same filer. */
    groups: z.array(grouped).max(100_000, 'tối đa 100.000 hồ sơ').optional(),
    /** At most so many of one filer's dossiers of these days are asked about. */
    perGroup: z.int().min(1).max(100).default(1),
    /** Decides the draw: the same seed draws the same dossiers. Absent = the server makes one and tells it. */
    seed: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'hạt giống: chữ, số, dấu chấm, gạch, tối đa 64')
      .optional(),
  })
  .superRefine((body, ctx) => {
    if ((body.period === undefined) === (body.returned === undefined))
      ctx.addIssue({ code: 'custom', path: ['returned'], message: 'cần một trong hai: period hoặc returned' });
    if (body.reminder && body.groups !== undefined)
      ctx.addIssue({
        code: 'custom',
        path: ['groups'],
        message: 'nhắc lại chỉ gửi người đã mời, không chọn mẫu lần nữa',
      });
  });
export type SurveyLinksRequest = z.infer<typeof surveyLinksRequest>;

/** What a run makes and whom it leaves out, by number alone. */
export const surveyLinksCount = z.object({
  /** Dossiers handed back in these days. */
  dossiers: z.number(),
  links: z.number(),
  answered: z.number(),
  /** Got a message within `days`. */
  recent: z.number(),
  /** Got two messages, or for a reminder none yet. */
  spent: z.number(),
  /** Belong to a sealed period. */
  late: z.number(),
  /** Not drawn among the dossiers of a frequent filer. */
  notDrawn: z.number(),
  overLimit: z.number(),
  seed: z.string(),
});
export type SurveyLinksCount = z.infer<typeof surveyLinksCount>;
