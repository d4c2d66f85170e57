import { type Index, indices } from '#rules/aggregate.ts';
import { figureOf, officerId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { inForce } from '#rules/law.ts';
import { sumOfRanges, WIDEST_NOTE } from '#rules/mean-interval.ts';
import { officialSource } from '#rules/official.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { DossierSeries } from '#rules/score-record.ts';
import type { OfficerPage } from '#wire/officer-page.ts';
import type { OfficerResult } from '#wire/results.ts';
import type { Judging } from '../close/context.ts';
import { aggregateOf } from '../close/kept-sums.ts';
import { officialOfOfficer } from '../close/officer-result.ts';
import { judgingOf } from '../close/quarters.ts';
import { tooFew } from '../close/shielded.ts';
import type { Db } from '../store/db.ts';
import { officersByCode } from '../store/officers.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { type OfficerSums, officerSums } from '../store/snapshot-sums.ts';
import type { StoredSnapshot } from '../store/snapshots.ts';
import { unitNames } from '../store/unit-spans.ts';
import { citeView } from './cite-view.ts';
import { flagLines } from './flag-lines.ts';
import { BEST, endsOf, keptRange } from './index-range.ts';
import { officerTotal } from './listed-officers.ts';
import { periodView } from './period-view.ts';
import { snapshotView } from './snapshot-view.ts';
import { SMALLEST_GROUP } from './suppress.ts';

function indexFigure(id: string, { sum, n, value }: Index, isCitizen: boolean): Figure | null {
  if (n === 0) return null;
  const hidden = isCitizen && n < SMALLEST_GROUP;
  const shown = hidden ? null : value;
  return figureOf(id, 'tenths', shown, {
    ...endsOf(hidden ? null : keptRange([sum, n]), shown),
    ...{ of: BEST, n, few: n < SMALL_N, because: hidden ? tooFew(n) : null },
  });
}

/** What an officer did, indicator by indicator, in every series, and what of it enters his total. */
function rowsOf(officer: string, judging: Judging, sums: readonly OfficerSums[]): OfficerPage['rows'] {
  const { choices, ruleset } = judging;
  const of = (series: DossierSeries) => indices(aggregateOf(...sums.map((each) => each[series])), choices.rounding);
  const series = { citizen: of('citizen'), computed: of('computed'), self: of('self') };
  const official = officialOfOfficer(judging, sums);
  return ruleset.perDossier.map((id) => {
    const cell = (name: DossierSeries) =>
      indexFigure(officerId(officer, `${id}/${name}`), series[name][id], name === 'citizen');
    const counts = ruleset.officerTotal.includes(id);
    const { sum, n, value } = official[id];
    const why = officialSource(id, choices) === 'citizen' ? tooFew(n) : 'Không có dữ liệu.';
    return {
      ...{ indicator: id, label: INDICATOR_NAMES[id] },
      ...{ citizen: cell('citizen'), computed: cell('computed'), self: cell('self') },
      official: counts
        ? figureOf(officerId(officer, `${id}/official`), 'tenths', value, {
            ...endsOf(value === null ? null : keptRange([sum, n]), value),
            ...{ of: BEST, n, few: n < SMALL_N, because: value === null ? why : null },
          })
        : null,
    };
  });
}

/** The total with its interval: that of each of his own indices in it, added up; none where one was lent by his unit. */
function totalFigure(result: OfficerResult, judging: Judging, sums: readonly OfficerSums[]): Figure {
  const official = officialOfOfficer(judging, sums);
  const present = judging.ruleset.officerTotal.filter((id: IndicatorId) => !result.missing.includes(id));
  const ranges = present.flatMap((id) =>
    official[id].value === null ? [] : (keptRange([official[id].sum, official[id].n]) ?? []),
  );
  const whole = ranges.length === present.length && present.length > 0;
  return { ...officerTotal(result), ...endsOf(whole ? sumOfRanges(ranges) : null, result.total) };
}

/** One officer of a closed period. @param result his, as the snapshot holds it. @param within the one unit the reader sees, `null` = all. */
export async function officerPage(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  snapshot: StoredSnapshot,
  result: OfficerResult,
  within: string | null,
  at: Date,
): Promise<OfficerPage> {
  const { officer, unit, completion, completionLabel, because } = result;
  const judging = judgingOf({ period, snapshot });
  const sums = await officerSums(db, tenant, snapshot.snapshot, officer);
  const names = await unitNames(db, tenant, period);
  const { cite } = inForce('Xếp loại cán bộ, công chức, viên chức', judging.ruleset.officerGrades, judging.on);
  const shown = [...new Set([unit, ...sums.map((each) => each.unit)])].filter(
    (each) => within === null || each === unit,
  );
  const flags = await Promise.all(shown.map((each) => flagLines(db, tenant, period, each, officer)));
  return {
    period: periodView(period, at),
    snapshot: await snapshotView(db, tenant, snapshot),
    ...{ officer, unit, completion, completionLabel, because },
    label: (await officersByCode(db, tenant, [officer])).get(officer)?.label ?? null,
    unitName: names.get(unit) ?? unit,
    total: totalFigure(result, judging, sums),
    cite: citeView(cite),
    rows: sums.length > 0 ? rowsOf(officer, judging, sums) : [],
    units: sums.map((each) => ({ unit: each.unit, name: names.get(each.unit) ?? each.unit, dossiers: each.dossiers })),
    intervals: sums.length > 0 ? WIDEST_NOTE : null,
    flags: flags.flat(),
  };
}
