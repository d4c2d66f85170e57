import type { Context } from 'hono';
import { addDays } from '#rules/calendar/date.ts';
import { hideDossierCodes } from '#rules/dossier-codes.ts';
import { scrub } from '#rules/scrub.ts';
import { caseAnswer, caseMove } from '#wire/case.ts';
import { localDay } from '../clock.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { SHOWN_DAYS } from '../store/case-seal.ts';
import { type CaseStep, caseOrNull, type StoredCase, updateCase } from '../store/cases.ts';
import { REPLIERS, type Replier, requireReplier } from './case-access.ts';
import { ownerBefore } from './owner-before.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

/** Far more than a case ever needs; an endless back and forth must not fill the row. */
const MOST_STEPS = 100;

function unknownCase(): Refusal {
  const message = 'Không có góp ý này. Người gửi đã xóa, hoặc kỳ vừa khóa sổ: mở lại danh sách.';
  return new Refusal(404, 'case.unknown', message);
}

/** The case, if it is the caller's to reply to. @throws Refusal 404 `case.unknown`, also for cases of others: it tells nothing. */
export async function ownCase({ db }: Services, { tenant, grave }: Replier, id: string): Promise<StoredCase> {
  const found = await caseOrNull(db, tenant, id);
  if (found?.grave === grave) return found;
  throw unknownCase();
}

function requireState(it: StoredCase, states: readonly StoredCase['state'][], message: string): void {
  if (!states.includes(it.state)) throw new Refusal(409, 'case.state', message);
}

interface Move {
  readonly revision: number;
  readonly step: CaseStep['step'];
  readonly change: Partial<StoredCase>;
}

/** Writes one step of a case and its entry in the log. @throws Refusal 409 `case.changed` when somebody was faster. */
async function move(services: Services, principal: Principal, replier: Replier, it: StoredCase, by: Move) {
  const { db, now } = services;
  const { revision, step, change } = by;
  const changed = () =>
    new Refusal(409, 'case.changed', 'Góp ý này vừa được người khác sửa. Mở lại để xem bản mới nhất rồi làm tiếp.');
  if (it.revision !== revision) throw changed();
  const done: CaseStep = { on: localDay(now()), actor: replier.login, step };
  const after = { ...it, ...change, history: [...it.history, done].slice(-MOST_STEPS) };
  const entry = { actor: actorOf(principal), action: `case.${step}`, subject: it.id };
  try {
    const [written] = await withAudit(db, replier.tenant, now(), entry, [updateCase(replier.tenant, revision, after)]);
    if (written === 0) throw unknownCase();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const current = await caseOrNull(db, replier.tenant, it.id);
    if (current?.revision === revision) throw error;
    throw changed();
  }
}

type Judge = (it: StoredCase, replier: Replier, c: Context, services: Services) => Promise<Move>;

function act(path: string, summary: string, more: Pick<Route, 'body' | 'example'>, judge: Judge): Route {
  return {
    method: 'POST',
    path: `/v1/cases/:case/${path}`,
    who: REPLIERS,
    scope: 'tenant',
    summary,
    ...more,
    answer: null,
    async handle(c, services, principal) {
      const replier = requireReplier(principal);
      const it = await ownCase(services, replier, c.req.param('case') ?? '');
      await move(services, principal, replier, it, await judge(it, replier, c, services));
      return c.body(null, 204);
    },
  };
}

const MOVE = { body: caseMove, example: { revision: 0 } };

export const caseActRoutes: readonly Route[] = [
  act(
    'take',
    'Whoever asks works on the case from now on, also in the place of somebody else.',
    MOVE,
    async (it, replier, c) => {
      const { revision } = check(caseMove, await readJson(c, 4096));
      requireState(it, ['new', 'taken'], 'Góp ý này đã có trả lời nên không nhận lại được. Sửa câu trả lời nếu cần.');
      return { revision, step: 'taken', change: { state: 'taken', owner: replier.login } };
    },
  ),
  act(
    'release',
    'Whoever took the case gives it back: to who had it before, or to nobody. It is as if it had not been taken, but for the log.',
    { ...MOVE, example: { revision: 1 } },
    async (it, replier, c) => {
      const { revision } = check(caseMove, await readJson(c, 4096));
      requireState(it, ['taken'], 'Góp ý này không còn ở bước đã nhận nên không trả lại được. Mở lại để xem.');
      if (it.owner !== replier.login)
        throw new Refusal(409, 'case.state', 'Người khác đang giữ góp ý này nên không trả lại được. Mở lại để xem.');
      const owner = ownerBefore(it.history);
      return { revision, step: 'released', change: { state: owner === null ? 'new' : 'taken', owner } };
    },
  ),
  act(
    'answer',
    'The reply the receipt shows from now on, for 90 days; sent once more it takes the place of the first.',
    { body: caseAnswer, example: { revision: 2, answer: 'Đơn vị đã xem lại và hướng dẫn đủ giấy tờ ngay lần đầu.' } },
    async (it, replier, c, { now }) => {
      const { revision, answer } = check(caseAnswer, await readJson(c, 16_384));
      requireState(it, ['new', 'taken', 'answered'], 'Góp ý này đã đóng nên không sửa được câu trả lời.');
      const today = localDay(now());
      const owner = it.owner ?? replier.login;
      const clean = hideDossierCodes(scrub(answer, it.lang).text, it.lang);
      const told = { answer: clean, answeredOn: today, shownUntil: addDays(today, SHOWN_DAYS) };
      const step = it.state === 'answered' ? 'corrected' : 'answered';
      return { revision, step, change: { state: 'answered', owner, ...told } };
    },
  ),
  act(
    'close',
    'The reply stands and is not changed any more.',
    { ...MOVE, example: { revision: 3 } },
    async (it, _replier, c) => {
      const { revision } = check(caseMove, await readJson(c, 4096));
      requireState(it, ['answered'], 'Chưa đóng được: góp ý này chưa có trả lời. Trả lời trước, rồi đóng.');
      return { revision, step: 'closed', change: { state: 'closed' } };
    },
  ),
];
