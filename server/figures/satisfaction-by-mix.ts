import type { Choices } from '#rules/choices.ts';
import { figureOf, qualityId } from '#rules/figure-id.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import { type Answered, weightedShare } from '#rules/procedure-mix.ts';
import { countsOfficially } from '#rules/proof.ts';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import type { Db } from '../store/db.ts';
import { type AnswerCount, procedureAnswerCounts } from '../store/read-tallies.ts';
import { slicesOf } from '../store/snapshot-slices.ts';
import { satisfiedOf } from './answer-effects.ts';
import { byMember, smallestSurvey } from './answer-groups.ts';
import { shareFigure } from './share-figure.ts';
import { SMALLEST_GROUP } from './suppress.ts';

type ByMix = NonNullable<SurveyQuality['quality']>['byMix'];

const WHY_ALL = 'Tỉnh tính mọi phiếu vào kết quả nên không tách phiếu theo thủ tục, để không lộ người trả lời.';
const WHY_FEW = 'Chưa đủ dữ liệu: chưa thủ tục nào có từ 5 phiếu nêu mức độ hài lòng.';

const unknown = (because: string): ByMix => ({
  plain: figureOf(qualityId('all', 'mix-plain'), 'share', null, { because }),
  weighted: figureOf(qualityId('all', 'mix-weighted'), 'permille', null, { because }),
  coverage: figureOf(qualityId('all', 'mix-coverage'), 'permille', null, { because }),
});

/**
 * The satisfied share of the province with each procedure weighing as many dossiers as it had, beside the same answers as they came. Of
 * the province alone: a unit crossed with a procedure would open single people. A procedure in which a form was answered fewer than
 * five times is left out, as on its own page.
 */
export async function satisfactionByMix(
  db: Db,
  tenant: string,
  snapshot: string,
  periods: readonly string[],
  choices: Choices,
): Promise<ByMix> {
  if (countsOfficially('open', choices)) return unknown(WHY_ALL);
  const counts: AnswerCount[] = [];
  const small = new Set<string>();
  for (const period of periods)
    for (const [procedure, own] of byMember(await procedureAnswerCounts(db, tenant, period))) {
      if (smallestSurvey(own) < SMALLEST_GROUP) small.add(procedure);
      counts.push(...own);
    }
  const answers = byMember(counts.filter(({ member }) => !small.has(member)));
  const dossiers = new Map<string, number>();
  for (const { procedure, dossiers: n } of await slicesOf(db, tenant, snapshot))
    if (procedure !== '') dossiers.set(procedure, (dossiers.get(procedure) ?? 0) + n);
  const rows = [...dossiers].map(
    ([procedure, n]): Answered => ({ ...satisfiedOf(answers.get(procedure) ?? []), dossiers: n }),
  );
  const weighted = weightedShare(rows);
  if (!weighted) return unknown(WHY_FEW);
  const compared = rows.filter(({ n }) => n >= SMALLEST_GROUP);
  const [k, n] = compared.reduce(([a, b], each) => [a + each.k, b + each.n], [0, 0]);
  return {
    plain: shareFigure(qualityId('all', 'mix-plain'), k, n),
    weighted: figureOf(qualityId('all', 'mix-weighted'), 'permille', weighted.share, {
      ...{ n, low: weighted.lo, high: weighted.hi, few: n < SMALL_N },
    }),
    coverage: figureOf(qualityId('all', 'mix-coverage'), 'permille', weighted.coverage),
  };
}
