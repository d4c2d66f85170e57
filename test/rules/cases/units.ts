import { type Aggregate, addFindings, emptyAggregate, indices } from '#rules/aggregate.ts';
import type { Finding } from '#rules/finding.ts';
import { lineage, pooledHistory } from '#rules/lineage.ts';
import type { Level } from '#rules/rulesets/ruleset.ts';
import { parentOn, type UnitSpan, UnitTreeFault, unitsOn, unitTree } from '#rules/unit-tree.ts';
import { group } from './case.ts';

type Life = Pick<UnitSpan, 'unit' | 'name'> & Partial<UnitSpan>;
/** A unit as declared: a commune directly under the province since 01/01/2016 that still exists, unless said otherwise. */
const life = ({ from = '2016-01-01', to = null, ...life }: Life): UnitSpan => ({
  level: 'commune',
  parent: [{ from, value: null }],
  successors: [],
  ...life,
  from,
  to,
});

/** Points of the dossiers a unit counted on indicator 1. */
interface Counted {
  readonly twos: number;
  readonly zeros: number;
}

type Given = { readonly spans: readonly UnitSpan[] } & (
  | { readonly ask: 'units' }
  | { readonly ask: 'parent'; readonly unit: string }
  | { readonly ask: 'lineage'; readonly unit: string }
  | { readonly ask: 'pooled'; readonly unit: string; readonly counted: Readonly<Record<string, Counted>> }
);

function sums({ twos, zeros }: Counted): Aggregate {
  const one = (points: number): Finding => ({
    indicator: 1,
    points,
    max: 20,
    cite: { act: 'TT 01/2018/TT-VPCP', article: '13', certainty: 'text' },
    because: 'Ví dụ.',
    evidence: [],
  });
  return addFindings(emptyAggregate(), [...Array(twos).fill(one(20)), ...Array(zeros).fill(one(0))]);
}

function answer(given: Given, on: string): unknown {
  const tree = unitTree(given.spans);
  if (given.ask === 'units') return unitsOn(tree, on).map(({ unit }) => unit);
  if (given.ask === 'parent') return parentOn(tree, given.unit, on);
  const { pooled, leftOut, cite } = lineage(tree, given.unit, on);
  if (given.ask === 'lineage')
    return {
      pooled: pooled.map(({ unit, from }) => `${unit} ${from}`),
      leftOut: leftOut.map(({ because }) => because),
      certainty: cite.certainty,
    };
  const history = pooledHistory({ pooled }, ({ unit }) => {
    const counted = given.counted[unit];
    return counted ? sums(counted) : null;
  });
  return { ...indices(history.aggregate)[1], missing: history.missing.map(({ unit }) => unit) };
}

function run(given: Given, on: string): unknown {
  try {
    return answer(given, on);
  } catch (error) {
    if (error instanceof UnitTreeFault || error instanceof RangeError) return error.message;
    throw error;
  }
}

const district = (to: string | null): UnitSpan =>
  life({ unit: 'h1', name: 'UBND huyện Mẫu', level: 'district' as Level, to, successors: [] });
const COMMUNE = life({
  unit: 'x1',
  name: 'UBND xã Một',
  parent: [
    { from: '2016-01-01', value: 'h1' },
    { from: '2025-07-01', value: null },
  ],
});
const ABOLISHED = [district('2025-07-01'), COMMUNE];

const MERGED = [
  life({ unit: 'x1', name: 'UBND xã Một', to: '2025-07-01', successors: ['x3'] }),
  life({ unit: 'x2', name: 'UBND xã Hai', to: '2025-07-01', successors: ['x3'] }),
  life({ unit: 'x3', name: 'UBND xã Ba', from: '2025-07-01' }),
];
const SPLIT = [
  life({ unit: 's1', name: 'Sở Một', level: 'province', to: '2021-03-01', successors: ['s2', 's3'] }),
  life({ unit: 's2', name: 'Sở Hai', level: 'province', from: '2021-03-01' }),
  life({ unit: 's3', name: 'Sở Ba', level: 'province', from: '2021-03-01' }),
];
const JOINED_AGAIN = [
  ...SPLIT.slice(0, 1),
  life({ unit: 's2', name: 'Sở Hai', level: 'province', from: '2021-03-01', to: '2025-03-01', successors: ['s4'] }),
  life({ unit: 's3', name: 'Sở Ba', level: 'province', from: '2021-03-01', to: '2025-03-01', successors: ['s4'] }),
  life({ unit: 's4', name: 'Sở Bốn', level: 'province', from: '2025-03-01' }),
];
const RENAMED = [
  life({ unit: 'p1', name: 'UBND thị trấn Một', to: '2023-01-01' }),
  life({ unit: 'p1', name: 'UBND phường Một', from: '2023-01-01' }),
];
const SMALLER = [
  life({ unit: 'x1', name: 'UBND xã Một', to: '2023-01-01', successors: ['x1', 'x2'] }),
  life({ unit: 'x1', name: 'UBND xã Một (mới)', from: '2023-01-01' }),
  life({ unit: 'x2', name: 'UBND xã Hai', from: '2023-01-01' }),
];

const DISTRICT = 'NĐ 118/2025/NĐ-CP: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã';
const READING = 'Điều 15 TT 01/2018/TT-VPCP (cách hiểu): sáp nhập thì cộng hồ sơ, chia tách thì không so sánh';
const TREE = 'Mỗi đơn vị có một cấp trên và một giai đoạn vào mỗi ngày';
const SPLIT_BECAUSE =
  'Sở Một chia thành Sở Hai và Sở Ba từ ngày 01/03/2021 nên số liệu cũ không so sánh được với từng phần.';

export const UNITS = group<Given, unknown>('Đơn vị theo thời gian: cấp trên, sáp nhập, chia tách', run, [
  {
    name: 'Ngày cuối cùng còn huyện thì có cả huyện và xã',
    on: '2025-06-30',
    given: { spans: ABOLISHED, ask: 'units' },
    expect: ['h1', 'x1'],
    article: DISTRICT,
  },
  {
    name: 'Ngày 01/7/2025 chỉ còn xã',
    on: '2025-07-01',
    given: { spans: ABOLISHED, ask: 'units' },
    expect: ['x1'],
    article: DISTRICT,
  },
  {
    name: 'Xã thuộc huyện đến hết 30/6/2025',
    on: '2025-06-30',
    given: { spans: ABOLISHED, ask: 'parent', unit: 'x1' },
    expect: 'h1',
    article: DISTRICT,
  },
  {
    name: 'Xã thuộc thẳng tỉnh từ 01/7/2025',
    on: '2025-07-01',
    given: { spans: ABOLISHED, ask: 'parent', unit: 'x1' },
    expect: null,
    article: DISTRICT,
  },
  {
    name: 'Hỏi cấp trên của huyện khi đã không còn huyện',
    on: '2025-07-01',
    given: { spans: ABOLISHED, ask: 'parent', unit: 'h1' },
    expect: 'Không có đơn vị «h1» vào ngày 01/07/2025.',
    article: DISTRICT,
  },
  {
    name: 'Trước ngày thành lập thì chưa có đơn vị',
    on: '2015-12-31',
    given: { spans: ABOLISHED, ask: 'units' },
    expect: [],
    article: TREE,
  },
  {
    name: 'Khai huyện còn hoạt động sau 30/6/2025 một ngày',
    on: '2025-07-01',
    given: { spans: [district('2025-07-02')], ask: 'units' },
    expect: 'UBND huyện Mẫu («h1»): từ ngày 01/07/2025 không còn cấp huyện.',
    article: DISTRICT,
  },
  {
    name: 'Khai huyện chưa thôi hoạt động',
    on: '2024-01-01',
    given: { spans: [district(null)], ask: 'units' },
    expect: 'UBND huyện Mẫu («h1»): từ ngày 01/07/2025 không còn cấp huyện.',
    article: DISTRICT,
  },
  {
    name: 'Xã vẫn khai thuộc huyện sau khi hết huyện',
    on: '2025-07-01',
    given: { spans: [district('2025-07-01'), { ...COMMUNE, parent: COMMUNE.parent.slice(0, 1) }], ask: 'units' },
    expect: 'UBND xã Một («x1»): cấp trên «h1» không có vào ngày 01/07/2025.',
    article: DISTRICT,
  },
  {
    name: 'Huyện bị bãi bỏ không có đơn vị kế tục nên xã không nhận số liệu của huyện',
    on: '2025-12-31',
    given: { spans: ABOLISHED, ask: 'lineage', unit: 'x1' },
    expect: { pooled: ['x1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },

  {
    name: 'Hai xã sáp nhập: xã mới so với cả hai xã cũ',
    on: '2025-07-01',
    given: { spans: MERGED, ask: 'lineage', unit: 'x3' },
    expect: { pooled: ['x3 2025-07-01', 'x1 2016-01-01', 'x2 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Trước ngày sáp nhập, xã cũ chỉ so với chính mình',
    on: '2025-06-30',
    given: { spans: MERGED, ask: 'lineage', unit: 'x1' },
    expect: { pooled: ['x1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Số liệu trước sáp nhập là tổng hồ sơ của hai xã, không phải trung bình hai chỉ số',
    on: '2025-07-01',
    given: {
      spans: MERGED,
      ask: 'pooled',
      unit: 'x3',
      counted: { x1: { twos: 10, zeros: 0 }, x2: { twos: 0, zeros: 90 }, x3: { twos: 0, zeros: 0 } },
    },
    expect: { sum: 200, n: 100, value: 2, missing: [] },
    article: READING,
    worked: '10 hồ sơ × 2 điểm + 90 hồ sơ × 0 điểm = 20 : 100 = 0,2; trung bình của 2,0 và 0,0 sẽ là 1,0',
  },
  {
    name: 'Một xã cũ không có số liệu thì nói thiếu, không tính là 0',
    on: '2025-07-01',
    given: {
      spans: MERGED,
      ask: 'pooled',
      unit: 'x3',
      counted: { x1: { twos: 3, zeros: 1 }, x3: { twos: 0, zeros: 1 } },
    },
    expect: { sum: 60, n: 5, value: 12, missing: ['x2'] },
    article: READING,
    worked: '3 × 2 + 2 × 0 = 6 : 5 = 1,2',
  },
  {
    name: 'Không xã nào có số liệu thì không có chỉ số',
    on: '2025-07-01',
    given: { spans: MERGED, ask: 'pooled', unit: 'x3', counted: {} },
    expect: { sum: 0, n: 0, value: null, missing: ['x3', 'x1', 'x2'] },
    article: READING,
  },
  {
    name: 'Xã còn nguyên nhận thêm một xã: số liệu của cả hai được cộng',
    on: '2024-06-01',
    given: {
      spans: [
        life({ unit: 'x1', name: 'UBND xã Một' }),
        life({ unit: 'x2', name: 'UBND xã Hai', to: '2024-06-01', successors: ['x1'] }),
      ],
      ask: 'lineage',
      unit: 'x1',
    },
    expect: { pooled: ['x1 2016-01-01', 'x2 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Một ngày trước khi nhận thêm xã thì chưa cộng',
    on: '2024-05-31',
    given: {
      spans: [
        life({ unit: 'x1', name: 'UBND xã Một' }),
        life({ unit: 'x2', name: 'UBND xã Hai', to: '2024-06-01', successors: ['x1'] }),
      ],
      ask: 'lineage',
      unit: 'x1',
    },
    expect: { pooled: ['x1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Sáp nhập hai lần: số liệu của mọi đời được cộng',
    on: '2026-01-01',
    given: {
      spans: [
        life({ unit: 'x0', name: 'UBND xã Không', to: '2020-01-01', successors: ['x1'] }),
        life({ unit: 'x1', name: 'UBND xã Một', to: '2025-07-01', successors: ['x3'] }),
        life({ unit: 'x3', name: 'UBND xã Ba', from: '2025-07-01' }),
      ],
      ask: 'lineage',
      unit: 'x3',
    },
    expect: { pooled: ['x3 2025-07-01', 'x1 2016-01-01', 'x0 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },

  {
    name: 'Sở chia hai: phần mới không so với sở cũ',
    on: '2021-03-01',
    given: { spans: SPLIT, ask: 'lineage', unit: 's2' },
    expect: { pooled: ['s2 2021-03-01'], leftOut: [SPLIT_BECAUSE], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Hai phần của sở nhập lại: sở mới so được cả với sở trước khi chia',
    on: '2025-03-01',
    given: { spans: JOINED_AGAIN, ask: 'lineage', unit: 's4' },
    expect: {
      pooled: ['s4 2025-03-01', 's2 2021-03-01', 's3 2021-03-01', 's1 2016-01-01'],
      leftOut: [],
      certainty: 'reading',
    },
    article: READING,
  },
  {
    name: 'Thị trấn thành phường, giữ nguyên đơn vị: số liệu cũ vẫn của đơn vị đó',
    on: '2023-01-01',
    given: { spans: RENAMED, ask: 'lineage', unit: 'p1' },
    expect: { pooled: ['p1 2023-01-01', 'p1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Xã còn tên nhưng mất một phần địa bàn: không so với trước',
    on: '2023-01-01',
    given: { spans: SMALLER, ask: 'lineage', unit: 'x1' },
    expect: {
      pooled: ['x1 2023-01-01'],
      leftOut: [
        'UBND xã Một chia thành UBND xã Một (mới) và UBND xã Hai từ ngày 01/01/2023 nên số liệu cũ không so sánh được với từng phần.',
      ],
      certainty: 'reading',
    },
    article: READING,
  },
  {
    name: 'Xã bãi bỏ rồi lập lại sau một năm: không phải đơn vị cũ',
    on: '2024-01-01',
    given: {
      spans: [
        life({ unit: 'x1', name: 'UBND xã Một', to: '2022-01-01' }),
        life({ unit: 'x1', name: 'UBND xã Một', from: '2023-01-01' }),
      ],
      ask: 'lineage',
      unit: 'x1',
    },
    expect: { pooled: ['x1 2023-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
]);
