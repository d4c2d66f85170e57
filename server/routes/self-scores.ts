import type { Dossier } from '#rules/dossier.ts';
import { type SelfScore, selfScore } from '#wire/self-score.ts';
import { bodyHash } from '../body-hash.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { dossiersByCode, endedDay } from '../store/dossiers.ts';
import { openPeriodOn } from '../store/periods.ts';
import { insertSelfScore, newestSelfScores, type StoredSelfScore, selfScoresById } from '../store/self-scores.ts';
import { readBatch, refused } from './read-batch.ts';
import type { Route } from './route.ts';

/** What is compared to tell a repeat from a conflict; the client's clock is not content. */
const contentOf = ({ ageSeconds: _, ...content }: SelfScore) => content;

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
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên mới tự chấm được.');
      const { tenant } = principal;
      const { valid, outcomes } = await readBatch(c, selfScore, 'id');
      const codes = valid.map((v) => v.item.dossier);
      const dossiers = new Map((await dossiersByCode(db, tenant, codes)).map((d) => [d.code, d]));
      const stored = await selfScoresById(
        db,
        tenant,
        valid.map((v) => v.item.id),
      );
      const newest = await newestSelfScores(db, tenant, codes);
      const at = now();
      const statements: Statement[] = [];
      for (const { index, item } of valid) {
        const hash = bodyHash(contentOf(item));
        try {
          const repeat = stored.get(item.id);
          if (repeat && repeat.bodyHash !== hash)
            throw new Refusal(
              409,
              'score.repeat',
              'Phiếu tự chấm này đã được gửi với nội dung khác. Tải lại rồi chấm lại.',
            );
          if (repeat) {
            outcomes[index] = { outcome: 'repeated', id: item.id };
            continue;
          }
          if (!item.id.startsWith(`${tenant}.`))
            throw new Refusal(422, 'tenant.mismatch', 'Mã phiếu thuộc một tỉnh khác. Đăng ký lại máy này.', {
              issues: [{ path: 'id', message: 'sai tỉnh' }],
            });
          const dossier = dossierReady(item, dossiers.get(item.dossier));
          await requireUnit(db, principal, tenant, dossier.unit);
          if (!(await openPeriodOn(db, tenant, endedDay(dossier) ?? '')))
            throw new Refusal(
              410,
              'period.closed',
              'Kỳ đánh giá của hồ sơ này đã chốt nên không tự chấm được nữa. Nếu thấy điểm sai, liên hệ quản trị đơn vị.',
            );
          const before = newest.get(item.dossier);
          if (before && before.officer !== principal.officer)
            throw new Refusal(
              409,
              'score.conflict',
              `${before.officer} đã chấm hồ sơ này lúc ${before.scoredAt}. Xem hai bản rồi chọn.`,
            );
          const score: StoredSelfScore = {
            dossier: item.dossier,
            revision: (before?.revision ?? 0) + 1,
            id: item.id,
            officer: principal.officer,
            values: item.values,
            bodyHash: hash,
            scoredAt: at.toISOString(),
          };
          newest.set(item.dossier, score);
          stored.set(item.id, score);
          statements.push(insertSelfScore(tenant, dossier.unit, score));
          if (dossier.officer === null)
            statements.push({
              sql: 'update dossiers set officer = ? where tenant = ? and code = ? and officer is null',
              params: [principal.officer, tenant, dossier.code],
            });
          outcomes[index] = { outcome: before ? 'updated' : 'created', id: item.id };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          outcomes[index] = refused(item.id, error);
        }
      }
      if (statements.length)
        await withAudit(
          db,
          tenant,
          at,
          {
            actor: actorOf(principal),
            action: 'self-scores.put',
            subject: 'self-scores',
            detail: { n: statements.length },
          },
          statements,
        );
      return c.json({ outcomes });
    },
  },
];
