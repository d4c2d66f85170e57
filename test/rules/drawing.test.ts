import { describe, expect, it } from 'vitest';
import type { Shape } from '#rules/drawing/drawing.ts';
import { levelBars } from '#rules/drawing/level-bars.ts';
import { partsBar, STATUS_MARKS } from '#rules/drawing/parts-bar.ts';
import { trendLine } from '#rules/drawing/trend-line.ts';
import { figureOf } from '#rules/figure-id.ts';
import { drawSvg } from '../../server/pages/draw-svg.ts';

const _ = '\u00a0';
const rects = (shapes: readonly Shape[]) => shapes.flatMap((s) => (s.kind === 'rect' ? [s] : []));
const texts = (shapes: readonly Shape[]) => shapes.flatMap((s) => (s.kind === 'text' ? [s.text] : []));
const count = (id: string, value: number | null, of: number) => figureOf(id, 'count', value, { of });

describe('bars of levels', () => {
  const drawing = levelBars({
    id: 'hai-long',
    title: 'Qua 7.165 lượt trả lời: Rất hài lòng 84,5 %',
    head: 'Đơn vị',
    levels: [
      { label: 'Rất hài lòng', look: 'lv-5' },
      { label: 'Hài lòng', look: 'lv-4' },
      { label: 'Bình thường', look: 'lv-3' },
    ],
    rows: [
      {
        label: 'Toàn tỉnh',
        parts: [count('a/5', 6053, 7165), count('a/4', 971, 7165), count('a/3', 141, 7165)],
        note: null,
      },
    ],
  });

  it('fill the whole width in fixed order, a number only where it fits', () => {
    const bars = rects(drawing.shapes);
    expect(bars.map(({ look }) => look)).toEqual(['lv-5', 'lv-4', 'lv-3']);
    expect(bars[0]?.width).toBeCloseTo(844.8, 1);
    expect((bars[2]?.x ?? 0) + (bars[2]?.width ?? 0)).toBeCloseTo(1000, 6);
    expect(texts(drawing.shapes)).toEqual(['Toàn tỉnh', '6.053', '971']);
  });

  it('carry the same numbers as a table, by the id of each figure', () => {
    expect(drawing.table.rows[0]?.map(({ text }) => text)).toEqual([
      'Toàn tỉnh',
      '6.053',
      `84,5${_}%`,
      '971',
      `13,6${_}%`,
      '141',
      `2,0${_}%`,
    ]);
    expect(drawing.table.rows[0]?.[3]?.figure).toBe('a/4');
  });

  it('are drawn without a style attribute, hostile names as text', async () => {
    const page = `${await drawSvg({ ...drawing, title: '<img src=x onerror=alert(1)>' })}`;
    expect(page).not.toMatch(/style=|<img/);
    expect(page).toContain('data-figure="a/5"');
    expect(page).toContain('Xem bảng số liệu');
  });
});

describe('parts of a whole', () => {
  const parts = (overdue: number) =>
    partsBar({
      id: 'tien-do',
      title: 'Quá hạn 0,2 %',
      head: 'Kết quả',
      parts: [
        { label: 'Trước hạn', ...STATUS_MARKS.early, figure: count('t/early', 4718, 6824) },
        { label: 'Đúng hạn', ...STATUS_MARKS.onTime, figure: count('t/onTime', 2093, 6824) },
        { label: 'Quá hạn', ...STATUS_MARKS.overdue, figure: count('t/overdue', overdue, 6824) },
      ],
      whole: figureOf('t/all', 'count', 6824),
    });

  it('print the sum, and what is left over where it does not make the whole', () => {
    expect(parts(13).notes).toEqual(['4.718 + 2.093 + 13 = 6.824']);
    expect(parts(3).notes).toEqual(['4.718 + 2.093 + 3 = 6.814; tổng số là 6.824, còn thiếu 10']);
    expect(parts(23).notes).toEqual(['4.718 + 2.093 + 23 = 6.834; tổng số là 6.824, thừa 10']);
  });

  it('have a mark of their own form each', () => {
    expect(parts(13).legend.map(({ label, form }) => [label, form])).toEqual([
      ['Trước hạn: 4.718', 'triangle'],
      ['Đúng hạn: 2.093', 'circle'],
      ['Quá hạn: 13', 'square'],
    ]);
  });
});

describe('a trend', () => {
  const point = (label: string, value: number | null, changed: string | null = null) => ({
    label,
    figure: figureOf(`p/${label}`, 'tenths', value, { n: value === null ? 3 : 12, few: true }),
    changed,
  });
  const drawing = trendLine({
    id: 'dien-bien',
    title: 'Tổng điểm',
    head: 'Kỳ',
    max: 180,
    series: [
      {
        label: 'Tổng điểm',
        look: 'se-computed',
        points: [
          point('I', 90),
          point('II', 180),
          point('III', null),
          point('IV', 0),
          point('V', 90, 'Đổi bộ quy tắc'),
          point('VI', 90),
        ],
      },
    ],
  });

  it('runs from 0 to the maximum, breaks at a gap and where the rules changed', () => {
    const marks = drawing.shapes.flatMap((s) => (s.kind === 'mark' ? [s] : []));
    expect(marks.map(({ y }) => y)).toEqual([97, 22, 172, 97, 97]);
    expect(marks.every(({ hollow }) => hollow)).toBe(true);
    const lines = drawing.shapes.filter((s) => s.kind === 'line' && s.look === 'se-computed');
    expect(lines).toHaveLength(2);
    expect(drawing.shapes.filter((s) => s.kind === 'line' && s.look === 'frame')).toHaveLength(1);
    expect(drawing.notes).toEqual(['V: Đổi bộ quy tắc']);
    expect(drawing.table.rows[2]?.[1]?.text).toBe('—'.concat(` (n${_}=${_}3)`));
  });
});
