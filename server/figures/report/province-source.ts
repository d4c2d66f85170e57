import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { Refusal } from '../../refusal.ts';
import type { Db } from '../../store/db.ts';
import { errataOf } from '../../store/errata.ts';
import { partsOf, type StoredPeriod } from '../../store/periods.ts';
import { surveysAnswered, unitAnswerCounts } from '../../store/read-tallies.ts';
import { reportTexts } from '../../store/report-texts.ts';
import { officerResults, snapshotOrNull } from '../../store/snapshots.ts';
import { tenantOf } from '../../store/tenants.ts';
import { choiceViews } from '../choice-views.ts';
import { type ClosedPeriod, closedPeriod } from '../closed-period.ts';
import { ownFaults } from '../own-faults.ts';
import { periodView } from '../period-view.ts';
import { isShown } from '../shown-snapshots.ts';
import { snapshotView } from '../snapshot-view.ts';
import { timelinessOf } from '../timeliness.ts';
import { privateAnswerLevels } from './answer-levels.ts';
import { reportBeside } from './report-beside.ts';
import { reportHeadOf } from './report-head.ts';
import { reportReview } from './report-review.ts';
import type { ReportSource } from './report-source.ts';
import { provinceUnits } from './report-unit.ts';

/**
 * What a snapshot of a period holds. @param asked an earlier snapshot of it; `undefined` = the current one.
 * @throws Refusal 409 `period.open`; 404 `snapshot.unknown`; 410 `snapshot.emptied` for one the seal took the figures from.
 */
export async function closedAt(db: Db, tenant: string, period: StoredPeriod, asked?: string): Promise<ClosedPeriod> {
  if (!period.snapshot) throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có báo cáo. Chốt kỳ trước.');
  const wanted = asked ?? period.snapshot;
  const stored = await snapshotOrNull(db, tenant, wanted);
  if (stored?.period !== period.period)
    throw new Refusal(404, 'snapshot.unknown', `Kỳ này không có bản chốt ${wanted}. Chọn bản chốt trong danh sách.`);
  if (wanted !== period.snapshot && stored.factsHash === '')
    throw new Refusal(
      410,
      'snapshot.emptied',
      `Số liệu của bản chốt ${wanted} đã được xóa khi khóa sổ. Dùng bản chốt ${period.snapshot}.`,
    );
  const closed = await closedPeriod(db, tenant, { ...period, snapshot: wanted });
  if (!closed) throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có báo cáo. Chốt kỳ trước.');
  return closed;
}

/** All the province itself may read of a period. @throws as `closedAt`. */
export async function provinceSource(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  at: Date,
  asked?: string,
): Promise<ReportSource> {
  const closed = await closedAt(db, tenant, period, asked);
  const { snapshot, choices } = closed;
  const { name, watermark, survey } = await tenantOf(db, tenant);
  const made = partsOf(period).length === 0 ? [period.period] : partsOf(period);
  const counts = (await Promise.all(made.map((each) => unitAnswerCounts(db, tenant, each)))).flat();
  const answered = await surveysAnswered(
    db,
    tenant,
    made,
    closed.results.map(({ unit }) => unit),
  );
  const current = snapshot.snapshot === period.snapshot;
  const wholeProvince = { scope: null, unit: null, by: 'unit', key: null } as const;
  const time = await timelinessOf(db, tenant, { ...period, snapshot: snapshot.snapshot }, wholeProvince);
  return {
    ...{ tenant, tenantName: name, watermark, audience: 'province', choices },
    period: periodView(period, at),
    snapshot: await snapshotView(db, tenant, snapshot),
    draft: !(current && isShown(period, at)),
    units: provinceUnits(closed),
    readings: choiceViews(snapshot.choices, period.ruleset),
    ruleset: rulesetById<PointsRuleset>(period.ruleset),
    faults: ownFaults(closed.results, choices),
    faultReason: null,
    errata: (await errataOf(db, tenant, period.period)).filter((each) => each.snapshot === snapshot.snapshot),
    time: time.state === 'counted' ? time : null,
    beside: await reportBeside(db, tenant, { ...period, snapshot: snapshot.snapshot }),
    // Answers to questions and points of review are as they stand now: of no earlier snapshot.
    review: current ? await reportReview(db, tenant, period, closed) : null,
    officers: await officerResults(db, tenant, snapshot.snapshot),
    // Answers are counted as they stand now: beside an earlier snapshot they would say what came in between.
    answers: current ? privateAnswerLevels(counts, choices) : [],
    surveys: answered.length > 0 ? answered : [survey],
    head: await reportHeadOf(db, tenant, period.period, name),
    own: Object.fromEntries(
      (await reportTexts(db, tenant, period.period)).map(({ section, ...own }) => [section, own]),
    ),
  };
}
