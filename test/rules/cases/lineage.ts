import { type Aggregate, emptyAggregate, indices } from '#rules/aggregate.ts';
import { lineage, pooledHistory } from '#rules/units/lineage.ts';
import { unitTree } from '#rules/units/unit-tree.ts';
import { unitsTold } from '../units-told.ts';
import { group } from './case.ts';

interface Given {
  readonly told: readonly string[];
  readonly unit: string;
  /** Points (tenths) and dossiers of each unit on indicator 1; a unit not named has no figures. Absent = asks only whom to compare with. */
  readonly counted?: Readonly<Record<string, { readonly sum: number; readonly n: number }>>;
}

function run({ told, unit, counted }: Given, on: string): unknown {
  const found = lineage(unitTree(unitsTold(told)), unit, on);
  if (!counted)
    return {
      pooled: found.pooled.map(({ name }) => name),
      leftOut: found.leftOut.map(({ because }) => because),
      certainty: found.cite.certainty,
    };
  const { aggregate, missing } = pooledHistory(found, (span): Aggregate | null => {
    const own = counted[span.unit];
    return own ? { ...emptyAggregate(), 1: own } : null;
  });
  return { ...indices(aggregate)[1], missing: missing.map(({ name }) => name) };
}

const MERGED = [
  'Xã Một: từ 2016-01-01, thôi từ 2025-07-01, kế tục là Xã Ba',
  'Xã Hai: từ 2016-01-01, thôi từ 2025-07-01, kế tục là Xã Ba',
  'Xã Ba: từ 2025-07-01',
];
const TAKEN_IN = ['Xã Một: từ 2016-01-01', 'Xã Hai: từ 2016-01-01, thôi từ 2024-06-01, kế tục là Xã Một'];
const WHOLE = 'Sở Một: từ 2016-01-01, thôi từ 2021-03-01, kế tục là Sở Hai và Sở Ba';
const SPLIT = [WHOLE, 'Sở Hai: từ 2021-03-01', 'Sở Ba: từ 2021-03-01'];

const article = 'Điều 15 TT 01/2018/TT-VPCP (cách hiểu): sáp nhập thì cộng hồ sơ, chia tách thì không so sánh';
const certainty = 'reading';
const SPLIT_BECAUSE =
  'Sở Một chia thành Sở Hai và Sở Ba từ ngày 01/03/2021 nên số liệu cũ không so sánh được với từng phần.';

export const LINEAGE = group<Given, unknown>('Sáp nhập, chia tách: số liệu cũ nào so sánh được', run, [
  {
    name: 'Huyện bị bãi bỏ không có đơn vị kế tục nên xã không nhận số liệu của huyện',
    on: '2025-12-31',
    given: {
      told: [
        'Huyện Mẫu: từ 2016-01-01, thôi từ 2025-07-01',
        'Xã Một: từ 2016-01-01, thuộc Huyện Mẫu đến trước 2025-07-01',
      ],
      unit: 'Xã Một',
    },
    expect: { pooled: ['Xã Một'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Hai xã sáp nhập: xã mới so với cả hai xã cũ',
    on: '2025-07-01',
    given: { told: MERGED, unit: 'Xã Ba' },
    expect: { pooled: ['Xã Ba', 'Xã Một', 'Xã Hai'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Trước ngày sáp nhập, xã cũ chỉ so với chính mình',
    on: '2025-06-30',
    given: { told: MERGED, unit: 'Xã Một' },
    expect: { pooled: ['Xã Một'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Số liệu trước sáp nhập là tổng hồ sơ của hai xã, không phải trung bình hai chỉ số',
    on: '2025-07-01',
    given: {
      told: MERGED,
      unit: 'Xã Ba',
      counted: { 'Xã Một': { sum: 200, n: 10 }, 'Xã Hai': { sum: 0, n: 90 }, 'Xã Ba': { sum: 0, n: 0 } },
    },
    expect: { sum: 200, n: 100, value: 2, missing: [] },
    article,
    worked: '10 hồ sơ × 2 điểm + 90 hồ sơ × 0 điểm = 20 : 100 = 0,2; trung bình của 2,0 và 0,0 sẽ là 1,0',
  },
  {
    name: 'Một xã cũ không có số liệu thì nói thiếu, không tính là 0',
    on: '2025-07-01',
    given: {
      told: MERGED,
      unit: 'Xã Ba',
      counted: { 'Xã Một': { sum: 60, n: 4 }, 'Xã Ba': { sum: 0, n: 1 } },
    },
    expect: { sum: 60, n: 5, value: 12, missing: ['Xã Hai'] },
    article,
    worked: '6 điểm : 5 hồ sơ = 1,2',
  },
  {
    name: 'Không xã nào có số liệu thì không có chỉ số',
    on: '2025-07-01',
    given: { told: MERGED, unit: 'Xã Ba', counted: {} },
    expect: { sum: 0, n: 0, value: null, missing: ['Xã Ba', 'Xã Một', 'Xã Hai'] },
    article,
  },
  {
    name: 'Xã còn nguyên nhận thêm một xã: số liệu của cả hai được cộng',
    on: '2024-06-01',
    given: { told: TAKEN_IN, unit: 'Xã Một' },
    expect: { pooled: ['Xã Một', 'Xã Hai'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Một ngày trước khi nhận thêm xã thì chưa cộng',
    on: '2024-05-31',
    given: { told: TAKEN_IN, unit: 'Xã Một' },
    expect: { pooled: ['Xã Một'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Sáp nhập hai lần: số liệu của mọi đời được cộng',
    on: '2026-01-01',
    given: {
      told: [
        'Xã Không: từ 2016-01-01, thôi từ 2020-01-01, kế tục là Xã Một',
        'Xã Một: từ 2016-01-01, thôi từ 2025-07-01, kế tục là Xã Ba',
        'Xã Ba: từ 2025-07-01',
      ],
      unit: 'Xã Ba',
    },
    expect: { pooled: ['Xã Ba', 'Xã Một', 'Xã Không'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Sở chia hai: phần mới không so với sở cũ',
    on: '2021-03-01',
    given: { told: SPLIT, unit: 'Sở Hai' },
    expect: { pooled: ['Sở Hai'], leftOut: [SPLIT_BECAUSE], certainty },
    article,
  },
  {
    name: 'Hai phần của sở nhập lại: sở mới so được cả với sở trước khi chia',
    on: '2025-03-01',
    given: {
      told: [
        WHOLE,
        'Sở Hai: từ 2021-03-01, thôi từ 2025-03-01, kế tục là Sở Bốn',
        'Sở Ba: từ 2021-03-01, thôi từ 2025-03-01, kế tục là Sở Bốn',
        'Sở Bốn: từ 2025-03-01',
      ],
      unit: 'Sở Bốn',
    },
    expect: { pooled: ['Sở Bốn', 'Sở Hai', 'Sở Ba', 'Sở Một'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Thị trấn thành phường, giữ nguyên đơn vị: số liệu cũ vẫn của đơn vị đó',
    on: '2023-01-01',
    given: {
      told: ['Phường Một (tên Thị trấn Một): từ 2016-01-01, thôi từ 2023-01-01', 'Phường Một: từ 2023-01-01'],
      unit: 'Phường Một',
    },
    expect: { pooled: ['Phường Một', 'Thị trấn Một'], leftOut: [], certainty },
    article,
  },
  {
    name: 'Xã còn tên nhưng mất một phần địa bàn: không so với trước',
    on: '2023-01-01',
    given: {
      told: [
        'Xã Một: từ 2016-01-01, thôi từ 2023-01-01, kế tục là Xã Một và Xã Hai',
        'Xã Một (tên Xã Một mới): từ 2023-01-01',
        'Xã Hai: từ 2023-01-01',
      ],
      unit: 'Xã Một',
    },
    expect: {
      pooled: ['Xã Một mới'],
      leftOut: [
        'Xã Một chia thành Xã Một mới và Xã Hai từ ngày 01/01/2023 nên số liệu cũ không so sánh được với từng phần.',
      ],
      certainty,
    },
    article,
  },
  {
    name: 'Xã bãi bỏ rồi lập lại sau một năm: không phải đơn vị cũ',
    on: '2024-01-01',
    given: {
      told: ['Xã Một (tên Xã Một cũ): từ 2016-01-01, thôi từ 2022-01-01', 'Xã Một: từ 2023-01-01'],
      unit: 'Xã Một',
    },
    expect: { pooled: ['Xã Một'], leftOut: [], certainty },
    article,
  },
]);
