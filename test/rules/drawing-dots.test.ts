import { describe, expect, it } from 'vitest';
import { differenceDots } from '#rules/drawing/difference-dots.ts';
import { dotLine, SERIES_MARKS } from '#rules/drawing/dot-line.ts';
import type { Shape } from '#rules/drawing/drawing.ts';
import { heatTable } from '#rules/drawing/heat-table.ts';
import { rankDots } from '#rules/drawing/rank-dots.ts';
import { figureOf } from '#rules/figure-id.ts';

const _ = '\u00a0';
type Kind<K extends Shape['kind']> = Extract<Shape, { kind: K }>;
const of = <K extends Shape['kind']>(shapes: readonly Shape[], kind: K) =>
  shapes.filter((s): s is Kind<K> => s.kind === kind);
const texts = (shapes: readonly Shape[]) => of(shapes, 'text').map(({ text }) => text);

// The plot runs from 150 to 980 thousandths: 830 wide.
const POINTS = { min: 0, max: 20, ticks: [0, 10, 20].map((at) => ({ at, label: `${at / 10}` })) };
const TOTAL = { min: 0, max: 180, ticks: [{ at: 180, label: '18' }] };

describe('several series on one line', () => {
  const drawing = dotLine({
    id: 'chi-so',
    title: 'Chỉ số 1: tự chấm cao hơn hệ thống',
    head: 'Chỉ số',
    value: 'điểm',
    axis: POINTS,
    series: [
      { label: 'Người dân', ...SERIES_MARKS.citizen },
      { label: 'Hệ thống', ...SERIES_MARKS.computed },
      { label: 'Tự chấm', ...SERIES_MARKS.self },
    ],
    rows: [
      {
        label: '1 Tổng thời gian',
        figures: [
          figureOf('u/1/citizen', 'tenths', null, { n: 3, because: 'chưa đủ dữ liệu (n = 3)' }),
          figureOf('u/1/computed', 'tenths', 16, { n: 412, low: 15, high: 17 }),
          figureOf('u/1/self', 'tenths', 20, { n: 12, low: 15, high: 20, few: true }),
        ],
      },
      { label: '2 Từng đơn vị', figures: [null, figureOf('u/2/computed', 'tenths', 0, { n: 412 }), null] },
    ],
  });

  it('gives each its mark, a whisker where its interval is known, and a hollow mark on few', () => {
    expect(of(drawing.shapes, 'mark').map(({ form, x, hollow }) => [form, x, hollow])).toEqual([
      ['square', 150 + 830 * 0.8, false],
      ['triangle', 980, true],
      ['square', 150, false],
    ]);
    // A whisker is a line and two caps; 0 without an interval has none.
    const whiskers = of(drawing.shapes, 'line').filter(({ look }) => look === 'se-computed');
    expect(whiskers.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [772.5, 855.5],
      [772.5, 772.5],
      [855.5, 855.5],
    ]);
  });

  it('says in words what has no value, never draws it, and gives no lane to who is not asked', () => {
    expect(texts(drawing.shapes)).toContain('Người dân: chưa đủ dữ liệu (n = 3)');
    // Ticks 24; row 1: name 24, three lanes of 20, gap 10; row 2: name 24, one lane.
    expect(drawing.height).toBe(24 + 24 + 60 + 10 + 24 + 20);
    const [first, second] = drawing.table.rows;
    expect(first?.map(({ text }) => text)).toEqual([
      '1 Tổng thời gian',
      '— (chưa đủ dữ liệu (n = 3))',
      '—',
      `n${_}=${_}3`,
      '1,6',
      '1,5–1,7',
      `n${_}=${_}412`,
      '2,0',
      '1,5–2,0',
      `n${_}=${_}12`,
    ]);
    expect(second?.map(({ text }) => text).slice(1, 4)).toEqual(['không hỏi', '', '']);
    expect(second?.[4]).toEqual({ text: '0,0', figure: 'u/2/computed' });
    expect(drawing.table.columns).toHaveLength(first?.length ?? 0);
  });
});

describe('a ranking', () => {
  const row = (label: string, value: number | null, tier: number | null) => ({
    label,
    figure: figureOf(`ranking/${label}/total`, 'tenths', value, {
      because: value === null ? 'chưa đủ dữ liệu' : null,
      n: 40,
    }),
    tier,
  });
  const drawn = (...rows: ReturnType<typeof row>[]) =>
    rankDots({ id: 'xep-hang', title: 'Hai nhóm', head: 'Đơn vị', value: 'Điểm', axis: TOTAL, rows });

  it('names each tier once and bands every other one over all its rows', () => {
    const { shapes, table, height } = drawn(row('A', 180, 1), row('B', 90, 1), row('C', 0, 2), row('D', null, null));
    expect(texts(shapes)).toEqual([
      '18',
      ...['Nhóm 1', 'A', '18,0', 'B', '9,0'],
      ...['Nhóm 2', 'C', '0,0', 'Không xếp nhóm', 'D', 'chưa đủ dữ liệu'],
    ]);
    // Line of the tier and two rows of 44 under the ticks.
    expect(of(shapes, 'rect').map(({ y, height: h }) => [y, h])).toEqual([[24, 24 + 88]]);
    expect(of(shapes, 'mark').map(({ x }) => x)).toEqual([980, 150 + 415, 150]);
    expect(height).toBe(24 + 3 * 24 + 4 * 44);
    expect(table.rows.map((cells) => cells.at(-1)?.text)).toEqual(['1', '1', '2', '—']);
  });

  it('without tiers has no band and no such column', () => {
    const { shapes, table } = drawn(row('A', 180, null), row('B', 90, null));
    expect(of(shapes, 'rect')).toEqual([]);
    expect(table.columns.map(({ label }) => label)).not.toContain('Nhóm');
    expect(table.rows[0]).toHaveLength(table.columns.length);
  });
});

it('differences stand around 0, below it on the left', () => {
  const axis = { min: -20, max: 20, ticks: [-20, 0, 20].map((at) => ({ at, label: `${at}` })) };
  const of0 = (value: number, low: number, high: number) => figureOf(`d/${value}`, 'difference', value, { low, high });
  const { shapes, table, notes } = differenceDots({
    ...{ id: 'lech', title: 'Tự chấm cao hơn', head: 'Chỉ số', value: 'Chênh', axis },
    rows: [
      { label: '1', figure: of0(4, 3, 5) },
      { label: '2', figure: of0(-2, -5, 1) },
    ],
    notes: ['Tự chấm cao hơn hệ thống ở chỉ số 1.'],
  });
  expect(of(shapes, 'mark').map(({ x }) => x)).toEqual([150 + 830 * 0.6, 150 + 830 * 0.45]);
  expect(of(shapes, 'line').filter(({ look }) => look === 'axis')).toMatchObject([{ x1: 565, x2: 565 }]);
  expect(table.rows.map((cells) => cells.slice(1, 3).map(({ text }) => text))).toEqual([
    ['+0,4', '[0,3; 0,5]'],
    ['−0,2', '[−0,5; 0,1]'],
  ]);
  expect(notes).toHaveLength(1);
});

describe('a table of counts in one hue', () => {
  const cells = (...values: (number | null)[]) =>
    values.map((value, i) => figureOf(`h/${i}/${value}`, 'count', value, {}));
  const draw = (...values: (number | null)[]) =>
    heatTable({
      ...{ id: 'gio', title: 'Quá hạn', head: 'Thứ', columns: values.map((__, i) => `${i}h`) },
      rows: [{ label: 'Hai', figures: cells(...values) }],
    });

  it('shades by quarters of the largest, 0 by itself, and leaves out what is not known', () => {
    const { shapes, table } = draw(0, 1, 2, 3, 4, 8, null);
    expect(of(shapes, 'rect').map(({ look }) => look)).toEqual([
      'shade-0',
      'shade-1',
      'shade-1',
      'shade-2',
      'shade-2',
      'shade-4',
    ]);
    expect(table.rows[0]?.map(({ text }) => text)).toEqual(['Hai', '0', '1', '2', '3', '4', '8', '—']);
    expect(of(shapes, 'text').at(-2)).toMatchObject({ text: '8', look: 'on-dark' });
  });

  it('all zeros have no shade but that of 0', () => {
    expect(of(draw(0, 0).shapes, 'rect').map(({ look }) => look)).toEqual(['shade-0', 'shade-0']);
  });
});
