import { figureOf, rankingId, timelinessId, unitId } from '#rules/figure-id.ts';
import { NOT_EVALUATED } from '#rules/grade.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { PublicUnit, UnitResult } from '#wire/results.ts';
import type { ClosedPeriod } from '../closed-period.ts';
import { indexRows } from '../index-rows.ts';
import { rankedUnits } from '../ranked-units.ts';
import { type ReportUnit, TIME_PARTS, type TimePart } from './report-source.ts';

const label = (id: string, text: string | null, because: string | null) =>
  figureOf(id, 'text', null, { text, because: text === null ? because : null });

function shareOf(unit: string, share: UnitResult['satisfactionShare']): Figure {
  const id = rankingId(unit, 'share');
  if (!share) return figureOf(id, 'permille', null, { because: 'Chưa đủ 5 phiếu trả lời câu hỏi hài lòng.' });
  const { value, low, high, n } = share;
  return figureOf(id, 'permille', value, { low, high, n, few: n < SMALL_N });
}

function common(
  unit: string,
  { because }: Pick<UnitResult, 'because'>,
  of: Pick<UnitResult, 'gradeLabel' | 'satisfactionLabel' | 'satisfactionShare'>,
) {
  return {
    grade: label(rankingId(unit, 'grade'), of.gradeLabel, because),
    satisfaction: label(rankingId(unit, 'satisfaction'), of.satisfactionLabel, because),
    share: shareOf(unit, of.satisfactionShare),
  };
}

function timesOf({ unit, punctuality, n }: UnitResult): Readonly<Record<TimePart, Figure>> {
  const of = (part: TimePart) => figureOf(timelinessId(unit, part), 'count', punctuality[part], { of: n.dossiers });
  return Object.fromEntries(TIME_PARTS.map((part) => [part, of(part)])) as Record<TimePart, Figure>;
}

/** The units of a closed period with everything the province may read of them. */
export function provinceUnits(closed: ClosedPeriod): ReportUnit[] {
  const ranked = new Map(rankedUnits(closed).map((unit) => [unit.unit, unit]));
  return closed.results.map((result): ReportUnit => {
    const { unit, name, level, missing, rank, n } = result;
    const sums = closed.sums.get(unit) ?? null;
    const rows = indexRows(result, sums, closed);
    return {
      ...{ unit, name, level, hidden: false, rank, missing, rows, sums, n, tier: ranked.get(unit)?.tier ?? null },
      ...common(unit, result, result),
      unevaluated: result.because.startsWith(NOT_EVALUATED) ? result.cite : null,
      total: ranked.get(unit)?.total ?? figureOf(rankingId(unit, 'total'), 'tenths', result.total, { of: result.max }),
      responses: figureOf(rankingId(unit, 'responses'), 'count', n.official),
      dossiers: figureOf(rankingId(unit, 'dossiers'), 'count', n.dossiers),
      official: rows.map(({ official }) => official),
      times: timesOf(result),
    };
  });
}

/** The units as the public sees them: the same ids, fewer figures. */
export function publicUnits(units: readonly PublicUnit[]): ReportUnit[] {
  return units.map((result): ReportUnit => {
    const { unit, name, level, hidden, rank, missing, total, max, dossiers, responses } = result;
    const because = hidden ? 'Ẩn vì dưới 5 phiếu, để không lộ người trả lời.' : (result.because ?? '');
    const count = (what: string, n: number | null) =>
      figureOf(rankingId(unit, what), 'count', n, { because: n === null ? because : null });
    return {
      ...{ unit, name, level, hidden, rank, missing, rows: null, times: null, sums: null, n: null, tier: null },
      ...common(unit, { because }, result),
      unevaluated: null,
      total: figureOf(rankingId(unit, 'total'), 'tenths', total, {
        of: max,
        n: responses,
        because: total === null || missing.length > 0 ? because : null,
        few: (responses ?? 0) < SMALL_N,
      }),
      responses: count('responses', responses),
      dossiers: count('dossiers', dossiers),
      official: result.indicators.map(({ indicator, points }) =>
        figureOf(unitId(unit, indicator, 'official'), 'tenths', points, {
          of: 20,
          because: points === null ? 'Chưa đủ dữ liệu.' : null,
        }),
      ),
    };
  });
}
