import { outcomes } from '#wire/problem.ts';
import { type SelfScoreWithdrawal, selfScoreWithdrawal } from '#wire/self-score.ts';
import { bodyHash } from '../body-hash.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from '../store/db.ts';
import { dossiersByCode, endedDay } from '../store/dossiers.ts';
import { holdOpen } from '../store/period-hold.ts';
import { openPeriodOn } from '../store/periods.ts';
import { scoreLine } from '../store/score-line.ts';
import { insertSelfScore, type StoredSelfScore, scoreRevisions, selfScoresById } from '../store/self-scores.ts';
import { type Planned, putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import type { Route } from './route.ts';

type Officer = Extract<Principal, { kind: 'officer' }>;

/** Of the revisions of one dossier the newest, when it is the one to be taken back by its own officer, and the one before it. */
function takenBack(revisions: readonly StoredSelfScore[], { withdraws }: SelfScoreWithdrawal, officer: string) {
  const [before, newest] = [revisions.at(-2), revisions.at(-1)];
  if (!newest || !revisions.some(({ id }) => id === withdraws))
    throw new Refusal(422, 'score.unknown', 'Máy chủ không có phiếu tự chấm này. Không có gì phải rút.', {
      issues: [{ path: 'withdraws', message: 'không có phiếu này' }],
    });
  if (newest.id !== withdraws)
    throw new Refusal(409, 'score.superseded', 'Hồ sơ này đã được chấm lại sau phiếu đó. Mở hồ sơ để xem bản mới.');
  if (newest.officer !== officer)
    throw new Refusal(403, 'score.own', 'Chỉ cán bộ đã chấm mới rút được phiếu của mình. Đổi người rồi thử lại.');
  return { before, newest };
}

/** The revision that puts back what stood before, and the officer the score had named taken off the dossier again. */
function withdrawal(
  tenant: string,
  unit: string,
  { id, dossier }: SelfScoreWithdrawal,
  { before, newest }: ReturnType<typeof takenBack>,
  hash: string,
  at: Date,
): { readonly score: StoredSelfScore; readonly statements: Statement[] } {
  const { officer, revision } = newest;
  const score: StoredSelfScore = {
    dossier,
    revision: revision + 1,
    id,
    officer: before?.officer ?? officer,
    values: before?.values ?? {},
    bodyHash: hash,
    scoredAt: at.toISOString(),
    named: before?.named ?? false,
    looked: null,
  };
  const unnamed: Statement = {
    sql: 'update dossiers set officer = null where tenant = ? and code = ? and officer = ?',
    params: [tenant, dossier, officer],
  };
  return { score, statements: [insertSelfScore(tenant, unit, score), ...(newest.named ? [unnamed] : [])] };
}

async function planner(db: Db, principal: Officer, items: readonly SelfScoreWithdrawal[], at: Date) {
  const { tenant, officer } = principal;
  const codes = items.map(({ dossier }) => dossier);
  const dossiers = new Map((await dossiersByCode(db, tenant, codes)).map((each) => [each.code, each]));
  const stored = await selfScoresById(
    db,
    tenant,
    items.map(({ id }) => id),
  );
  const revisions = await scoreRevisions(db, tenant, codes);
  return async (item: SelfScoreWithdrawal): Promise<Planned> => {
    const hash = bodyHash(item);
    const known = stored.get(item.id);
    if (known?.bodyHash === hash) return { outcome: 'repeated', statements: [] };
    if (known)
      throw new Refusal(409, 'score.repeat', 'Yêu cầu này đã được gửi với nội dung khác. Tải lại rồi thử lại.');
    if (!item.id.startsWith(`${tenant}.`))
      throw new Refusal(422, 'tenant.mismatch', 'Mã yêu cầu thuộc một tỉnh khác. Đăng ký lại máy này.', {
        issues: [{ path: 'id', message: 'sai tỉnh' }],
      });
    const own = revisions.get(item.dossier) ?? [];
    const dossier = dossiers.get(item.dossier);
    const found = takenBack(own, item, officer);
    const period = dossier && (await openPeriodOn(db, tenant, endedDay(dossier) ?? ''));
    if (!period)
      throw new Refusal(
        410,
        'period.closed',
        'Kỳ đánh giá của hồ sơ này đã chốt nên không rút phiếu tự chấm được nữa.',
      );
    await requireUnit(db, principal, tenant, dossier.unit);
    const { score, statements } = withdrawal(tenant, dossier.unit, item, found, hash, at);
    revisions.set(item.dossier, [...own, score]);
    stored.set(item.id, score);
    return { outcome: 'created', statements: [holdOpen(tenant, period.period), ...statements] };
  };
}

export const withdrawScoreRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/self-scores/withdrawals',
    who: ['officer'],
    scope: 'unit',
    summary:
      'Takes self-scores of the calling officer back, at most 500, an outcome per item; the one before, if any, stands again.',
    body: selfScoreWithdrawal.array(),
    example: [
      {
        id: 'mau.01KAGHZ0000000000000000002',
        dossier: 'H99.01-261102-0021',
        withdraws: 'mau.01KAGHZ0000000000000000000',
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên mới rút phiếu tự chấm được.');
      const { tenant } = principal;
      const batch = await readBatch(c, selfScoreWithdrawal, 'id');
      const items = batch.valid.map(({ item }) => item);
      const at = now();
      const entry = { actor: actorOf(principal), action: 'self-scores.withdraw', subject: 'self-scores' };
      const outcomes = await scoreLine(db, tenant, () =>
        putBatch(
          db,
          tenant,
          at,
          batch,
          ({ id }) => id,
          () => planner(db, principal, items, at),
          entry,
        ),
      );
      return c.json({ outcomes });
    },
  },
];
