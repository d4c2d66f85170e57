import * as z from 'zod';
import { clientId, invitationToken, procedureCode, unitCode } from './ids.ts';

const code = z.string().regex(/^[A-Za-z0-9.]{1,24}$/, 'mã câu hỏi hoặc phương án không hợp lệ');

/** How the form reached the respondent. */
export const channel = z.enum(['portal', 'qr', 'plain', 'kiosk', 'paper']);
export type Channel = z.infer<typeof channel>;

/** Language a form was shown in. */
export const lang = z.enum(['vi', 'en']);

/**
 * What stands behind a response, found by the server, never claimed by the client. Official evidence = `portal`, `receipt` (a link
 * printed on the appointment slip), `citizen` and `paper`, a paper form matched to its dossier. Shown apart: `officerLink`, where
 * staff handed out the link or filled the form in for the respondent, and `open`.
 */
export const proof = z.enum(['citizen', 'portal', 'receipt', 'paper', 'officerLink', 'open']);
export type Proof = z.infer<typeof proof>;

/**
 * Who filled the form in, as told: the respondent alone or with staff reading it out (`self`), a relative, a volunteer or an
 * officer on the respondent's behalf. What a volunteer or an officer filled in is never official evidence; with a token its proof
 * becomes `officerLink`, and the dossier may still be answered for by the citizen. Set with the first sending; an edit keeps it.
 */
export const assisted = z.enum(['self', 'relative', 'volunteer', 'officer']);
export type Assisted = z.infer<typeof assisted>;

/** How whoever filled the form in and the respondent met; only beside an `assisted` other than `self`. */
export const way = z.enum(['counter', 'phone', 'home']);
export type Way = z.infer<typeof way>;

interface Assistance {
  readonly assisted?: Assisted | undefined;
  readonly way?: Way | undefined;
}

/** Whether `way` stands beside somebody who helped. */
export const isWayOfHelper = ({ assisted, way }: Assistance) =>
  way === undefined || (assisted !== undefined && assisted !== 'self');
export const NO_HELPER = { path: ['way'], error: 'chỉ ghi khi có người điền giúp (assisted)' };

const fields = z.strictObject({
  id: clientId,
  unit: unitCode,
  procedure: procedureCode.optional(),
  survey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().min(1).max(1000),
  stage: z.enum(['submitted', 'returned']),
  token: invitationToken.optional(),
  channel,
  lang,
  answers: z.record(code, code).refine((a) => Object.keys(a).length <= 40, 'tối đa 40 câu trả lời'),
  comment: z.string().max(1000, 'góp ý dài quá 1.000 ký tự').optional(),
  /** With `officer`, the code of the officer is taken from the key the request carries, never from the body. */
  assisted: assisted.optional(),
  way: way.optional(),
  /**
   * Asks for a reply under the receipt; only with an answer the served survey names in `reply`. Absent in a change: what was
   * asked for stays so.
   */
  reply: z.boolean().optional(),
  /**
   * Seconds between answering and sending, by the client's clock, however wrong: an answer is not lost to a clock that was set by
   * years, or back. The server sets the day, believes 30 days at the most, and marks what it did not believe.
   */
  ageSeconds: z.int().optional(),
  /**
   * Seconds between the first answer and the sending, `null` where some were given before; only counted, as one of six paces, and not
   * kept with the answers.
   */
  seconds: z.int().nullable().optional(),
});
/** One citizen's answers to one survey at one stage. No name, phone, address or dossier code. */
export const response = fields.refine(isWayOfHelper, NO_HELPER);
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
