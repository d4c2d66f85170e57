import * as z from 'zod';
import { clientId, officerCode, periodId, unitCode } from './ids.ts';

/** `movedDates/so-mau-01/` or `selfAbove/xa-mau-02/CB-02-1`: check, unit, officer (empty = the unit). */
export const flagId = z
  .string()
  .max(140)
  .regex(
    /^[A-Za-z]{3,30}\/[A-Za-z0-9._-]{0,40}\/[A-Za-z0-9._-]{0,40}$/,
    'mã câu hỏi có dạng <phép kiểm>/<đơn vị>/<cán bộ>',
  );

const words = (least: number) => z.string().trim().min(least, `ghi ít nhất ${least} ký tự`).max(1000);

/** What the officer or the unit that is asked says. No personal data: it is hidden before storing. */
export const flagAnswerRequest = z.strictObject({ id: clientId, period: periodId, flag: flagId, text: words(10) });
export type FlagAnswerRequest = z.infer<typeof flagAnswerRequest>;

/** `accepted` = the explanation is taken; `verify` = records are looked into; `withdrawn` takes back the one before. None changes a score. */
export const flagVerdictRequest = z.strictObject({
  period: periodId,
  flag: flagId,
  verdict: z.enum(
    ['accepted', 'verify', 'withdrawn'],
    'kết luận là accepted (chấp nhận), verify (cần xác minh) hoặc withdrawn (lấy lại kết luận trước)',
  ),
  note: words(10),
});
export type FlagVerdictRequest = z.infer<typeof flagVerdictRequest>;

/** Mới · Đã giải trình · Chấp nhận · Cần xác minh. */
export const flagState = z.enum(['new', 'answered', 'accepted', 'verify']);
export type FlagState = z.infer<typeof flagState>;

/** What stands of a flag after a verdict. */
export const flagStands = z.object({ flag: flagId, state: flagState });
export type FlagStands = z.infer<typeof flagStands>;

const said = z.object({ by: z.string(), at: z.string(), text: z.string() });

export const flag = z.object({
  id: flagId,
  check: z.string(),
  /** Vietnamese name of the check. */
  name: z.string(),
  family: z.enum(['self', 'dates', 'answers', 'figures']),
  /** '' = the tables of the province. */
  unit: z.union([unitCode, z.literal('')]),
  unitName: z.string(),
  officer: officerCode.nullable(),
  n: z.int(),
  k: z.int().nullable(),
  /** In `measure`: share in permille, difference in tenths of a point, count, ratio in hundredths. */
  value: z.int(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  measure: z.enum(['share', 'difference', 'count', 'ratio']),
  /** Permille taken as ordinary; `null` = the check does not go by one. */
  usual: z.int().nullable(),
  sentence: z.string(),
  explanations: z.array(z.string()),
  /** Dossier codes, at most 20; an officer sees only those he had a part in. */
  hits: z.array(z.string()),
  evidence: z.array(z.object({ label: z.string(), value: z.string() })),
  certainty: z.string(),
  state: flagState,
  answers: z.array(said),
  verdicts: z.array(said.extend({ verdict: z.enum(['accepted', 'verify', 'withdrawn']) })),
  /** Last day for an answer; later ones are taken too. */
  due: z.string().nullable(),
  /** How many people have opened it, by the audit log. */
  seenBy: z.int(),
});
export type Flag = z.infer<typeof flag>;

/** A flag beside other figures of who it asks. */
export const flagLine = flag.pick({ id: true, check: true, name: true, officer: true, sentence: true, state: true });
export type FlagLine = z.infer<typeof flagLine>;

export const judgedCheck = z.object({
  check: z.string(),
  name: z.string(),
  family: z.enum(['self', 'dates', 'answers', 'figures']),
  enough: z.int(),
  few: z.int(),
  usual: z.int().nullable(),
});

/** GET /v1/flags?period=&unit=&officer=&check=&state=&after= — by id; `next` goes into `after`, `null` = the last page. */
export const flagsPage = z.object({
  period: periodId,
  /** The snapshot they belong to; `null` = the period is not closed. */
  snapshot: z.string().nullable(),
  /** Every check, also those that found nothing; empty for an officer. */
  judged: z.array(judgedCheck),
  /** Permille: how often an honest subject is asked at most, and what share of the flags of a family may be wrong. */
  rates: z.object({ subject: z.int(), family: z.int() }),
  flags: z.array(flag),
  next: z.string().nullable(),
});
export type FlagsPage = z.infer<typeof flagsPage>;
