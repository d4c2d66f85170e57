import { figureOf, levelId, timelinessId, wholeId } from '#rules/figure-id.ts';
import { periodLabel } from '#rules/period.ts';
import { roundHalfUp } from '#rules/points.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Db } from '../../store/db.ts';
import { partsOf, periodsOf, type StoredPeriod } from '../../store/periods.ts';
import { surveysAnswered } from '../../store/read-tallies.ts';
import { changesBetween, type Judged } from '../changes-between.ts';
import { type ClosedPeriod, closedPeriod } from '../closed-period.ts';
import { satisfactionShare } from '../satisfaction-share.ts';
import { gradeCounts, type LabelCount } from './grade-counts.ts';
import { levelsOf, type ReportLevel } from './report-source.ts';
import { provinceUnits } from './report-unit.ts';

/** So many periods, this one among them, show where a province is going. */
const MOST = 8;

/** The units of one level in one period. */
export interface TrendLevel {
  readonly level: ReportLevel['level'];
  /** `level/<level>/mean-total/<period>`: of the units with all nine indices, each counting once. */
  readonly mean: Figure;
  /** Ids end in `/<period>`. */
  readonly grades: readonly LabelCount[];
}

/** One period in a row of them. */
export interface TrendPeriod {
  readonly label: string;
  /** `timeliness/all/overdue-share/<period>`: late dossiers of those that can be compared. */
  readonly overdue: Figure;
  /** `whole/share/<period>`: «hài lòng» and «rất hài lòng» of all answers to the question. */
  readonly satisfied: Figure;
  readonly levels: readonly TrendLevel[];
  /** What its figures do not share with the period before: ruleset, readings. */
  readonly changed: readonly string[];
  /** The same of what rests on answers: the forms beside. */
  readonly asked: readonly string[];
}

function overdueShare(period: string, results: readonly UnitResult[]): Figure {
  const sum = (part: 'early' | 'onTime' | 'overdue') =>
    results.reduce((all, { punctuality }) => all + punctuality[part], 0);
  const compared = sum('early') + sum('onTime') + sum('overdue');
  const because = compared === 0 ? 'Chưa có hồ sơ nào so được với ngày hẹn.' : null;
  return figureOf(timelinessId('all', `overdue-share/${period}`), 'share', compared === 0 ? null : sum('overdue'), {
    ...{ of: compared, n: compared, few: compared < SMALL_N, because },
  });
}

function satisfiedShare(period: string, { sums }: ClosedPeriod): Figure {
  const kept = [...sums.values()].flatMap(({ satisfaction: [satisfied, n] }) =>
    satisfied === null ? [] : [{ satisfied, n }],
  );
  const n = kept.reduce((all, each) => all + each.n, 0);
  const share = satisfactionShare(
    kept.reduce((all, { satisfied }) => all + satisfied, 0),
    n,
  );
  const id = wholeId(`share/${period}`);
  if (share) return figureOf(id, 'permille', share.value, { low: share.low, high: share.high, n, few: n < SMALL_N });
  const because = sums.size === 0 ? 'Bản chốt không giữ tổng số câu trả lời.' : 'Chưa đủ 5 phiếu trả lời câu hỏi này.';
  return figureOf(id, 'permille', null, { because });
}

function trendLevel(level: ReportLevel, period: string, { ruleset }: ClosedPeriod): TrendLevel {
  const whole = level.shown.flatMap(({ total, missing }) =>
    total.value === null || missing.length > 0 ? [] : [{ value: total.value, of: total.of }],
  );
  const n = whole.length;
  const sum = whole.reduce((all, { value }) => all + value, 0);
  const mean = figureOf(levelId(level.level, 'mean-total', period), 'tenths', n === 0 ? null : roundHalfUp(sum, n), {
    ...{ of: whole[0]?.of ?? null, n, because: n === 0 ? 'Chưa có đơn vị nào đủ chín chỉ số.' : null },
  });
  const grades = gradeCounts(level, ruleset).map(({ count, ...label }) => ({
    ...label,
    count: { ...count, id: `${count.id}/${period}` },
  }));
  return { level: level.level, mean, grades };
}

/** The closed periods of the same kind up to `until`, oldest first, each as its current snapshot holds it; `until` as its own does. */
export async function reportTrend(db: Db, tenant: string, until: StoredPeriod): Promise<TrendPeriod[]> {
  const kept = (await periodsOf(db, tenant))
    .filter(({ kind, to, snapshot }) => kind === until.kind && to <= until.to && snapshot !== null)
    .sort((a, b) => (a.to < b.to ? 1 : -1))
    .slice(0, MOST)
    .reverse();
  const trend: TrendPeriod[] = [];
  let before: Judged | null = null;
  for (const stored of kept) {
    const each = stored.period === until.period ? until : stored;
    const closed = await closedPeriod(db, tenant, each);
    if (!closed) continue;
    const { period, kind, from, to } = each;
    const units = closed.results.map(({ unit }) => unit);
    const made = partsOf(each).length > 0 ? partsOf(each) : [period];
    const judged: Judged = { closed, surveys: await surveysAnswered(db, tenant, made, units) };
    trend.push({
      label: periodLabel({ id: period, kind, from, to }),
      overdue: overdueShare(period, closed.results),
      satisfied: satisfiedShare(period, closed),
      levels: levelsOf(provinceUnits(closed)).map((level) => trendLevel(level, period, closed)),
      changed: before ? changesBetween({ ...before, surveys: [] }, judged) : [],
      asked: before ? changesBetween(before, judged) : [],
    });
    before = judged;
  }
  return trend;
}
