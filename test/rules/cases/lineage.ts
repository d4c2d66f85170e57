import { type Aggregate, addFindings, emptyAggregate, indices } from '#rules/aggregate.ts';
import type { Finding } from '#rules/finding.ts';
import { lineage, pooledHistory } from '#rules/lineage.ts';
import { type UnitSpan, unitTree } from '#rules/unit-tree.ts';
import { COMMUNE, DISTRICT, spanOf } from '../span-of.ts';
import { group } from './case.ts';

/** Points of the dossiers a unit counted on indicator 1. */
interface Counted {
  readonly twos: number;
  readonly zeros: number;
}

interface Given {
  readonly spans: readonly UnitSpan[];
  readonly unit: string;
  /** By unit; absent = asks for the spans, a unit that is absent in it has no figures. */
  readonly counted?: Readonly<Record<string, Counted>>;
}

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

function run({ spans, unit, counted }: Given, on: string): unknown {
  const found = lineage(unitTree(spans), unit, on);
  if (!counted)
    return {
      pooled: found.pooled.map((span) => `${span.unit} ${span.from}`),
      leftOut: found.leftOut.map(({ because }) => because),
      certainty: found.cite.certainty,
    };
  const { aggregate, missing } = pooledHistory(found, (span) => {
    const own = counted[span.unit];
    return own ? sums(own) : null;
  });
  return { ...indices(aggregate)[1], missing: missing.map((span) => span.unit) };
}

const MERGED = [
  spanOf('x1', 'UBND xã Một', { to: '2025-07-01', successors: ['x3'] }),
  spanOf('x2', 'UBND xã Hai', { to: '2025-07-01', successors: ['x3'] }),
  spanOf('x3', 'UBND xã Ba', { from: '2025-07-01' }),
];
const SPLIT = [
  spanOf('s1', 'Sở Một', { level: 'province', to: '2021-03-01', successors: ['s2', 's3'] }),
  spanOf('s2', 'Sở Hai', { level: 'province', from: '2021-03-01' }),
  spanOf('s3', 'Sở Ba', { level: 'province', from: '2021-03-01' }),
];
const JOINED_AGAIN = [
  ...SPLIT.slice(0, 1),
  spanOf('s2', 'Sở Hai', { level: 'province', from: '2021-03-01', to: '2025-03-01', successors: ['s4'] }),
  spanOf('s3', 'Sở Ba', { level: 'province', from: '2021-03-01', to: '2025-03-01', successors: ['s4'] }),
  spanOf('s4', 'Sở Bốn', { level: 'province', from: '2025-03-01' }),
];
const RENAMED = [
  spanOf('p1', 'UBND thị trấn Một', { to: '2023-01-01' }),
  spanOf('p1', 'UBND phường Một', { from: '2023-01-01' }),
];
const SMALLER = [
  spanOf('x1', 'UBND xã Một', { to: '2023-01-01', successors: ['x1', 'x2'] }),
  spanOf('x1', 'UBND xã Một (mới)', { from: '2023-01-01' }),
  spanOf('x2', 'UBND xã Hai', { from: '2023-01-01' }),
];

const READING = 'Điều 15 TT 01/2018/TT-VPCP (cách hiểu): sáp nhập thì cộng hồ sơ, chia tách thì không so sánh';
const SPLIT_BECAUSE =
  'Sở Một chia thành Sở Hai và Sở Ba từ ngày 01/03/2021 nên số liệu cũ không so sánh được với từng phần.';

export const LINEAGE = group<Given, unknown>('Sáp nhập, chia tách: số liệu cũ nào so sánh được', run, [
  {
    name: 'Huyện bị bãi bỏ không có đơn vị kế tục nên xã không nhận số liệu của huyện',
    on: '2025-12-31',
    given: { spans: [DISTRICT, COMMUNE], unit: 'x1' },
    expect: { pooled: ['x1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Hai xã sáp nhập: xã mới so với cả hai xã cũ',
    on: '2025-07-01',
    given: { spans: MERGED, unit: 'x3' },
    expect: { pooled: ['x3 2025-07-01', 'x1 2016-01-01', 'x2 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Trước ngày sáp nhập, xã cũ chỉ so với chính mình',
    on: '2025-06-30',
    given: { spans: MERGED, unit: 'x1' },
    expect: { pooled: ['x1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Số liệu trước sáp nhập là tổng hồ sơ của hai xã, không phải trung bình hai chỉ số',
    on: '2025-07-01',
    given: {
      spans: MERGED,

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
    given: { spans: MERGED, unit: 'x3', counted: {} },
    expect: { sum: 0, n: 0, value: null, missing: ['x3', 'x1', 'x2'] },
    article: READING,
  },
  {
    name: 'Xã còn nguyên nhận thêm một xã: số liệu của cả hai được cộng',
    on: '2024-06-01',
    given: {
      spans: [spanOf('x1', 'UBND xã Một'), spanOf('x2', 'UBND xã Hai', { to: '2024-06-01', successors: ['x1'] })],

      unit: 'x1',
    },
    expect: { pooled: ['x1 2016-01-01', 'x2 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Một ngày trước khi nhận thêm xã thì chưa cộng',
    on: '2024-05-31',
    given: {
      spans: [spanOf('x1', 'UBND xã Một'), spanOf('x2', 'UBND xã Hai', { to: '2024-06-01', successors: ['x1'] })],

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
        spanOf('x0', 'UBND xã Không', { to: '2020-01-01', successors: ['x1'] }),
        spanOf('x1', 'UBND xã Một', { to: '2025-07-01', successors: ['x3'] }),
        spanOf('x3', 'UBND xã Ba', { from: '2025-07-01' }),
      ],

      unit: 'x3',
    },
    expect: { pooled: ['x3 2025-07-01', 'x1 2016-01-01', 'x0 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Sở chia hai: phần mới không so với sở cũ',
    on: '2021-03-01',
    given: { spans: SPLIT, unit: 's2' },
    expect: { pooled: ['s2 2021-03-01'], leftOut: [SPLIT_BECAUSE], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Hai phần của sở nhập lại: sở mới so được cả với sở trước khi chia',
    on: '2025-03-01',
    given: { spans: JOINED_AGAIN, unit: 's4' },
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
    given: { spans: RENAMED, unit: 'p1' },
    expect: { pooled: ['p1 2023-01-01', 'p1 2016-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
  {
    name: 'Xã còn tên nhưng mất một phần địa bàn: không so với trước',
    on: '2023-01-01',
    given: { spans: SMALLER, unit: 'x1' },
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
      spans: [spanOf('x1', 'UBND xã Một', { to: '2022-01-01' }), spanOf('x1', 'UBND xã Một', { from: '2023-01-01' })],

      unit: 'x1',
    },
    expect: { pooled: ['x1 2023-01-01'], leftOut: [], certainty: 'reading' },
    article: READING,
  },
]);
