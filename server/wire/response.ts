import * as z from 'zod';
import { clientId, invitationToken, procedureCode, unitCode } from './ids.ts';

const code = z.string().regex(/^[A-Za-z0-9.]{1,24}$/, 'mã câu hỏi hoặc phương án không hợp lệ');

/** How the form reached the respondent. */
export const channel = z.enum(['portal', 'qr', 'plain', 'kiosk', 'paper']);
export type Channel = z.infer<typeof channel>;

/**
 * What stands behind a response, found by the server, never claimed by the client. Official evidence = `portal`, `receipt`,
 * `citizen` and `paper`, a paper form matched to its dossier; `officerLink` and `open` are shown apart.
 */
export const proof = z.enum(['citizen', 'portal', 'receipt', 'paper', 'officerLink', 'open']);
export type Proof = z.infer<typeof proof>;

/** One citizen's answers to one survey at one stage. No name, phone, address or dossier code. */
export const response = z.strictObject({
  id: clientId,
  unit: unitCode,
  procedure: procedureCode.optional(),
  survey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().min(1).max(1000),
  stage: z.enum(['submitted', 'returned']),
  token: invitationToken.optional(),
  channel,
  lang: z.enum(['vi', 'en']),
  answers: z.record(code, code).refine((a) => Object.keys(a).length <= 40, 'tối đa 40 câu trả lời'),
  comment: z.string().max(1000, 'góp ý dài quá 1.000 ký tự').optional(),
  assisted: z.enum(['self', 'relative', 'officer']).optional(),
  /**
   * Asks for a reply under the receipt; only with an answer the served survey names in `reply`. Absent in a change: what was
   * asked for stays so.
   */
  reply: z.boolean().optional(),
  /** Seconds between answering and sending, by the client's clock; the server sets the day and clamps this. */
  ageSeconds: z.int().min(0).max(31_536_000).optional(),
});
export type Response = z.infer<typeof response>;

export const responseReceipt = z.object({
  id: clientId,
  /** 10 random Crockford characters, shown 4-4-2: the key to see, change or erase the answers. */
  receipt: z.string(),
  /** Last day on which the receipt opens the answers for change. */
  editableUntil: z.iso.date(),
  /** Last day for the reply asked for. */
  replyBy: z.iso.date().optional(),
});
export type ResponseReceipt = z.infer<typeof responseReceipt>;
