import * as z from 'zod';
import { clientId, dossierCode } from './ids.ts';

const points = z.union([z.literal(0), z.literal(10), z.literal(20)]);

/** One indicator as the officer confirmed it. Points in tenths; `null` = left empty. */
export const selfScoreValue = z.strictObject({
  /** What the screen had prefilled from facts at that moment; `null` = no fact. */
  shown: points.nullable(),
  points: points.nullable(),
  /** Required, at least 10 characters, when `points` differs from `shown`. */
  note: z.string().trim().max(500).optional(),
  /** Where the reader can check: document number, log entry. No personal data. Officers' browsers ask for it with every change. */
  evidence: z.string().trim().max(200).optional(),
});

export const selfScore = z
  .strictObject({
    id: clientId,
    dossier: dossierCode,
    values: z.partialRecord(z.enum(['1', '2', '3', '4', '6', '7']), selfScoreValue),
    ageSeconds: z.int().min(0).max(31_536_000).optional(),
    /** Seconds what was confirmed stood open in sight before the click, divided by its dossiers; absent = not told. */
    looked: z.number().min(0).max(86_400).optional(),
    /** Confirmed with others unseen: takes the place of no score that stands, not even of the officer's own from another browser. */
    first: z.literal(true).optional(),
  })
  .superRefine((body, ctx) => {
    if (Object.keys(body.values).length === 0)
      ctx.addIssue({
        code: 'custom',
        path: ['values'],
        message: 'cần ít nhất một chỉ số; rút phiếu thì gửi yêu cầu rút',
      });
    for (const [indicator, value] of Object.entries(body.values))
      if (value && value.points !== value.shown && (value.note ?? '').length < 10)
        ctx.addIssue({
          code: 'custom',
          path: ['values', indicator, 'note'],
          message: `Anh/Chị sửa chỉ số ${indicator}. Ghi lý do ít nhất 10 ký tự.`,
        });
  });
export type SelfScore = z.infer<typeof selfScore>;

/** Takes the self-score `withdraws` back: what the same dossier had before it, or nothing, stands again. */
export const selfScoreWithdrawal = z.strictObject({ id: clientId, dossier: dossierCode, withdraws: clientId });
export type SelfScoreWithdrawal = z.infer<typeof selfScoreWithdrawal>;
