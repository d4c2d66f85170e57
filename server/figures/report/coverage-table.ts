import { figureOf, rankingId } from '#rules/figure-id.ts';
import { wilson } from '#rules/interval.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import type { Block, Run } from '#wire/report.ts';
import { type Ink, interval } from './ink.ts';
import type { ReportLevel, ReportUnit } from './report-source.ts';

/** Forms over dossiers of one unit with its interval; more forms than dossiers are no share. */
function cells({ unit, responses, dossiers }: ReportUnit, ink: Ink): Run[][] {
  const [k, n] = [responses.value, dossiers.value];
  if (k === null || n === null || n === 0) return [ink.cell('—'), ink.cell('chưa có hồ sơ')];
  const range = k > n ? null : wilson(k, n);
  if (!range) return [ink.cell('—'), ink.cell('số phiếu nhiều hơn số hồ sơ')];
  const share = figureOf(rankingId(unit, 'coverage'), 'share', k, {
    ...{ of: n, n, low: range.lo, high: range.hi, few: n < SMALL_N },
  });
  return [ink.cell(share), ink.cell(interval(share))];
}

/** Appendix I: how many of the dossiers of each unit were answered for (III.1); smallest share first. */
export function coverageTable(level: ReportLevel, ink: Ink): Block[] {
  if (level.shown.length === 0) return [];
  const shareOf = ({ responses, dossiers }: ReportUnit) => (responses.value ?? 0) / (dossiers.value || Infinity);
  return [
    {
      kind: 'table',
      key: `coverage-${level.level}`,
      caption: `Độ phủ của phiếu, ${level.title.toLowerCase()}`,
      columns: [
        { label: 'Đơn vị', number: false, width: 36 },
        { label: 'Số phiếu', number: true, width: 13 },
        { label: 'Hồ sơ', number: true, width: 13 },
        { label: 'Độ phủ', number: true, width: 14 },
        { label: 'Khoảng 95\u00a0%', number: true, width: 24 },
      ],
      rows: [...level.shown]
        .sort((a, b) => shareOf(a) - shareOf(b) || a.name.localeCompare(b.name, 'vi'))
        .map((unit) => [ink.cell(unit.name), ink.cell(unit.responses), ink.cell(unit.dossiers), ...cells(unit, ink)]),
      total: false,
      wide: false,
      source: level.whole ? '' : 'Không nêu đơn vị được ẩn.',
    },
  ];
}
