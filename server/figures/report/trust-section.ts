import { figureOf, levelId } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { wilson } from '#rules/interval.ts';
import { WIDEST_NOTE } from '#rules/mean-interval.ts';
import { roundHalfUp } from '#rules/points.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import type { Block, Run } from '#wire/report.ts';
import { differenceRange, endsOf } from '../index-range.ts';
import { type Ink, interval, over, sizeOf } from './ink.ts';
import { levelsOf, type ReportLevel, type ReportSource } from './report-source.ts';

const paragraph = (runs: Run[], item = false): Block => ({ kind: 'paragraph', item, runs });

/** Forms over dossiers, where every unit of the level may be told. */
function coverageLine({ level, title, shown, whole }: ReportLevel, ink: Ink): Block[] {
  const sum = (of: (unit: (typeof shown)[number]) => number | null) =>
    shown.reduce((all, unit) => all + (of(unit) ?? 0), 0);
  const [forms, dossiers] = [sum(({ responses }) => responses.value), sum(({ dossiers: own }) => own.value)];
  if (!whole || dossiers === 0 || forms > dossiers) return [];
  const range = wilson(forms, dossiers);
  const share = figureOf(levelId(level, 'coverage', 'all'), 'share', forms, {
    ...{ of: dossiers, n: dossiers, low: range?.lo ?? null, high: range?.hi ?? null },
  });
  return [
    paragraph(
      ink.say`${title}: số phiếu được tính bằng ${share} số hồ sơ (khoảng 95\u00a0%: ${interval(share)}; ${sizeOf(share)}).`,
      true,
    ),
  ];
}

/** Self minus computed of one indicator over a level, from the sums of its units together. */
function differenceLine({ level, shown, title }: ReportLevel, id: IndicatorId, ink: Ink): Block[] {
  const kept = shown.flatMap(({ sums, rows }) => {
    const [sum, n] = sums?.difference[id] ?? [null, 0];
    return sum === null || n === 0 ? [] : [{ sum, n, own: rows?.[id - 1]?.difference ?? null }];
  });
  const n = kept.reduce((all, each) => all + each.n, 0);
  if (n === 0) return [];
  const sum = kept.reduce((all, each) => all + each.sum, 0);
  const size = roundHalfUp(Math.abs(sum), n);
  const value = sum < 0 ? -size : size;
  const mean = figureOf(levelId(level, `difference-${id}`, 'all'), 'difference', value, {
    ...endsOf(differenceRange([sum, n]), value),
    ...{ n, few: n < SMALL_N },
  });
  const above = figureOf(
    levelId(level, `difference-${id}`, 'above'),
    'count',
    kept.filter(({ own }) => own !== null && own.low !== null && own.low > 0).length,
    { of: kept.length },
  );
  return [
    paragraph(
      ink.say`${title}, chỉ số ${String(id)}: tự chấm so với hệ thống trung bình ${mean} điểm ${interval(mean)}, ${sizeOf(mean)}; cao hơn rõ rệt tại ${over(above)} đơn vị.`,
      true,
    ),
  ];
}

/** III: how far the numbers can be trusted, and what does not add up, where it stands. */
export function trustSection(source: ReportSource, ink: Ink): Block[] {
  const levels = levelsOf(source.units);
  const coverage = levels.flatMap((level) => coverageLine(level, ink));
  const privately = source.audience === 'province';
  const ids = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const differences = privately ? levels.flatMap((level) => ids.flatMap((id) => differenceLine(level, id, ink))) : [];
  const { acknowledged } = source.snapshot;
  const faults = [...source.faults.map(({ message }) => message), ...(source.time?.statistics.faults ?? [])];
  return [
    { kind: 'heading', level: 1, key: 'trust', text: 'III. ĐỘ TIN CẬY CỦA SỐ LIỆU' },
    { kind: 'heading', level: 2, key: 'coverage', text: '1. Tỷ lệ trả lời và khoảng tin cậy' },
    ...coverage,
    ...(coverage.length === 0
      ? [
          paragraph(
            ink.say`Không nêu tỷ lệ trả lời chung vì có đơn vị được ẩn, chưa có hồ sơ, hoặc số phiếu nhiều hơn số hồ sơ.`,
          ),
        ]
      : []),
    paragraph(ink.say`Khoảng 95\u00a0%: kết quả thật nhiều khả năng nằm trong khoảng này. ${WIDEST_NOTE}`),
    ...(privately
      ? ([
          { kind: 'heading', level: 2, key: 'difference', text: '2. Chênh lệch giữa tự chấm, người dân và hệ thống' },
          ...(differences.length > 0
            ? differences
            : [paragraph(ink.say`Kỳ này chưa có hồ sơ nào vừa được tự chấm vừa được hệ thống chấm.`)]),
        ] satisfies Block[])
      : []),
    { kind: 'heading', level: 2, key: 'faults', text: `${privately ? 3 : 2}. Kiểm tra cộng dồn` },
    ...(faults.length === 0
      ? [paragraph(ink.say`Các phần cộng đủ tổng; các tỷ lệ khớp số đếm.`)]
      : faults.map((message): Block => ({ kind: 'fault', text: `Kiểm tra: ${message}` }))),
    ...(source.faultReason === null ? [] : [paragraph(ink.say`Vẫn công khai vì: ${source.faultReason}`)]),
    ...acknowledged.map(({ message, reason }) => paragraph(ink.say`${message} Đã xem, giữ nguyên vì: ${reason}`, true)),
  ];
}
