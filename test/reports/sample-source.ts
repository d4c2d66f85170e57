import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { figureOf, rankingId, timelinessId, unitId } from '#rules/figure-id.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { openHead } from '../../server/figures/report/report-head.ts';
import type { ReportSource, ReportUnit } from '../../server/figures/report/report-source.ts';
import { TIME_PARTS } from '../../server/figures/report/report-source.ts';
import { CLOSED, RESULTS } from '../admin/sample.ts';

export const HOSTILE = `=CMD("<b>&'") ]]>`;

/** A unit with indices of 1,8 but the ninth, worked by hand: 8 × 18 + 15 = 159 tenths. */
export function sampleUnit(unit: string, name: string, more: Partial<ReportUnit> = {}): ReportUnit {
  const text = (what: string, label: string | null, because: string | null = null) =>
    figureOf(rankingId(unit, what), 'text', null, { text: label, because });
  return {
    ...{
      unit,
      name,
      level: 'province',
      hidden: false,
      rank: 1,
      tier: null,
      missing: [],
      rows: null,
      sums: null,
      n: null,
      times: null,
      unevaluated: null,
    },
    total: figureOf(rankingId(unit, 'total'), 'tenths', 159, { of: 180, n: 60, low: 150, high: 165 }),
    grade: text('grade', 'Xuất sắc'),
    satisfaction: text('satisfaction', 'Rất hài lòng'),
    share: figureOf(rankingId(unit, 'share'), 'permille', 968, { low: 941, high: 982, n: 60 }),
    responses: figureOf(rankingId(unit, 'responses'), 'count', 60),
    dossiers: figureOf(rankingId(unit, 'dossiers'), 'count', 100),
    official: Array.from({ length: 9 }, (_, i) =>
      figureOf(unitId(unit, i + 1, 'official'), 'tenths', i === 8 ? 15 : 18, { of: 20 }),
    ),
    ...more,
  };
}

/** Dossiers of a unit by their time; the sum is 100. */
export const timesOf = (unit: string, counts: readonly number[]): ReportUnit['times'] =>
  Object.fromEntries(
    TIME_PARTS.map((part, i) => [part, figureOf(timelinessId(unit, part), 'count', counts[i] ?? 0, { of: 100 })]),
  ) as ReportUnit['times'];

export function sampleSource(units: readonly ReportUnit[], more: Partial<ReportSource> = {}): ReportSource {
  return {
    ...{ tenant: 'mau', tenantName: 'Tỉnh Mẫu', watermark: null, audience: 'province', draft: true },
    period: CLOSED,
    snapshot: RESULTS.snapshot as NonNullable<typeof RESULTS.snapshot>,
    units,
    choices: DEFAULT_CHOICES,
    readings: [],
    ruleset: TT01_2018,
    ...{
      faults: [],
      faultReason: null,
      errata: [],
      officers: [],
      time: null,
      beside: null,
      review: null,
      answers: [],
      surveys: [],
    },
    head: openHead('Tỉnh Mẫu'),
    own: {},
    ...more,
  };
}
