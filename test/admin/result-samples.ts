import { figureOf, rankingId, unitId } from '#rules/figure-id.ts';
import type { RankedUnit, Ranking } from '#wire/ranking.ts';
import type { IndexRow, UnitPage } from '#wire/unit-page.ts';
import { CLOSED, RESULTS } from './sample.ts';

const [A] = RESULTS.units;

/** Invented; no test computes with it. */
export function ranked(unit: string, name: string, more: Partial<RankedUnit> = {}): RankedUnit {
  return {
    ...{ unit, name, level: 'province', missing: [], grade: 'excellent', gradeLabel: 'Xuất sắc' },
    ...{ satisfactionLabel: 'Rất hài lòng', because: '15,9 ≥ 15 → Xuất sắc', rank: 1, tied: false, tier: 1 },
    total: figureOf(rankingId(unit, 'total'), 'tenths', 159, { of: 180, n: 210, low: 156, high: 162 }),
    n: { dossiers: 412, official: 210 },
    ...more,
  };
}

export const RANKING: Ranking = {
  period: CLOSED,
  snapshot: RESULTS.snapshot,
  levels: [
    { level: 'province', units: 3 },
    { level: 'commune', units: 1 },
  ],
  sectors: ['Đất đai', 'Xây dựng'],
  units: [
    ranked('so-a', 'Sở Ánh Dương'),
    ranked('so-c', 'Sở Cánh Đồng', {
      ...{ grade: 'good', gradeLabel: 'Tốt', rank: 2 },
      total: figureOf(rankingId('so-c', 'total'), 'tenths', 149, { of: 180, n: 12, low: 141, high: 157, few: true }),
      n: { dossiers: 96, official: 12 },
    }),
    ranked('so-b', 'Sở Biển Xanh', {
      ...{ grade: null, gradeLabel: null, satisfactionLabel: null, rank: null, tier: null, missing: [5] },
      because: 'chưa đủ chỉ số',
      total: figureOf(rankingId('so-b', 'total'), 'tenths', 132, { of: 160, n: 210, low: 128, high: 136 }),
    }),
  ],
  intervals: 'Khoảng rộng nhất.',
};

function row(indicator: number, label: string): IndexRow {
  const asked = [1, 3, 4, 7].includes(indicator);
  const declared = [5, 6, 8, 9].includes(indicator);
  const of = (series: string, value: number, n: number | null) =>
    figureOf(unitId('so-a', indicator, series), 'tenths', value, {
      ...{ of: 20, n },
      ...(n !== null && { low: value - 2, high: Math.min(20, value + 2) }),
    });
  const official = asked ? of('official', 17, 210) : of('official', 16, declared ? null : 412);
  return {
    ...{ indicator, label, appraised: null, officialSeries: asked ? 'citizen' : 'computed' },
    citizen: asked ? of('citizen', 17, 210) : null,
    computed: of('computed', 16, declared ? null : 412),
    self: declared ? null : of('self', 20, 400),
    official: { ...official, cites: ['Điều 14 TT 01/2018/TT-VPCP'] },
    difference: declared
      ? null
      : figureOf(unitId('so-a', indicator, 'difference'), 'difference', 4, {
          ...{ n: 400, low: 2, high: 6, because: 'Tự chấm cao hơn hệ thống 0,4 điểm trên 400 hồ sơ có cả hai điểm.' },
        }),
  };
}

const total = (period: string, value: number) =>
  figureOf(`ranking/so-a/total/${period}`, 'tenths', value, { of: 180, n: 210 });

export const UNIT_PAGE: UnitPage = {
  period: CLOSED,
  snapshot: RESULTS.snapshot,
  unit: ranked('so-a', 'Sở Ánh Dương'),
  name: 'Sở Ánh Dương',
  cite: 'Điều 15 TT 01/2018/TT-VPCP',
  rows: (A?.rows ?? []).map(({ indicator, label }) => row(indicator, label)),
  n: A?.n ?? null,
  punctuality: A?.punctuality ?? null,
  satisfactionShare: figureOf(rankingId('so-a', 'satisfactionShare'), 'permille', 905, { n: 210, low: 858, high: 937 }),
  intervals: 'Khoảng rộng nhất.',
  mix: [],
  trend: [
    { period: '2026-q2', label: 'Quý II/2026', changed: null, pooled: [], total: total('2026-q2', 151), rows: [] },
    {
      ...{ period: '2026-q3', label: 'Quý III/2026', changed: 'Từ kỳ này: cách hiểu khác.', pooled: [] },
      ...{ total: total('2026-q3', 159), rows: [] },
    },
  ],
  apart: [],
  officers: [
    {
      officer: 'CB-0117',
      total: figureOf('officer/CB-0117/total', 'tenths', 85, { of: 100, n: 120 }),
      completionLabel: 'Hoàn thành 100 % nhiệm vụ',
      because: '8,5 ≥ 5,0',
      dossiers: 120,
    },
  ],
  bands: [],
  continued: null,
  choices: RESULTS.choices,
  flags: [],
};
