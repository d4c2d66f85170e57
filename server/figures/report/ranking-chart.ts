import { rankDots } from '#rules/drawing/rank-dots.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';
import type { ReportLevel } from './report-source.ts';

/** Lanes of one chart; a level with more units has its intervals in the table alone. */
const MOST_LANES = 24;
const A_PAGE = 10;

/** The ranked units of a level as dots with their intervals, tiers as bands; nothing where fewer than two are ranked. */
export function rankingCharts({ level, title, shown }: ReportLevel): Block[] {
  const ranked = shown
    .filter(({ rank, total }) => rank !== null && total.value !== null && total.low !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.name.localeCompare(b.name, 'vi'));
  const [first] = ranked;
  if (!first || ranked.length < 2 || ranked.length > MOST_LANES) return [];
  const max = Math.max(...ranked.map(({ total }) => total.of ?? 0));
  const together = ranked.filter(({ tier }) => tier !== null && tier === first.tier).length;
  const lead = `${title}: ${first.name} cao nhất, ${printFigure(first.total)} điểm`;
  const finding = together > 1 ? `${lead}; ${together} đơn vị cùng nhóm, chênh lệch chưa đủ rõ` : lead;
  const ticks = [0, 1, 2, 3].map((third) => ({ at: (max * third) / 3, label: `${Math.round((max * third) / 30)}` }));
  return Array.from({ length: Math.ceil(ranked.length / A_PAGE) }, (_, i): Block => {
    const rows = ranked.slice(i * A_PAGE, (i + 1) * A_PAGE);
    const drawing = rankDots({
      id: `xep-hang-${level}-${i + 1}`,
      title: i === 0 ? finding : `${finding} (tiếp theo)`,
      head: 'Đơn vị',
      value: 'Tổng điểm',
      axis: { min: 0, max, ticks },
      rows: rows.map(({ name, total, tier }) => ({ label: name, figure: total, tier })),
    });
    return { kind: 'chart', drawing };
  });
}
