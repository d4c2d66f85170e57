import type { Dossier } from '#rules/dossier.ts';
import { formatDateTime } from '#rules/format.ts';
import { scrub } from '#rules/scrub.ts';
import { outcomes } from '#wire/problem.ts';
import { type SelfScore, selfScore } from '#wire/self-score.ts';
import { bodyHash } from '../body-hash.ts';
import { localTime } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { dossiersByCode, endedDay } from '../store/dossiers.ts';
import { holdOpen, holdSettled, whileSettled } from '../store/period-hold.ts';
import { openPeriodOn } from '../store/periods.ts';
import { replanned } from '../store/replanned.ts';
import { scoreLine } from '../store/score-line.ts';
import { insertSelfScore, type StoredSelfScore, scoreRevisions, selfScoresById, stands } from '../store/self-scores.ts';
import { type Batch, readBatch, refused } from './read-batch.ts';
import type { Route } from './route.ts';

/** What an officer wrote beside the points, with what looks like personal data hidden. */
function withoutPersonalData(values: SelfScore['values']): SelfScore['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([indicator, value]) => [
      indicator,
      {
        ...value,
        ...(value.note === undefined ? {} : { note: scrub(value.note).text }),
        ...(value.evidence === undefined ? {} : { evidence: scrub(value.evidence).text }),
      },
    ]),
  );
}

/**
 * What is compared to tell a repeat from a conflict; the client's clock and how long he looked are not content, and what is hidden could be tried out against
 * its hash.
 */
const contentOf = ({ ageSeconds: _, looked: __, values, ...content }: SelfScore) => ({
  ...content,
  values: withoutPersonalData(values),
});

function dossierReady(score: SelfScore, dossier: Dossier | undefined): Dossier {
  if (!dossier)
    throw new Refusal(422, 'dossier.unknown', `Chưa có hồ sơ ${score.dossier} trên máy chủ. Gửi hồ sơ trước.`, {
      issues: [{ path: 'dossier', message: 'hồ sơ chưa có' }],
    });
  if (endedDay(dossier) === null)
    throw new Refusal(422, 'score.early', 'Hồ sơ chưa trả kết quả nên chưa tự chấm được.', {
      issues: [{ path: 'dossier', message: 'hồ sơ chưa có kết quả' }],
    });
  return dossier;
}

/** @throws Refusal 409 `score.repeat` when the id is taken by other content; whether it is a repeat otherwise. */
function repeats(repeat: StoredSelfScore | undefined, hash: string): boolean {
  if (repeat && repeat.bodyHash !== hash)
    throw new Refusal(409, 'score.repeat', 'Phiếu tự chấm này đã được gửi với nội dung khác. Tải lại rồi chấm lại.');
  return repeat !== undefined;
}

/**
 * @throws Refusal 409 `score.conflict` where another officer's score stands, `score.stands` where one must not be replaced unseen.
 */
function requirePlace(before: StoredSelfScore | undefined, { first }: SelfScore, officer: string): void {
  if (!before || !stands(before)) return;
  const at = formatDateTime(localTime(new Date(before.scoredAt)));
  if (before.officer !== officer)
    throw new Refusal(
      409,
      'score.conflict',
      `${before.officer} đã chấm hồ sơ này lúc ${at}. Bản gửi sau không được ghi.`,
    );
  if (first)
    throw new Refusal(
      409,
      'score.stands',
      `Anh/Chị đã chấm hồ sơ này lúc ${at} trên máy khác nên điểm đó giữ nguyên. Muốn đổi thì mở hồ sơ và chấm lại.`,
    );
}

type Officer = Extract<Principal, { kind: 'officer' }>;

/** Puts what is allowed of `batch` on record as new revisions, while the periods it belongs to are open; an outcome per item. */
async function putScores(db: Db, principal: Officer, { valid, outcomes }: Batch<SelfScore>, at: Date): Promise<void> {
  const { tenant, officer } = principal;
  const codes = valid.map((v) => v.item.dossier);
  const ids = valid.map((v) => v.item.id);
  const dossiers = new Map((await dossiersByCode(db, tenant, codes)).map((d) => [d.code, d]));
  const stored = await selfScoresById(db, tenant, ids);
  const revisions = await scoreRevisions(db, tenant, codes);
  const newest = new Map([...revisions].map(([code, all]) => [code, all.at(-1)]));
  const statements: Statement[] = [];
  const periods = new Set<string>();
  for (const { index, item } of valid) {
    const hash = bodyHash(contentOf(item));
    try {
      if (repeats(stored.get(item.id), hash)) {
        outcomes[index] = { outcome: 'repeated', id: item.id };
        continue;
      }
      if (!item.id.startsWith(`${tenant}.`))
        throw new Refusal(422, 'tenant.mismatch', 'Mã phiếu thuộc một tỉnh khác. Đăng ký lại máy này.', {
          issues: [{ path: 'id', message: 'sai tỉnh' }],
        });
      const dossier = dossierReady(item, dossiers.get(item.dossier));
      await requireUnit(db, principal, tenant, dossier.unit);
      const period = await openPeriodOn(db, tenant, endedDay(dossier) ?? '');
      if (!period)
        throw new Refusal(
          410,
          'period.closed',
          'Kỳ đánh giá của hồ sơ này đã chốt nên không tự chấm được nữa. Nếu thấy điểm sai, liên hệ quản trị đơn vị.',
        );
      const before = newest.get(item.dossier);
      requirePlace(before, item, officer);
      const score: StoredSelfScore = {
        dossier: item.dossier,
        revision: (before?.revision ?? 0) + 1,
        id: item.id,
        officer,
        values: withoutPersonalData(item.values),
        bodyHash: hash,
        scoredAt: at.toISOString(),
        named: dossier.officer === null,
        looked: item.looked ?? null,
      };
      newest.set(item.dossier, score);
      stored.set(item.id, score);
      periods.add(period.period);
      statements.push(insertSelfScore(tenant, dossier.unit, score));
      if (dossier.officer === null) {
        dossiers.set(dossier.code, { ...dossier, officer });
        statements.push({
          sql: 'update dossiers set officer = ? where tenant = ? and code = ? and officer is null',
          params: [officer, tenant, dossier.code],
        });
      }
      outcomes[index] = { outcome: before && stands(before) ? 'updated' : 'created', id: item.id };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes[index] = refused(item.id, error);
    }
  }
  if (statements.length === 0) return;
  const detail = { n: statements.length };
  const entry = { actor: actorOf(principal), action: 'self-scores.put', subject: 'self-scores', detail };
  const holds = [...holdSettled(tenant, at), ...[...periods].map((period) => holdOpen(tenant, period))];
  await whileSettled(db, tenant, at, () => withAudit(db, tenant, at, entry, [...holds, ...statements]));
}

export const selfScoreRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/self-scores',
    who: ['officer'],
    scope: 'unit',
    summary:
      'Self-scores confirmed by an officer, an array of at most 500, an outcome per item; a change is a new revision.',
    body: selfScore.array(),
    example: [
      {
        id: 'mau.01KAGHZ0000000000000000000',
        dossier: 'H99.01-261102-0021',
        values: {
          '1': { shown: 0, points: 0 },
          '7': { shown: 0, points: 10, note: 'Hẹn lại đúng quy định, công dân đồng ý', evidence: 'Văn bản 12/HL' },
        },
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên mới tự chấm được.');
      const batch = await readBatch(c, selfScore, 'id');
      await scoreLine(db, principal.tenant, () => replanned(() => putScores(db, principal, batch, now())));
      return c.json({ outcomes: batch.outcomes });
    },
  },
];
