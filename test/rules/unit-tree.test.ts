import { describe, expect, it } from 'vitest';
import { lineage, pooledHistory } from '#rules/units/lineage.ts';
import { parentOn, spanOn, spanOnOrNull, type UnitSpan, UnitTreeFault, unitTree } from '#rules/units/unit-tree.ts';

/** A commune directly under the province from 01/01/2020 on. */
const span = (unit: string, more: Partial<UnitSpan> = {}): UnitSpan => ({
  unit,
  name: `Đơn vị ${unit}`,
  level: 'commune',
  parent: [{ from: more.from ?? '2020-01-01', value: null }],
  from: '2020-01-01',
  to: null,
  successors: [],
  ...more,
});

describe('a tree of units is refused, naming the unit and the day', () => {
  it.each<[string, readonly UnitSpan[], string]>([
    [
      'an end on the day it began',
      [span('a', { to: '2020-01-01' })],
      'Đơn vị a («a»): ngày thôi hoạt động 01/01/2020 không sau ngày bắt đầu 01/01/2020.',
    ],
    [
      'an end before it began',
      [span('a', { to: '2019-12-31' })],
      'Đơn vị a («a»): ngày thôi hoạt động 31/12/2019 không sau ngày bắt đầu 01/01/2020.',
    ],
    [
      'two spans of one unit with a day in common',
      [span('a', { to: '2021-01-02' }), span('a', { from: '2021-01-01' })],
      'Đơn vị a («a»): có hai giai đoạn trùng nhau, từ 01/01/2020 và từ 01/01/2021.',
    ],
    [
      'two ended spans of one unit with a day in common',
      [span('a', { from: '2021-01-01', to: '2022-01-01' }), span('a', { to: '2021-01-02' })],
      'Đơn vị a («a»): có hai giai đoạn trùng nhau, từ 01/01/2021 và từ 01/01/2020.',
    ],
    [
      'two open spans of one unit',
      [span('a'), span('a', { from: '2021-01-01' })],
      'Đơn vị a («a»): có hai giai đoạn trùng nhau, từ 01/01/2020 và từ 01/01/2021.',
    ],
    [
      'a span inside another, given the other way round',
      [span('a', { from: '2021-01-01', to: '2021-02-01' }), span('a')],
      'Đơn vị a («a»): có hai giai đoạn trùng nhau, từ 01/01/2021 và từ 01/01/2020.',
    ],
    [
      'a district a day too long',
      [span('a', { level: 'district', to: '2025-07-02' })],
      'Đơn vị a («a»): từ ngày 01/07/2025 không còn cấp huyện.',
    ],
    ['no parent row at all', [span('a', { parent: [] })], 'Đơn vị a («a»): cần cơ quan cấp trên ngay từ ngày bắt đầu.'],
    [
      'a parent row from a later day',
      [span('a', { parent: [{ from: '2020-01-02', value: null }] })],
      'Đơn vị a («a»): cần cơ quan cấp trên ngay từ ngày bắt đầu.',
    ],
    [
      'two parent rows on one day',
      [
        span('a', {
          parent: [
            { from: '2020-01-01', value: null },
            { from: '2020-01-01', value: null },
          ],
        }),
      ],
      'Đơn vị a («a»): các ngày đổi cơ quan cấp trên phải tăng dần.',
    ],
    [
      'successors of a unit that goes on',
      [span('a', { successors: ['b'] }), span('b')],
      'Đơn vị a («a»): chưa thôi hoạt động nên chưa có đơn vị kế tục.',
    ],
    [
      'the same successor twice',
      [span('a', { to: '2021-01-01', successors: ['b', 'b'] }), span('b')],
      'Đơn vị a («a»): kể một đơn vị kế tục hai lần.',
    ],
    [
      'a successor that begins a day after the end',
      [span('a', { to: '2021-01-01', successors: ['b'] }), span('b', { from: '2021-01-02' })],
      'Đơn vị a («a»): đơn vị kế tục «b» không có vào ngày 01/01/2021.',
    ],
    [
      'a successor that ended with it',
      [span('a', { to: '2021-01-01', successors: ['b'] }), span('b', { to: '2021-01-01' })],
      'Đơn vị a («a»): đơn vị kế tục «b» không có vào ngày 01/01/2021.',
    ],
    [
      'itself as successor without going on',
      [span('a', { to: '2021-01-01', successors: ['a'] })],
      'Đơn vị a («a»): đơn vị kế tục «a» không có vào ngày 01/01/2021.',
    ],
    [
      'a parent nobody declared',
      [span('a', { parent: [{ from: '2020-01-01', value: 'z' }] })],
      'Đơn vị a («a»): cấp trên «z» không có vào ngày 01/01/2020.',
    ],
    [
      'a parent that ends first',
      [span('a', { parent: [{ from: '2020-01-01', value: 'b' }] }), span('b', { to: '2022-01-01' })],
      'Đơn vị a («a»): cấp trên «b» không có vào ngày 01/01/2022.',
    ],
    [
      'itself as parent',
      [span('a', { parent: [{ from: '2020-01-01', value: 'a' }] })],
      'Đơn vị a («a»): các cấp trên nối thành vòng tại «a» vào ngày 01/01/2020.',
    ],
    [
      'three units that belong to each other, from the day the circle closes',
      [
        span('a', { parent: [{ from: '2020-01-01', value: 'b' }] }),
        span('b', { parent: [{ from: '2020-01-01', value: 'c' }] }),
        span('c', {
          parent: [
            { from: '2020-01-01', value: null },
            { from: '2023-05-01', value: 'a' },
          ],
        }),
      ],
      'Đơn vị a («a»): các cấp trên nối thành vòng tại «a» vào ngày 01/05/2023.',
    ],
  ])('%s', (_name, spans, message) => {
    expect(() => unitTree(spans)).toThrow(UnitTreeFault);
    expect(() => unitTree(spans)).toThrow(message);
  });
});

describe('a tree of units is taken', () => {
  it('with spans that meet, a district to its last day, a chain of parents, and one that ends with its parent', () => {
    const tree = unitTree([
      span('a', { to: '2021-01-01' }),
      span('a', { from: '2021-01-01' }),
      span('d', { level: 'district', to: '2025-07-01', parent: [{ from: '2020-01-01', value: 'p' }] }),
      span('p', { level: 'province' }),
      span('c', { to: '2025-07-01', parent: [{ from: '2020-01-01', value: 'd' }] }),
    ]);
    expect(tree.spans).toHaveLength(5);
    expect(parentOn(tree, 'c', '2025-06-30')).toBe('d');
    expect(parentOn(tree, 'd', '2025-06-30')).toBe('p');
    expect(spanOn(tree, 'a', '2020-12-31').from).toBe('2020-01-01');
    expect(spanOn(tree, 'a', '2021-01-01').from).toBe('2021-01-01');
    expect(spanOnOrNull(tree, 'a', '2019-12-31')).toBeNull();
  });

  it('with a district before the levels were first written down', () => {
    const old = span('d', { level: 'district', from: '2005-01-01', to: '2015-01-01' });
    expect(unitTree([old]).spans).toEqual([old]);
  });

  it('with nothing in it', () => {
    expect(unitTree([]).spans).toEqual([]);
  });

  it('and takes the parent of the last row that has begun', () => {
    const parent = [
      { from: '2020-01-01', value: 'p' },
      { from: '2022-01-01', value: 'q' },
      { from: '2024-01-01', value: null },
    ];
    const tree = unitTree([span('a', { parent }), span('p'), span('q')]);
    expect(
      ['2020-01-01', '2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01'].map((day) => parentOn(tree, 'a', day)),
    ).toEqual(['p', 'p', 'q', 'q', null]);
  });
});

describe('lineage', () => {
  it('is asked only of a unit that exists on the day', () => {
    const tree = unitTree([span('a')]);
    expect(() => lineage(tree, 'a', '2019-12-31')).toThrow('Không có đơn vị «a» vào ngày 31/12/2019.');
    expect(lineage(tree, 'a', '2020-01-01').pooled).toHaveLength(1);
  });

  it('leaves out what went into the left-out part, and says each once', () => {
    const tree = unitTree([
      span('z', { to: '2021-01-01', successors: ['a'] }),
      span('a', { from: '2021-01-01', to: '2022-01-01', successors: ['b', 'c'] }),
      span('b', { from: '2022-01-01' }),
      span('c', { from: '2022-01-01', to: '2023-01-01', successors: ['d', 'e'] }),
      span('d', { from: '2023-01-01' }),
      span('e', { from: '2023-01-01' }),
    ]);
    const { pooled, leftOut } = lineage(tree, 'b', '2024-01-01');
    expect(pooled.map(({ unit }) => unit)).toEqual(['b']);
    expect(leftOut.map(({ span: { unit } }) => unit)).toEqual(['a']);
    expect(lineage(tree, 'd', '2024-01-01').leftOut.map(({ span: { unit } }) => unit)).toEqual(['c']);
  });

  it('pools in the order of the ends, whatever order the spans are given in', () => {
    const spans = [
      span('a', { to: '2022-01-01', successors: ['b'] }),
      span('b', { to: '2024-01-01', successors: ['c'] }),
      span('c'),
    ];
    for (const order of [spans, [...spans].reverse()])
      expect(lineage(unitTree(order), 'c', '2024-01-01').pooled.map(({ unit }) => unit)).toEqual(['c', 'b', 'a']);
    expect(lineage(unitTree(spans), 'c', '2023-12-31').pooled.map(({ unit }) => unit)).toEqual(['c']);
  });

  it('asks for the figures of each span once', () => {
    const tree = unitTree([span('a', { to: '2022-01-01' }), span('a', { from: '2022-01-01' })]);
    const asked: string[] = [];
    const { missing } = pooledHistory(lineage(tree, 'a', '2022-01-01'), ({ from }) => {
      asked.push(from);
      return null;
    });
    expect(asked).toEqual(['2022-01-01', '2020-01-01']);
    expect(missing.map(({ from }) => from)).toEqual(asked);
  });
});
