import type { Response as ResponseBody } from '#wire/response.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { readAnswers } from '../read-answers.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { changeResponse, type HeldResponse, requireEditable } from '../store/held-responses.ts';
import type { StoredResponse } from '../store/responses.ts';
import { changeCase } from './open-case.ts';

const TRIES = 3;

/** The held row with the answers of `body`. @throws Refusal 422 `response.fixed` naming what an edit may not change. */
function edited(before: HeldResponse, body: ResponseBody): StoredResponse {
  const { stage, comment } = readAnswers(body);
  const fixed = (path: string, message: string) =>
    new Refusal(422, 'response.fixed', `Trường ${path}: ${message}. Chỉ sửa được câu trả lời và góp ý.`, {
      issues: [{ path, message }],
    });
  if (body.id !== before.id) throw fixed('id', 'khác với mã trong địa chỉ');
  for (const path of ['unit', 'survey', 'version', 'channel'] as const)
    if (body[path] !== before.row[path]) throw fixed(path, `đã gửi là ${before.row[path]}`);
  if (body.procedure !== undefined && before.row.procedure !== null && body.procedure !== before.row.procedure)
    throw fixed('procedure', `đã gửi là ${before.row.procedure}`);
  // An open answer may move between stages by what it says; one with a dossier behind it belongs to the link's stage.
  if (before.linked && stage !== before.row.stage) throw fixed('stage', `đã gửi là ${before.row.stage}`);
  const { answers, lang } = body;
  return { ...before.row, stage, answers, comment, lang };
}

/**
 * Puts the answers of `body` in the place of the held ones; what already stands so is left as it is.
 * @throws Refusal 410 `receipt.late`, 409 `response.changed`, 422 `response.fixed` and those of `readAnswers`.
 */
export async function editResponse(
  services: Services,
  before: HeldResponse,
  { ageSeconds: _, seconds: __, ...body }: ResponseBody,
): Promise<void> {
  const { db, now } = services;
  const hash = bodyHash(body);
  if (hash === before.bodyHash) return;
  requireEditable(before, localDay(now()));
  const row = edited(before, body);
  for (let tries = 1; ; tries += 1)
    try {
      return await changeResponse(db, before, row, hash, await changeCase(services, before, row, body.reply));
    } catch (error) {
      // Whoever replies to the case may have changed it just now: the citizen's change goes on top of that.
      if (error instanceof Refusal || tries === TRIES) throw error;
    }
}
