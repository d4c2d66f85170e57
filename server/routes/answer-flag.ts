import { scrub } from '#rules/scrub.ts';
import type { FlagAnswerRequest } from '#wire/flag.ts';
import { bodyHash } from '../body-hash.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { insertFlagAnswer } from '../store/flag-answers.ts';
import type { FlagAsked } from '../store/flag-asked.ts';
import { flagAsked } from './flag-asked.ts';
import type { Planned } from './put-batch.ts';

/** Of the text as it is kept: a number that was hidden could be tried out against a hash that holds it. */
export const answerHash = (item: FlagAnswerRequest) => bodyHash({ ...item, text: scrub(item.text).text });

/** Whoever is asked is heard as often as he has something to add, and nobody fills the page of a flag. */
const MOST_ANSWERS = 20;

/** What stands under the id of an answer, and the newest revision under its flag; 0 = none. */
export interface AnswersBefore {
  readonly hash: string | undefined;
  readonly revision: number;
}

/**
 * The officer answers for himself, who administers a unit for the unit, the province for its own tables: nobody for another.
 * @throws Refusal 403 `flag.own`.
 */
function requireAsked(principal: Principal, { unit, officer }: FlagAsked): void {
  if (principal.kind === 'officer') return;
  const role = principal.kind === 'user' ? principal.role : null;
  if (officer === null && role === (unit === '' ? 'province-admin' : 'unit-admin')) return;
  const who = officer !== null ? `cán bộ ${officer}` : unit === '' ? 'quản trị tỉnh' : `quản trị đơn vị ${unit}`;
  throw new Refusal(403, 'flag.own', `Dấu hiệu này do ${who} giải trình. Anh/Chị mời người đó giải trình.`, {
    issues: [{ path: 'flag', message: 'dấu hiệu hỏi người khác' }],
  });
}

/**
 * What puts one answer on record. Taken after the seal too: it changes no figure, and who is asked may hear of it late.
 * @throws Refusal 403 `scope.denied` `flag.own`, 409 `period.open` `flag.repeat` `flag.full`, 422 `tenant.mismatch` `period.unknown` `flag.unknown`.
 */
export async function answerFlag(
  db: Db,
  principal: Principal,
  tenant: string,
  item: FlagAnswerRequest,
  before: AnswersBefore,
  at: Date,
): Promise<Planned> {
  const text = scrub(item.text).text;
  const hash = answerHash(item);
  if (before.hash === hash) return { outcome: 'repeated', statements: [] };
  if (before.hash !== undefined)
    throw new Refusal(409, 'flag.repeat', 'Giải trình này đã được gửi với nội dung khác. Tải lại rồi gửi bản mới.');
  if (!item.id.startsWith(`${tenant}.`))
    throw new Refusal(422, 'tenant.mismatch', 'Mã giải trình thuộc một tỉnh khác. Đăng ký lại máy này.', {
      issues: [{ path: 'id', message: 'sai tỉnh' }],
    });
  const asked = await flagAsked(db, principal, tenant, item);
  requireAsked(principal, asked);
  if (before.revision >= MOST_ANSWERS)
    throw new Refusal(
      409,
      'flag.full',
      `Dấu hiệu này đã có ${MOST_ANSWERS} giải trình. Gửi phần còn lại cho người thẩm định.`,
    );
  const { id, period, flag } = item;
  const told = { id, period, flag, revision: before.revision + 1 };
  const answer = { ...told, ...asked, text, hash, by: actorOf(principal), at: at.toISOString() };
  return { outcome: 'created', statements: [insertFlagAnswer(tenant, answer)], logged: told };
}
