import { differenceDots } from '#rules/drawing/difference-dots.ts';
import { figureOf, levelId } from '#rules/figure-id.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { formatList, formatTenths } from '#rules/format.ts';
import { wilson } from '#rules/interval.ts';
import { WIDEST_NOTE } from '#rules/mean-interval.ts';
import { roundHalfUp } from '#rules/points.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { Block, Run } from '#wire/report.ts';
import { differenceRange, endsOf } from '../index-range.ts';
import { type Ink, interval, over, sizeOf } from './ink.ts';
import { levelsOf, type ReportLevel, type ReportSource } from './report-source.ts';
import { reviewSection } from './review-section.ts';

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

interface Difference {
  readonly id: IndicatorId;
  /** Self minus computed of one indicator over a level, from the sums of its units together. */
  readonly mean: Figure;
  /** How many units of those with both stand surely above. */
  readonly above: Figure;
}

function differenceOf({ level, shown }: ReportLevel, id: IndicatorId): Difference[] {
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
  return [{ id, mean, above }];
}

const tick = (at: number) => ({ at, label: formatTenths(at, 'vi', true) });

/** III.2: how far self-scores stand from the system, indicator by indicator, as sentences and as dots around 0. */
function differences(level: ReportLevel, ink: Ink): Block[] {
  const known = INDICATOR_IDS.flatMap((id) => differenceOf(level, id));
  if (known.length === 0) return [];
  const surely = known.filter(({ mean: { low } }) => low !== null && low > 0).map(({ id }) => String(id));
  const title =
    surely.length > 0
      ? `${level.title}: tự chấm cao hơn hệ thống rõ rệt ở chỉ số ${formatList(surely)}`
      : `${level.title}: tự chấm không cao hơn hệ thống rõ rệt ở chỉ số nào`;
  const drawing = differenceDots({
    id: `tu-cham-he-thong-${level.level}`,
    title,
    head: 'Chỉ số',
    value: 'Tự chấm − hệ thống',
    axis: { min: -20, max: 20, ticks: [-20, -10, 0, 10, 20].map(tick) },
    rows: known.map(({ id, mean }) => ({ label: `Chỉ số ${id}`, figure: mean })),
    notes: [],
  });
  return [
    ...known.map(({ id, mean, above }) =>
      paragraph(
        ink.say`${level.title}, chỉ số ${String(id)}: tự chấm so với hệ thống trung bình ${mean} điểm ${interval(mean)}, ${sizeOf(mean)}; cao hơn rõ rệt tại ${over(above)} đơn vị.`,
        true,
      ),
    ),
    { kind: 'chart', drawing },
  ];
}

/** What does not add up in a report printed earlier that is read beside this period. */
function printedFaults({ beside }: ReportSource): Block[] {
  return (beside?.printed ?? []).flatMap(({ title, faults }) =>
    faults.map((message): Block => ({ kind: 'fault', text: `Kiểm tra báo cáo đã công bố «${title}»: ${message}` })),
  );
}

/** III: how far the numbers can be trusted, and what does not add up, where it stands. */
export function trustSection(source: ReportSource, ink: Ink): Block[] {
  const levels = levelsOf(source.units);
  const coverage = levels.flatMap((level) => coverageLine(level, ink));
  const privately = source.audience === 'province';
  const next = privately ? 3 : 2;
  const apart = privately ? levels.flatMap((level) => differences(level, ink)) : [];
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
          ...(apart.length > 0
            ? apart
            : [paragraph(ink.say`Kỳ này chưa có hồ sơ nào vừa được tự chấm vừa được hệ thống chấm.`)]),
        ] satisfies Block[])
      : []),
    ...(source.review ? reviewSection(source.review, next, ink) : []),
    { kind: 'heading', level: 2, key: 'faults', text: `${source.review ? next + 1 : next}. Kiểm tra cộng dồn` },
    ...(faults.length === 0
      ? [paragraph(ink.say`Các phần cộng đủ tổng; các tỷ lệ khớp số đếm.`)]
      : faults.map((message): Block => ({ kind: 'fault', text: `Kiểm tra: ${message}` }))),
    ...printedFaults(source),
    ...(source.faultReason === null ? [] : [paragraph(ink.say`Vẫn công khai vì: ${source.faultReason}`)]),
    ...acknowledged.map(({ message, reason }) => paragraph(ink.say`${message} Đã xem, giữ nguyên vì: ${reason}`, true)),
  ];
}
