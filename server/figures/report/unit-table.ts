import { figureOf, rankingId } from '#rules/figure-id.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { Block } from '#wire/report.ts';
import { keepMeans } from './index-recipes.ts';
import { type Ink, over, sizeOf } from './ink.ts';
import type { ReportSource, ReportUnit } from './report-source.ts';

const SERIES = ['self', 'computed', 'citizen', 'appraised'] as const;

/** The nine indicators of one unit in every series beside the most each can reach, and their sum. */
export function unitTable(unit: ReportUnit, source: ReportSource, ink: Ink): Block {
  keepMeans(unit, source, ink);
  const best = unit.official.map(({ of }, i) => figureOf(rankingId(unit.unit, `best-${i + 1}`), 'tenths', of));
  const most = figureOf(
    rankingId(unit.unit, 'best'),
    'tenths',
    best.reduce((sum, { value }) => sum + (value ?? 0), 0),
  );
  ink.made(most, { kind: 'sum', of: best.map(({ id }) => id) });
  const present = unit.official.filter(({ value }) => value !== null);
  if (unit.total.value !== null && source.choices.total === 'sumOfRounded' && source.period.parts.length === 0)
    ink.made(unit.total, { kind: 'sum', of: present.map(({ id }) => id) });
  return {
    kind: 'table',
    key: 'indicators',
    caption: `Chín chỉ số của ${unit.name}`,
    columns: [
      { label: 'TT', number: true, width: 6 },
      { label: 'Chỉ số', number: false, width: 34 },
      { label: 'Điểm chuẩn', number: true, width: 9 },
      { label: 'Tự chấm', number: true, width: 10 },
      { label: 'Hệ thống', number: true, width: 10 },
      { label: 'Người dân', number: true, width: 11 },
      { label: 'Thẩm định', number: true, width: 10 },
      { label: 'Chính thức', number: true, width: 10 },
    ],
    rows: [
      ...unit.official.map((official, i) => [
        ink.cell(`${i + 1}`),
        ink.cell(INDICATOR_NAMES[(i + 1) as 1]),
        ink.cell(best[i] ?? null),
        ...SERIES.map((series) => {
          const figure = unit.rows?.[i]?.[series] ?? null;
          if (figure === null) return ink.cell(series === 'appraised' ? '—' : 'không hỏi');
          return figure.value === null || figure.n === null ? ink.cell(figure) : ink.say`${figure} (${sizeOf(figure)})`;
        }),
        ink.cell(official),
      ]),
      [
        ink.cell(''),
        ink.cell('Tổng điểm'),
        ink.cell(most),
        ...SERIES.map(() => ink.cell('')),
        ink.cell(unit.missing.length > 0 ? over(unit.total) : unit.total),
      ],
    ],
    total: true,
    wide: false,
    source: 'Dưới 5 phiếu thì không nêu điểm của người dân.',
  };
}
